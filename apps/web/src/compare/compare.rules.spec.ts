import { expect, test } from '@playwright/test';
import { choicesOf, csvOf, isOursAlone, linesCsv, partsCsv, saidOf } from './compare.rules';
import type { ComparedPart, Comparison, PastFair, PastFigure } from './compare-requests';

const figure = (more: Partial<PastFigure>): PastFigure => ({
  id: 'x',
  kind: 'revenue_vnd',
  part: 'whole',
  partVi: '',
  partEn: '',
  place: null,
  firstDays: 0,
  value: 1,
  exactness: 'stated',
  isPlanned: false,
  noteVi: '',
  noteEn: '',
  source: { publisher: 'Báo', title: null, address: 'bao.vn', publishedOn: null },
  addedAs: 'seed',
  addedByName: null,
  addedAt: '2026-01-01T00:00:00Z',
  mayRetract: false,
  retractedReason: null,
  ...more,
});

const summer: PastFair = {
  code: 'he-2019',
  nameVi: 'Hội chợ, Hè 2019',
  nameEn: 'Summer 2019',
  scope: 'provincial',
  firstDay: '2019-04-26',
  lastDay: null,
  venue: null,
  noteVi: '',
  noteEn: '',
  conflicts: ['revenue_vnd'],
  choices: [],
  sources: [],
  figures: [
    figure({ id: 'a', value: 15, exactness: 'over' }),
    figure({ id: 'b', value: 10 }),
    figure({ id: 'c', value: 10 }),
    figure({ id: 'd', value: 4, firstDays: 3 }),
    figure({ id: 'e', value: 7, part: 'ocop' }),
    figure({ id: 'f', value: 99, retractedReason: 'nhầm' }),
  ],
};

test('a cell says each different statement once, parts and what was retracted left out', () => {
  expect(saidOf(summer, 'revenue_vnd').map((said) => [said.value, said.firstDays])).toEqual([
    [15, 0],
    [10, 0],
    [4, 3],
  ]);
  expect(saidOf(summer, 'visits')).toEqual([]);
  expect(choicesOf(summer, 'revenue_vnd').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a spreadsheet gets every statement, and computes none of its texts', () => {
  const tricky = figure({
    source: { publisher: '=1+1', title: 'Nói "gần"', address: null, publishedOn: null },
  });
  const [head, line, end] = csvOf([{ ...summer, figures: [tricky] }]).split('\r\n');
  expect(head?.startsWith('\uFEFFfair,name_vi,')).toBe(true);
  expect(line).toBe(
    `he-2019,"Hội chợ, Hè 2019",2019-04-26,,revenue_vnd,whole,0,1,stated,false,'=1+1,"Nói ""gần""",,,`,
  );
  expect(end).toBe('');
});

test('a measure is saved with its base, its arithmetic and who says so', () => {
  const comparison = {
    own: { nameVi: 'Thu Đông', finishedDays: 2, days: 7, isProvisional: true, asOf: '2025-11-20' },
    base: { nameVi: 'Hè 2019' },
    days: [],
    lines: [
      {
        measure: 'revenue',
        basis: 'first_days_with_first_days',
        ownValue: 12_000,
        base: { low: 10_000, high: 16_000, bound: 'about' },
        figures: [figure({}), figure({ id: 'y' })],
        growth: { lowPercent: -33.3, highPercent: 20, bound: 'about', formula: '-33.3 %' },
        noGrowth: null,
      },
    ],
  } as unknown as Comparison;
  expect(linesCsv(comparison).split('\r\n')[1]).toBe(
    "revenue,first_days_with_first_days,12000,10000,16000,about,-333,200,about,'-33.3 %,,Báo,Thu Đông,Hè 2019,2,7,true,2025-11-20",
  );
});

test('a place is saved in the units of both times, with what the base lacks', () => {
  const name = (nameVi: string) => ({ nameVi, nameEn: nameVi });
  const part = {
    kind: 'place',
    origin: 'otherProvince',
    places: [name('Tỉnh Bắc Giang')],
    now: [name('Tỉnh Bắc Ninh')],
    missing: [name('Tỉnh Bắc Ninh')],
    basis: 'whole_with_whole',
    ownVnd: 900,
    base: { low: 700, high: 700, bound: 'exact' },
    figures: [figure({})],
    growth: null,
    noGrowth: 'other_ground',
  } as unknown as ComparedPart;
  const comparison = {
    own: { nameVi: 'Thu Đông', finishedDays: 7, days: 7, isProvisional: false, asOf: '2025-11-20' },
    base: { nameVi: 'Hè 2019' },
    parts: [part],
    isDeclaredInParts: true,
  } as unknown as Comparison;
  expect(partsCsv(comparison).split('\r\n')[1]).toBe(
    'place,otherProvince,Tỉnh Bắc Giang,Tỉnh Bắc Ninh,Tỉnh Bắc Ninh,whole_with_whole,900,700,700,exact,,,,,other_ground,Báo,Thu Đông,Hè 2019,7,7,false,2025-11-20,true',
  );
  expect(isOursAlone(part)).toBe(false);
  expect(isOursAlone({ ...part, base: null, missing: [] })).toBe(true);
});
