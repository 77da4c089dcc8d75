import {
  compare,
  growthOf,
  measured,
  readingOf,
  readingToDate,
  type BaseSide,
  type Exactness,
  type FigureKind,
  type Statement,
  type Value,
} from './comparison.rules';
import { fairToDate, knownOf, statementsAbout, type ListedDay } from './fair-to-date.rules';

let ids = 0;
const said = (
  kind: FigureKind,
  value: number,
  exactness: Exactness = 'stated',
  firstDays = 0,
): Statement => ({ id: `${++ids}`, kind, value, exactness, firstDays, isPlanned: false });

const base = (...statements: Statement[]): BaseSide => ({ statements, chosen: new Map() });

const value = (low: number, high = low): Value => ({
  low,
  high,
  bound: 'exact',
  isConflict: low !== high,
  isChosen: false,
  isPlanned: false,
});

const SUMMER_2019 = [
  said('revenue_vnd', 15_000_000_000, 'over'),
  said('revenue_vnd', 10_200_000_000),
  said('revenue_vnd', 10_200_000_000),
  said('visits', 98_000, 'over'),
  said('visits', 110_000, 'nearly', 5),
  said('booths', 250, 'over'),
  said('days', 6),
];

describe('what was published of a fair', () => {
  it('is a range where sources contradict each other, and never a mean', () => {
    expect(readingOf(SUMMER_2019, 'revenue_vnd', null)).toMatchObject({
      low: 10_200_000_000,
      high: 15_000_000_000,
      isConflict: true,
      isChosen: false,
    });
  });

  it('is the one statement that was decided for', () => {
    const [printed] = SUMMER_2019;
    expect(readingOf(SUMMER_2019, 'revenue_vnd', printed!.id)).toMatchObject({
      low: 15_000_000_000,
      high: 15_000_000_000,
      bound: 'at_least',
      isConflict: false,
      isChosen: true,
    });
  });

  it('contradicts itself when five days had more than the whole', () => {
    expect(readingOf(SUMMER_2019, 'visits', null)).toMatchObject({ low: 98_000, high: 110_000 });
  });

  it('is as exact as the most exact of those that agree', () => {
    const agreed = [said('booths', 160, 'over'), said('booths', 160)];
    expect(readingOf(agreed, 'booths', null)).toMatchObject({ bound: 'exact', isConflict: false });
    const unlike = [said('booths', 160, 'over'), said('booths', 160, 'nearly')];
    expect(readingOf(unlike, 'booths', null)?.bound).toBe('about');
    expect(readingOf(unlike, 'visits', null)).toBeNull();
  });

  it('knows the first days where they were published, and the whole by its number of days', () => {
    const known = base(...SUMMER_2019);
    expect(readingToDate(known, 'visits', 5)).toMatchObject({ low: 110_000, bound: 'at_most' });
    expect(readingToDate(known, 'visits', 6)).toMatchObject({ low: 98_000, high: 110_000 });
    expect(readingToDate(known, 'visits', 4)).toBeNull();
  });
});

describe('a figure for each of another', () => {
  const of = (known: Partial<Record<FigureKind, Value>>) => (kind: FigureKind) =>
    known[kind] ?? null;

  it('is rounded half up to whole units, the range turned round below the line', () => {
    const known = of({ revenue_vnd: value(1_000, 2_000), days: value(3, 6) });
    expect(measured('revenue_per_day', known).value).toMatchObject({ low: 167, high: 667 });
  });

  it('says what is lacking instead of a figure', () => {
    expect(measured('revenue_per_visit', of({ revenue_vnd: value(5) }))).toEqual({
      value: null,
      lack: 'visits',
    });
    expect(measured('revenue_per_booth', of({ booths: value(9) })).lack).toBe('revenue_vnd');
    expect(
      measured('revenue_per_visit', of({ revenue_vnd: value(5), visits: value(0) })).lack,
    ).toBe('visits');
  });

  it.each([
    ['over', 'stated', 'at_least'],
    ['stated', 'over', 'at_most'],
    ['over', 'nearly', 'at_least'],
    ['over', 'over', 'about'],
    ['about', 'stated', 'about'],
    ['derived', 'over', 'about'],
  ] as const)('%s for each of %s is %s', (top, bottom, bound) => {
    const statements = [said('revenue_vnd', 100, top), said('booths', 10, bottom)];
    const known = (kind: FigureKind) => readingOf(statements, kind, null);
    expect(measured('revenue_per_booth', known).value?.bound).toBe(bound);
  });
});

describe('growth', () => {
  it('is printed with its arithmetic, of both ends of a range', () => {
    expect(growthOf(12_000, value(10_000, 16_000))).toEqual({
      lowPercent: -25,
      highPercent: 20,
      bound: 'exact',
      formula: '(12000 − 16000) ÷ 16000 × 100 = -25 %; (12000 − 10000) ÷ 10000 × 100 = 20 %',
    });
  });

  it('against "over 15 billion" is at most what it comes to, and against 0 is none', () => {
    const over = { ...value(15_000), bound: 'at_least' as const };
    expect(growthOf(18_000, over)).toMatchObject({ lowPercent: 20, bound: 'at_most' });
    expect(growthOf(18_000, value(0))).toBeNull();
  });
});

const listed = (
  day: string,
  totalVnd: number | null,
  more: Partial<ListedDay> = {},
): ListedDay => ({
  day,
  isOutside: false,
  isOpen: true,
  state: totalVnd === null ? 'upcoming' : 'complete',
  revision: totalVnd === null ? null : 1,
  figures: totalVnd === null ? null : { totalVnd, entries: totalVnd / 10 },
  ...more,
});

/** Three days and a closed one between; the third is today and runs. */
const RUNNING = [
  listed('2026-05-01', 1_000),
  listed('2026-05-02', null, { isOpen: false }),
  listed('2026-05-03', 3_000, { state: 'open', revision: null }),
  listed('2026-05-04', 500, { state: 'open', revision: null }),
];

describe('a fair that still runs', () => {
  const fair = fairToDate(RUNNING, '2026-05-04');
  const ours = { ...fair, known: knownOf(fair, 4) };

  it('is its finished days by number, provisional', () => {
    expect(fair).toMatchObject({ finishedDays: 2, isOver: false, isProvisional: true });
    expect(fair.days.map((day) => [day.number, day.day, day.isFinished])).toEqual([
      [1, '2026-05-01', true],
      [2, '2026-05-03', true],
      [3, '2026-05-04', false],
    ]);
    expect([fair.revenueVnd, fair.visits]).toEqual([4_000, 400]);
  });

  it('says no growth of its first days against the whole of a base, but a day against a day', () => {
    const whole = base(said('revenue_vnd', 9_000), said('days', 3), said('booths', 4));
    expect(compare('revenue', ours, whole)).toMatchObject({
      basis: 'first_days_with_whole',
      own: { value: { low: 4_000 } },
      base: { value: { low: 9_000 } },
      growth: null,
      noGrowth: 'first_days_against_whole',
    });
    expect(compare('revenue_per_booth', ours, whole).noGrowth).toBe('first_days_against_whole');
    expect(compare('revenue_per_day', ours, whole)).toMatchObject({
      basis: 'first_days_with_whole',
      growth: { lowPercent: -33.3 },
    });
  });

  it('stands against the same first days where they were published', () => {
    const part = base(said('revenue_vnd', 5_000, 'stated', 2), said('revenue_vnd', 9_000));
    expect(compare('revenue', ours, part)).toMatchObject({
      basis: 'first_days_with_first_days',
      growth: { lowPercent: -20 },
      noGrowth: null,
    });
  });

  it('computes nothing where the base or ours lacks a figure', () => {
    expect(compare('visits', ours, base(said('booths', 4)))).toMatchObject({
      base: { value: null, lack: 'visits' },
      growth: null,
      noGrowth: 'base_lacks_figure',
    });
    const empty = fairToDate([listed('2026-05-01', 5, { revision: null })], '2026-05-01');
    const unknown = { ...empty, known: knownOf(empty, 0) };
    expect(compare('booths', unknown, base(said('booths', 4))).noGrowth).toBe('own_lacks_figure');
    expect(compare('revenue', unknown, base(said('revenue_vnd', 4))).own.lack).toBe('revenue_vnd');
  });
});

describe('a fair that is over', () => {
  const fair = fairToDate(
    [
      listed('2026-05-01', 1_000),
      listed('2026-05-02', 3_000),
      listed('2026-05-03', 50, { isOutside: true, isOpen: false }),
    ],
    '2026-05-09',
  );

  it('counts what was sold outside its days in the whole, and in no day', () => {
    expect(fair).toMatchObject({ isOver: true, isProvisional: false, revenueVnd: 4_050 });
    expect(fair.days[1]?.revenueToDateVnd).toBe(4_000);
  });

  it('is a base like any other', () => {
    const statements = statementsAbout(fair, 7);
    expect(readingOf(statements, 'revenue_vnd', null)).toMatchObject({ low: 4_050, high: 4_050 });
    expect(readingToDate(base(...statements), 'revenue_vnd', 1)).toMatchObject({ low: 1_000 });
    expect(readingOf(statements, 'days', null)?.low).toBe(2);
  });
});
