import { heatsOf, classesOf } from './heat.rules';
import { coursesOf, hoursOver, readBoothHour, type BoothHour } from './steps.rules';

const row = (boothId: string, hour: number, salesCount: number, revenueVnd: number): BoothHour => ({
  boothId,
  hour,
  salesCount,
  revenueVnd,
});

it('reads booth and hour out of a key', () => {
  expect(readBoothHour('0190-ab 25')).toEqual({ boothId: '0190-ab', hour: 25 });
});

describe('the hours that a step may end with', () => {
  it.each<[string, number[], number | null, number[]]>([
    [
      'of a day that is over run to the last sale',
      [9, 12, 26],
      null,
      [9, 10, 11, 12, ...range(13, 26)],
    ],
    ['of a running day are those that are over', [9, 10], 11 * 60 + 59, [9, 10]],
    ['go on through quiet hours', [9], 12 * 60, [9, 10, 11]],
    ['are none in the first hour', [9], 9 * 60 + 30, []],
    ['are none without a sale', [], 12 * 60, []],
  ])('%s', (_, sold, upToMinute, expected) => {
    const hours = sold.map((hour) => ({ hour }));
    expect(hoursOver(hours, upToMinute)).toEqual(expected);
  });
});

describe('the way of booths through the day', () => {
  const sold = [
    row('a', 9, 1, 100),
    row('b', 10, 2, 500),
    row('a', 11, 1, -60),
    row('a', 11, 3, 900),
  ];
  const whole = [
    { boothId: 'a', areaCm2: 90_000, salesCount: 5, revenueVnd: 940 },
    { boothId: 'b', areaCm2: 90_000, salesCount: 2, revenueVnd: 700 },
    { boothId: 'only declares', areaCm2: 90_000, salesCount: 0, revenueVnd: 50 },
  ];
  const classes = classesOf(heatsOf(whole, true));
  const [a, b, ...others] = coursesOf(whole, sold, [9, 10, 11], classes, true);

  it('adds up hour by hour, in the classes of the whole day', () => {
    expect(a).toMatchObject({
      revenue: { amount: [100, 100, 940], heat: [2, 2, 6] },
      sales: { amount: [1, 1, 5], heat: [3, 3, 6] },
    });
    /* What b declared is of no hour: measured it never comes to its own class of the day. */
    expect(b?.revenue).toEqual({ amount: [0, 500, 500], heat: [0, 2, 2] });
    expect(others).toEqual([]);
  });

  it('tells classes without amounts to who may see no money of a booth', () => {
    const shown = coursesOf(whole, sold, [10], classes, false);
    expect(shown.map(({ revenue, sales, density }) => [revenue, sales, density])).toEqual(
      [
        [2, 3, 2],
        [2, 3, 2],
      ].map((heats) => heats.map((heat) => ({ heat: [heat], amount: null }))),
    );
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
