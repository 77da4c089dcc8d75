import { obstaclesTo, type DayToSeal } from './sealing.rules';

const day = (change: Partial<DayToSeal> = {}): DayToSeal => ({
  day: '2025-10-28',
  revision: 1,
  waitingCount: 0,
  hasWaitingVisits: false,
  ...change,
});
const codes = (days: DayToSeal[], setAsideCount = 0, today = '2025-11-01') =>
  obstaclesTo(days, { today, setAsideCount }).map(({ code }) => code);

it.each([
  ['a fair that is over and closed', [day()], []],
  ['a day on which nothing happened', [day({ revision: null })], []],
  ['a day of tomorrow', [day(), day({ day: '2025-11-02', revision: null })], ['fair_not_over']],
  ['today itself', [day({ day: '2025-11-01' })], ['fair_not_over']],
  ['sales that nobody closed', [day({ revision: null, waitingCount: 3 })], ['day_not_closed']],
  [
    'visits that nobody closed',
    [day({ revision: null, hasWaitingVisits: true })],
    ['day_not_closed'],
  ],
  ['a late sale', [day({ waitingCount: 1 })], ['day_waits_for_revision']],
])('asks of %s', (_, days, expected) => {
  expect(codes(days)).toEqual(expected);
});

it('asks that whatever was set aside is decided', () => {
  expect(obstaclesTo([day()], { today: '2025-11-01', setAsideCount: 2 })).toEqual([
    { code: 'set_aside_waits', day: null, count: 2 },
  ]);
});
