import { jpegOf, pngOf, webpOf } from '../testing/photos';
import { dossierFileName, dossierFileType } from './dossier-file.rules';
import {
  dossierState,
  faultsOfItem,
  isAskedFor,
  itemAsKept,
  type DossierState,
} from './dossier.rules';

it('asks everybody, some kinds of exhibitor, or whoever sells products of a class', () => {
  const nobody = { isForAll: false, exhibitorKinds: [], classCodes: [] };
  const seller = { kind: 'household', classCodes: ['I.3.d', 'IV'] } as const;
  const cases: [Parameters<typeof isAskedFor>[0], boolean][] = [
    [nobody, false],
    [{ ...nobody, isForAll: true }, true],
    [{ ...nobody, exhibitorKinds: ['household', 'farm'] }, true],
    [{ ...nobody, exhibitorKinds: ['enterprise'] }, false],
    [{ ...nobody, classCodes: ['I'] }, true],
    [{ ...nobody, classCodes: ['I.3.d'] }, true],
    [{ ...nobody, classCodes: ['I.3.d.1'] }, false],
    [{ ...nobody, classCodes: ['II', 'V'] }, false],
    [{ ...nobody, classCodes: ['IV'] }, true],
  ];
  for (const [wanted, expected] of cases) expect(isAskedFor(wanted, seller)).toBe(expected);
});

it('says how it stands with a paper, day by day around the fair', () => {
  const fair = { today: '2026-12-01', firstDay: '2026-12-18', lastDay: '2026-12-23' };
  const over = { ...fair, today: '2027-01-10' };
  const dayless = { today: '2026-12-01', firstDay: null, lastDay: null };
  const cases: [(string | null)[], boolean, typeof fair | typeof dayless, DossierState][] = [
    [[], true, fair, 'missing'],
    [[], false, fair, 'optional'],
    [['2026-11-30'], false, fair, 'expired'],
    [['2026-12-01'], true, fair, 'ends_before_fair'],
    [['2026-12-17'], true, fair, 'ends_before_fair'],
    [['2026-12-18'], true, fair, 'ends_during_fair'],
    [['2026-12-22'], true, fair, 'ends_during_fair'],
    [['2026-12-23'], true, fair, 'ends_soon'],
    [['2027-01-21'], true, fair, 'ends_soon'],
    [['2027-01-22'], true, fair, 'good'],
    [[null], true, fair, 'good'],
    [['2026-01-01', '2028-01-01'], true, fair, 'good'],
    [['2026-01-01', null], true, fair, 'good'],
    [['2027-01-09'], true, over, 'expired'],
    [['2027-02-08'], true, over, 'ends_soon'],
    [['2027-02-09'], true, over, 'good'],
    [['2026-12-30'], true, dayless, 'ends_soon'],
    [['2026-12-31'], true, dayless, 'good'],
  ];
  for (const [expiries, isAsked, span, expected] of cases) {
    expect([expiries, span.today, dossierState(expiries, isAsked, span, 30)]).toEqual([
      expiries,
      span.today,
      expected,
    ]);
  }
});

it('keeps a paper without spaces around, and says every fault by its field', () => {
  const kept = itemAsKept({ number: '  12/GCN \n ATTP ', issuer: ' ', issuedOn: '2026-02-30' });
  expect(kept).toEqual({
    number: '12/GCN ATTP',
    issuer: null,
    issuedOn: '2026-02-30',
    expiresOn: null,
  });
  const nothing = { number: null, issuer: null, issuedOn: null, expiresOn: null };
  const cases: [Partial<typeof kept>, string[]][] = [
    [{}, []],
    [{ number: 'x'.repeat(101) }, ['dossier_number_refused']],
    [{ issuer: 'x'.repeat(201) }, ['dossier_issuer_refused']],
    [{ issuedOn: '2026-02-30' }, ['dossier_day_unknown']],
    [{ issuedOn: '2026-12-02' }, ['dossier_not_issued_yet']],
    [{ expiresOn: '30/12/2026' }, ['dossier_day_unknown']],
    [{ issuedOn: '2026-11-30', expiresOn: '2026-11-29' }, ['dossier_dates_reversed']],
    [{ issuedOn: '2026-11-30', expiresOn: '2026-11-30' }, []],
    [
      { number: 'x'.repeat(101), issuedOn: 'hôm qua', expiresOn: 'mai' },
      ['dossier_number_refused', 'dossier_day_unknown', 'dossier_day_unknown'],
    ],
  ];
  for (const [said, codes] of cases) {
    const faults = faultsOfItem({ ...nothing, ...said }, '2026-12-01');
    expect(faults.map(({ code }) => code)).toEqual(codes);
  }
});

it('knows a file by its bytes, whatever it is called', () => {
  const pdf = (text: string) => Buffer.from(text, 'latin1');
  const cases: [Buffer, string | null][] = [
    [pdf('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n'), 'application/pdf'],
    [pdf('%PDF-2.0\n%%EOF'), 'application/pdf'],
    [pdf('%PDF-1.7 cut off'), null],
    [pdf('\n%PDF-1.7\n%%EOF'), null],
    [pdf(`%PDF-1.4\n%%EOF${' '.repeat(2_000)}<script>`), null],
    [jpegOf(3_000, 4_000), 'image/jpeg'],
    [pngOf(800, 600), 'image/png'],
    [pngOf(0, 600), null],
    [webpOf('VP8 ', 10, 10), null],
    [pdf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), null],
    [pdf('PK\x03\x04'), null],
    [Buffer.alloc(0), null],
  ];
  for (const [bytes, expected] of cases) expect(dossierFileType(bytes)).toBe(expected);
  expect(dossierFileName('01920000-0000-7000-8000-00000000abcd', 'image/jpeg')).toBe(
    'ho-so-00000000abcd.jpg',
  );
});
