import { classOf, heatOf, heatsOf } from './heat.rules';

const booths = (...amounts: number[]) =>
  amounts.map((amount, at) => ({ boothId: `b${at}`, amount }));

describe('the heat of booths', () => {
  it('cuts the ranking into six classes of as many booths each', () => {
    const { standings, classes } = heatOf(
      booths(...Array.from({ length: 12 }, (_, at) => at * 10)),
      true,
    );
    expect(classes.map(({ heat, boothCount }) => [heat, boothCount])).toEqual(
      [6, 5, 4, 3, 2, 1].map((heat) => [heat, 2]),
    );
    expect(classes[0]).toEqual({
      heat: 6,
      boothCount: 2,
      firstRank: 1,
      lastRank: 2,
      least: 100,
      most: 110,
    });
    expect(standings.get('b11')).toEqual({ rank: 1, heat: 6, amount: 110 });
    expect(standings.get('b0')).toEqual({ rank: 12, heat: 1, amount: 0 });
  });

  it('gives equal booths one rank and one class', () => {
    const { standings } = heatOf(booths(5, 5, 5, 1), true);
    expect([...standings.values()].map(({ rank, heat }) => [rank, heat])).toEqual([
      [1, 6],
      [1, 6],
      [1, 6],
      [4, 2],
    ]);
  });

  it('tells no amount to who may see ranks only', () => {
    const { standings, classes } = heatOf(booths(7, 8), false);
    expect([...standings.values()].map(({ amount }) => amount)).toEqual([null, null]);
    expect(classes.flatMap(({ least, most }) => [least, most])).toEqual([null, null, null, null]);
  });
});

it('ranks by the square metre what stands on ground of different sizes', () => {
  const at = (boothId: string, revenueVnd: number, areaCm2: number, salesCount = 1) => ({
    boothId,
    areaCm2,
    salesCount,
    revenueVnd,
  });
  const heats = heatsOf(
    [at('wide', 1_000_000, 180_000), at('small', 900_000, 90_000), at('said', 90_001, 90_000, 0)],
    true,
  );
  const amounts = (metric: keyof typeof heats) =>
    [...heats[metric].standings].map(([booth, { rank, amount }]) => [booth, rank, amount]);
  expect(amounts('revenue')[0]).toEqual(['wide', 1, 1_000_000]);
  expect(amounts('density')).toEqual([
    ['small', 1, 100_000],
    ['wide', 2, 55_556],
    ['said', 3, 10_000],
  ]);
  expect(amounts('sales').map(([booth]) => booth)).toEqual(['wide', 'small']);
});

it('puts an amount of any hour into the classes of the day', () => {
  const { classes } = heatOf(booths(10, 20, 30, 40, 50, 60), true);
  expect([60, 59, 50, 21, 10, 9, 0, -5].map((amount) => classOf(amount, classes))).toEqual([
    6, 5, 5, 2, 1, 1, 1, 1,
  ]);
  expect(classOf(10, [])).toBe(0);
});
