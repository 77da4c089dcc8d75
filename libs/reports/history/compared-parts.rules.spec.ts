import {
  comparedParts,
  type BaseParts,
  type OwnParts,
  type PlaceFigure,
} from './compared-parts.rules';
import type { Statement } from './comparison.rules';
import { houseParts, pastParts } from './known-parts.rules';
import type { PastFigureDto } from './past-fair.dto';

const HA_LONG = 'qn-communes:06685';
const TIEN_YEN = ['qn-communes:06862', 'qn-communes:06874'];
const BAC_NINH = '34:24';

const sold = (key: string, revenueVnd: number, origin: PlaceFigure['origin']): PlaceFigure => ({
  key,
  revenueVnd,
  origin,
});
const places = [
  sold(HA_LONG, 500, 'inProvince'),
  sold(TIEN_YEN[0]!, 300, 'inProvince'),
  sold(TIEN_YEN[1]!, 100, 'inProvince'),
  sold(BAC_NINH, 900, 'otherProvince'),
  sold('TH', 400, 'foreign'),
];
const own = (more: Partial<OwnParts> = {}): OwnParts => ({
  isOver: true,
  finishedDays: 3,
  known: () => null,
  day: '2025-10-28',
  takingPart: places.map(({ key }) => key),
  places,
  ...more,
});

const published = (
  part: PastFigureDto['part'],
  value: number,
  more: Partial<PastFigureDto> & { key?: string } = {},
) =>
  ({
    id: `${part} ${more.key ?? ''} ${value}`,
    kind: 'revenue_vnd',
    part,
    value,
    exactness: 'stated',
    firstDays: 0,
    isPlanned: false,
    retractedReason: null,
    place:
      more.key === undefined ? null : { key: more.key, nameVi: '', nameEn: '', successors: [] },
    ...more,
  }) as unknown as PastFigureDto;
const base = (...figures: PastFigureDto[]): BaseParts => ({
  day: '2019-08-28',
  statements: [],
  chosen: new Map(),
  ...pastParts(figures),
});
const row = (parts: ReturnType<typeof comparedParts>, key: string) => {
  const found = parts.find((part) =>
    part.kind === 'origin'
      ? part.origin === key
      : [...part.baseKeys, ...part.ownKeys].includes(key),
  );
  if (!found) throw new Error(`${key} has no row`);
  return found;
};

describe('our revenue by place', () => {
  const parts = comparedParts(
    own(),
    base(
      published('in_province', 600),
      published('place', 200, { key: 'qn-districts:199' }),
      published('place', 700, { key: '63:24' }),
      published('country', 500, { key: 'TH' }),
      published('ocop', 50),
    ),
  );

  it('sums to the origins, whatever the base says, and so do they to the whole', () => {
    const sum = (of: typeof parts) => of.reduce((total, { ownVnd }) => total + (ownVnd ?? 0), 0);
    const isOrigin = ({ kind }: (typeof parts)[number]) => kind === 'origin';
    expect(sum(parts.filter(isOrigin))).toBe(2_200);
    expect(sum(parts.filter((part) => !isOrigin(part)))).toBe(2_200);
  });

  it('grows against the district that its communes were, and against a country', () => {
    expect(row(parts, 'inProvince')).toMatchObject({ ownVnd: 900, growth: { lowPercent: 50 } });
    expect(row(parts, 'qn-districts:199')).toMatchObject({
      ownKeys: TIEN_YEN,
      ownVnd: 400,
      base: { low: 200 },
      growth: { lowPercent: 100, formula: '(400 − 200) ÷ 200 × 100 = 100 %' },
    });
    expect(row(parts, 'TH')).toMatchObject({ ownVnd: 400, growth: { lowPercent: -20 } });
  });

  it('says no growth where ours holds more ground than the base tells of', () => {
    expect(row(parts, '63:24')).toMatchObject({
      ownVnd: 900,
      base: { low: 700 },
      growth: null,
      noGrowth: 'other_ground',
    });
    expect(row(parts, '63:24').missing).toHaveLength(1);
    const both = comparedParts(
      own(),
      base(
        published('place', 700, { key: '63:24', exactness: 'over' }),
        published('place', 100, { key: '63:27' }),
      ),
    );
    expect(row(both, BAC_NINH)).toMatchObject({
      base: { low: 800, bound: 'at_least' },
      growth: { lowPercent: 12.5, bound: 'at_most' },
    });
  });

  it('is beside nothing where the base says nothing of a place', () => {
    expect(row(parts, HA_LONG)).toMatchObject({ ownVnd: 500, noGrowth: 'base_lacks_figure' });
  });
});

describe('of a fair that still runs', () => {
  it('is compared with the same first days alone', () => {
    const running = own({ isOver: false, finishedDays: 2 });
    const whole = published('place', 200, { key: 'qn-districts:199' });
    expect(row(comparedParts(running, base(whole)), 'qn-districts:199')).toMatchObject({
      basis: 'first_days_with_whole',
      noGrowth: 'first_days_against_whole',
    });
    const part = { ...whole, firstDays: 2 };
    expect(row(comparedParts(running, base(part)), 'qn-districts:199')).toMatchObject({
      basis: 'first_days_with_first_days',
      growth: { lowPercent: 100 },
    });
    const before = comparedParts(
      own({ isOver: false, finishedDays: 0, places: null }),
      base(whole),
    );
    expect(row(before, 'qn-districts:199').noGrowth).toBe('own_lacks_figure');
  });
});

describe('places that are told together', () => {
  const grouped = own({
    places: [sold(HA_LONG, 500, 'inProvince'), sold('grouped', 400, 'inProvince')],
    takingPart: [HA_LONG, ...TIEN_YEN],
  });

  it('are in no row of a place that one of them may be from', () => {
    const parts = comparedParts(
      grouped,
      base(
        published('place', 200, { key: 'qn-districts:199' }),
        published('place', 300, { key: 'qn-districts:207' }),
      ),
    );
    expect(row(parts, 'qn-districts:199')).toMatchObject({
      ownVnd: null,
      base: { low: 200 },
      growth: null,
      noGrowth: 'own_withheld',
    });
    /* From Cô Tô nobody came, which is no secret. */
    expect(row(parts, 'qn-districts:207')).toMatchObject({ ownVnd: 0 });
    expect(parts.find(({ kind }) => kind === 'grouped')).toMatchObject({ ownVnd: 400 });
  });

  it('are not known of a fair of this house either, unlike one that sold nothing', () => {
    const { parts, mayHaveSold } = houseParts(
      { places: grouped.places ?? [], takingPart: [HA_LONG, TIEN_YEN[0]!, 'TH'] },
      0,
    );
    const known = (key: string): readonly Statement[] | undefined =>
      parts.find(({ part }) => part === key)?.statements;
    expect(known('inProvince')).toMatchObject([{ value: 900 }]);
    expect(known('TH')).toMatchObject([{ value: 0 }]);
    expect(known(TIEN_YEN[0]!)).toBeUndefined();
    expect([TIEN_YEN[0]!, TIEN_YEN[1]!, 'TH'].map(mayHaveSold)).toEqual([true, false, false]);
  });
});
