import { heatOf } from '@phien/dashboard';
import { sampleClosing, sampleFacts } from '../testing/sample-day';
import { boothClasses } from './booth-classes.rules';

const boothsOf = (count: number) => sampleClosing(sampleFacts(count)).figures.booths;

it.each([160, 40, 7, 3])('are those of the live board, of %i booths', (count) => {
  const booths = boothsOf(count);
  /* Two of equal revenue are in one class. */
  const [first, second] = booths.filter(({ isHeard }) => isHeard);
  if (first && second) second.revenueVnd = first.revenueVnd;
  const earning = booths
    .filter(({ salesCount }) => salesCount > 0)
    .map(({ boothId, revenueVnd }) => ({ boothId, amount: revenueVnd }));
  const { standings, classes } = heatOf(earning, true);
  const own = boothClasses(booths);
  expect(own.map(({ heat }) => heat)).toEqual(classes.map(({ heat }) => heat).reverse());
  for (const { heat, boothIds, firstRank, lastRank, leastVnd, mostVnd } of own) {
    const told = classes.find((known) => known.heat === heat);
    expect(told).toMatchObject({ boothCount: boothIds.length, firstRank, lastRank });
    expect(told).toMatchObject({ least: leastVnd, most: mostVnd });
    for (const boothId of boothIds) expect(standings.get(boothId)?.heat).toBe(heat);
  }
});

it('hold no booth that neither sold nor declared', () => {
  const booths = boothsOf(20).map((booth, at) =>
    at === 0 ? { ...booth, salesCount: 0, declaredVnd: null, revenueVnd: 0 } : booth,
  );
  const classed = boothClasses(booths).flatMap(({ boothIds }) => boothIds);
  expect(classed).not.toContain(booths[0]?.boothId);
  expect(classed).toHaveLength(17);
  expect(boothClasses([])).toEqual([]);
});
