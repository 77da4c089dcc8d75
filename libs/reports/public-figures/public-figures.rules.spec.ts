import {
  nothingPublished,
  publicAsOf,
  publicDay,
  publicTotal,
  roundedDown,
  type ClosedDay,
  type DayToTell,
  type PublicationChoice,
} from './public-figures.rules';

const TODAY = '2025-10-29';
const all: PublicationChoice = {
  ...nothingPublished,
  isPublished: true,
  showsVisits: true,
  showsRevenue: true,
  showsBooths: true,
};
const closing: ClosedDay = {
  revision: 2,
  closedAt: new Date('2025-10-28T16:00:00Z'),
  isComplete: true,
  measuredVnd: 123_456_789,
  entries: 4_567,
  boothsSelling: 40,
  boothsMeasured: 41,
  declaredVnd: 20_000_000,
  boothsDeclared: 3,
};
const facts = (more: Partial<DayToTell> = {}): DayToTell => ({
  day: TODAY,
  opensAt: '08:00',
  closesAt: '22:00',
  isOpen: true,
  closed: null,
  measured: { measuredVnd: 98_765_432, entries: 1_299, boothsSelling: 12, boothsMeasured: 12 },
  ...more,
});
const told = (more: Partial<DayToTell> = {}, choice = all) =>
  publicDay(facts(more), choice, { today: TODAY, fewestBooths: 3 });

it.each([
  [1_299, 100, 1_200],
  [1_300, 100, 1_300],
  [99, 100, 0],
  [0, 10, 0],
  [-5_000_000, 1_000_000, 0],
  [98_765_432, 10_000_000, 90_000_000],
])('tells of %d to the %d at least %d', (figure, step, expected) => {
  expect(roundedDown(figure, step)).toBe(expected);
});

it.each([
  ['whole minutes ago', '2025-10-29T05:00:59.999Z', '2025-10-29T05:00:59.999Z', 15, '04:45:00'],
  ['this minute alone', '2025-10-29T05:00:00.000Z', '2025-10-29T05:00:00.000Z', 0, '05:00:00'],
  ['not beyond the sums', '2025-10-29T05:00:00.000Z', '2025-10-29T04:30:30.000Z', 15, '04:30:00'],
  ['sums that are ahead', '2025-10-29T05:00:00.000Z', '2025-10-29T04:59:00.000Z', 60, '04:00:00'],
])('is as of %s', (_, now, summedUpTo, delayMinutes, expected) => {
  const asOf = publicAsOf({
    now: new Date(now),
    summedUpTo: new Date(summedUpTo),
    delayMinutes,
  });
  expect(asOf.toISOString()).toBe(`2025-10-29T${expected}.000Z`);
});

it('tells a running day as measured, and that what booths declare comes later', () => {
  expect(told()).toMatchObject({
    state: 'running',
    visits: 1_200,
    revenueVnd: 90_000_000,
    declared: 'later',
    boothsSelling: 12,
    revision: null,
  });
});

it('tells a closed day as its revision has it, declared with it', () => {
  expect(told({ closed: closing })).toMatchObject({
    state: 'closed',
    revision: 2,
    isComplete: true,
    visits: 4_500,
    revenueVnd: 140_000_000,
    declared: 'included',
  });
});

it.each([
  ['two booths measured', { measured: { ...facts().measured, boothsMeasured: 2 } }, true, null],
  [
    'nobody sold',
    { measured: { ...facts().measured, measuredVnd: 0, boothsMeasured: 0 } },
    false,
    0,
  ],
  [
    'two of them closed',
    { closed: { ...closing, boothsMeasured: 2, boothsDeclared: 0 } },
    true,
    null,
  ],
  ['two declared', { closed: { ...closing, boothsDeclared: 2 } }, false, 120_000_000],
  [
    'two sold and two declared',
    { closed: { ...closing, boothsMeasured: 2, boothsDeclared: 2 } },
    true,
    null,
  ],
  ['two sold, three declared', { closed: { ...closing, boothsMeasured: 2 } }, false, 140_000_000],
])('never tells the money of a booth: %s', (_, more, isWithheld, revenueVnd) => {
  expect(told(more)).toMatchObject({ isRevenueWithheld: isWithheld, revenueVnd });
});

it.each([
  ['tomorrow', { day: '2025-10-30' }, 'coming'],
  [
    'a day off',
    { isOpen: false, measured: { ...facts().measured, entries: 0, boothsMeasured: 0 } },
    'shut',
  ],
  ['a day off on which somebody came', { isOpen: false }, 'running'],
  ['yesterday, not closed', { day: '2025-10-28' }, 'unclosed'],
])('%s is %s', (_, more, state) => {
  expect(told(more).state).toBe(state);
});

it('tells nothing of a day before its closing when so chosen', () => {
  const choice = { ...all, delayMinutes: null };
  expect(told({}, choice)).toMatchObject({
    visits: null,
    revenueVnd: null,
    boothsSelling: null,
  });
  expect(told({ closed: closing }, choice)).toMatchObject({ revenueVnd: 140_000_000 });
});

it('tells no total that was not chosen', () => {
  const { visits, revenueVnd, boothsSelling, isRevenueWithheld, declared } = told(
    { closed: { ...closing, boothsMeasured: 1, boothsDeclared: 0 } },
    { ...nothingPublished, isPublished: true },
  );
  expect([visits, revenueVnd, boothsSelling, isRevenueWithheld, declared]).toEqual([
    null,
    null,
    null,
    false,
    null,
  ]);
});

it('sums what it tells, so that no withheld day is the difference', () => {
  const few = { ...closing, boothsMeasured: 2, boothsDeclared: 0 };
  const days = [told({ closed: closing }), told({ closed: few }), told()];
  expect(publicTotal(days)).toEqual({
    visits: 4_500 + 4_500 + 1_200,
    revenueVnd: 140_000_000 + 90_000_000,
    revenueDays: 2,
  });
  expect(publicTotal([])).toEqual({ visits: null, revenueVnd: null, revenueDays: 0 });
});
