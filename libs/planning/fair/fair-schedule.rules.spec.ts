import { daysFrom } from './fair-days.rules';
import {
  daysToCome,
  everyDay,
  whyDaysStay,
  whyNotScheduled,
  type DayKind,
  type ScheduledDay,
} from './fair-schedule.rules';

const day = (date: string, kind: DayKind = 'open', said: Partial<ScheduledDay> = {}) => ({
  ...everyDay([date])[0]!,
  kind,
  ...said,
});
const EVENING = day('2026-10-27', 'opening_evening', { opensAt: '19:00' });
const FAIR = [EVENING, day('2026-10-28'), day('2026-10-29', 'closed'), day('2026-10-30')];

it.each([
  ['a fair with an opening evening and a closed day', {}, undefined],
  ['a day that no calendar has', { days: [day('2026-02-30')] }, 'day_unknown'],
  ['a day twice', { days: [day('2026-10-28'), day('2026-10-28', 'closed')] }, 'day_twice'],
  [
    'a day that closes first',
    { days: [day('2026-10-28', 'open', { closesAt: '07:00' })] },
    'hours_reversed',
  ],
  ['closed days alone', { days: [day('2026-10-28', 'closed')] }, 'fair_has_no_open_day'],
  ['63 days', { days: everyDay(daysFrom('2026-10-01', 63)) }, 'too_many_days'],
  [
    'a goods week of 32 days',
    { kind: 'goods_week', days: everyDay(daysFrom('2026-10-01', 32)) },
    'too_many_days',
  ],
  [
    'a year of a point of sale',
    { kind: 'point_of_sale', days: everyDay(daysFrom('2026-01-01', 365)) },
    undefined,
  ],
  ['its opening evening', { kind: 'point_of_sale' }, 'opening_evening_not_of_kind'],
  [
    'two opening evenings',
    { days: [...FAIR, day('2026-10-26', 'opening_evening')] },
    'opening_evening_once',
  ],
  [
    'an opening evening after the first day',
    { days: [day('2026-10-26'), ...FAIR] },
    'opening_evening_too_late',
  ],
  ['a fair without an end', { hasOpenEnd: true }, 'open_end_not_of_kind'],
  [
    'a point of sale without an end',
    { kind: 'point_of_sale', hasOpenEnd: true, days: [day('2026-10-28')] },
    undefined,
  ],
] as const)('of the days of %s it says', (_, wish, code) => {
  const schedule = { kind: 'fair' as const, hasOpenEnd: false, days: FAIR, ...wish };
  expect(whyNotScheduled(schedule)?.code).toBe(code);
});

describe('once the days are told', () => {
  const change = (wanted: ScheduledDay[], wish: { withFacts?: string[]; isDraft?: boolean } = {}) =>
    whyDaysStay({
      was: FAIR,
      wanted,
      today: '2026-10-28',
      withFacts: new Set(wish.withFacts),
      isDraft: wish.isDraft ?? false,
    })?.code;
  const [evening, first, shut, last] = FAIR as [
    ScheduledDay,
    ScheduledDay,
    ScheduledDay,
    ScheduledDay,
  ];

  it('lets coming days move, go and come, and tonight run longer', () => {
    expect(change(FAIR)).toBeUndefined();
    expect(
      change([evening, { ...first, closesAt: '23:00' }, shut, day('2026-10-31')]),
    ).toBeUndefined();
    expect(change([evening, first, { ...shut, kind: 'open' }])).toBeUndefined();
  });

  it('keeps days that are over, and puts none behind today', () => {
    expect(change([{ ...evening, closesAt: '23:00' }, first, shut, last])).toBe('day_is_over');
    expect(change([first, shut, last])).toBe('day_is_over');
    expect(change([...FAIR, day('2026-10-26')])).toBe('day_is_over');
    expect(change([first, shut, last], { isDraft: true })).toBeUndefined();
  });

  it('keeps a day with facts, whenever it is', () => {
    const withFacts = ['2026-10-28', '2026-10-30'];
    expect(change([evening, shut, last], { withFacts })).toBe('day_has_facts');
    expect(change([evening, first, shut], { withFacts })).toBe('day_has_facts');
    expect(change([evening, { ...first, kind: 'closed' }, shut, last], { withFacts })).toBe(
      'day_has_facts',
    );
    expect(
      change([evening, first, shut, { ...last, closesAt: '20:00' }], { withFacts }),
    ).toBeUndefined();
  });
});

it('writes on the days of a point of sale, each like a week before, and none twice', () => {
  const week = daysFrom('2026-11-02', 7).map((date, at) =>
    at === 0 ? day(date, 'closed') : day(date, 'open', { closesAt: at === 6 ? '18:00' : '21:00' }),
  );
  const coming = daysToCome(week, '2026-11-05');
  expect(coming[0]).toEqual(day('2026-11-09', 'closed'));
  expect(coming[6]).toMatchObject({ day: '2026-11-15', closesAt: '18:00' });
  expect(coming.at(-1)?.day).toBe('2026-12-06');
  expect(daysToCome([...week, ...coming], '2026-11-05')).toEqual([]);
  expect(daysToCome([...week, ...coming], '2026-11-06')).toHaveLength(1);
});
