import { happeningsOf, profileOf, tillWeights } from './arrivals.rules';
import type { DayAhead } from './arrivals.rules';
import { Chance } from './chance.rules';

const eveningHour: DayAhead = {
  seed: '7',
  profile: 'weekday',
  startMinute: 19 * 60,
  minutes: 60,
  opensMinute: 8 * 60,
  closesMinute: 22 * 60,
  booths: 160,
  tillCount: 150,
  gateCount: 4,
  busyness: 1,
};

const count = (day: DayAhead, kind: string) =>
  happeningsOf(day).filter((happening) => happening.kind === kind).length;

describe('a day ahead', () => {
  it('is the same for the same seed and another for another', () => {
    expect(happeningsOf(eveningHour)).toEqual(happeningsOf({ ...eveningHour }));
    expect(happeningsOf({ ...eveningHour, seed: '8' })).not.toEqual(happeningsOf(eveningHour));
  });

  it('brings the customers and visitors of the hour, in order', () => {
    const happenings = happeningsOf(eveningHour);
    const times = happenings.map(({ atMinute }) => atMinute);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    // 13 % of 13,714 receipts and 14 % of 11,429 visits, within five standard deviations.
    expect(Math.abs(count(eveningHour, 'sale') - 1_783)).toBeLessThan(212);
    expect(Math.abs(count(eveningHour, 'entry') - 1_600)).toBeLessThan(200);
  });

  it('is quiet in the morning, and as busy as it gets when the fair is closed', () => {
    const morning = { ...eveningHour, startMinute: 8 * 60 };
    const night = { ...eveningHour, startMinute: 2 * 60 };
    expect(count(morning, 'sale')).toBeLessThan(220);
    expect(Math.abs(count(night, 'sale') - 1_783)).toBeLessThan(212);
  });

  it('grows with booths and with how busy it should be', () => {
    const small = count({ ...eveningHour, booths: 16, tillCount: 16 }, 'sale');
    const busy = count({ ...eveningHour, booths: 16, tillCount: 16, busyness: 20 }, 'sale');
    expect(small).toBeLessThan(260);
    expect(busy).toBeGreaterThan(3_200);
  });

  it('lets nobody out at a gate before coming in', () => {
    let inside = 0;
    let fewest = 0;
    for (const { kind } of happeningsOf(eveningHour)) {
      if (kind === 'entry') inside += 1;
      if (kind === 'exit') inside -= 1;
      fewest = Math.min(fewest, inside);
    }
    expect(fewest).toBe(0);
    expect(inside).toBeGreaterThan(0);
  });

  it('sends sales to every till and more of them to the busiest tenth', () => {
    const sales = new Map<number, number>();
    for (const happening of happeningsOf({ ...eveningHour, busyness: 10 })) {
      if (happening.kind !== 'sale') continue;
      sales.set(happening.till, (sales.get(happening.till) ?? 0) + 1);
    }
    const sorted = [...sales.values()].sort((a, b) => b - a);
    const all = sorted.reduce((sum, each) => sum + each, 0);
    const busiest = sorted.slice(0, 15).reduce((sum, each) => sum + each, 0);
    expect(sales.size).toBe(150);
    expect(busiest / all).toBeGreaterThan(0.36);
    expect(busiest / all).toBeLessThan(0.44);
  });

  it('works without a gate', () => {
    expect(count({ ...eveningHour, gateCount: 0 }, 'entry')).toBe(0);
  });
});

it.each([1, 2, 9, 10, 150])(
  'weights of %d tills sum to the tills, none of them below 0',
  (tills) => {
    const weights = tillWeights(tills, new Chance('1', 'x'));
    expect(weights).toHaveLength(tills);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(tills);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
  },
);

it.each([
  ['2025-10-28', 'openingDay'],
  ['2025-10-29', 'weekday'],
  ['2025-11-01', 'saturday'],
  ['2025-11-02', 'saturday'],
  ['2025-11-03', 'weekday'],
])('plays %s of the autumn fair as %s', (day, profile) => {
  expect(profileOf(day, '2025-10-28')).toBe(profile);
});
