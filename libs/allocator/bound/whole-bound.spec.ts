import { Solver } from '../exact/solver';
import { Chance } from '../search/chance';
import { cheapestOfAll, smallFair } from '../testing/small-fair';
import { wholeBound } from './whole-bound';
import type { WholeBound } from './whole-bound';

const limits = { isStopped: () => false, secondsLeft: () => 20 };

it('never tells more than the best of all plans, comes near it, and tells it as it rises', async () => {
  const chance = new Chance(11);
  const solver = await Solver.open();
  let [sum, sumOfBest] = [0, 0];
  for (let n = 0; n < 16; n += 1) {
    const fair = smallFair(chance, 1 + chance.below(3));
    const { least, places } = cheapestOfAll(fair, new Float64Array(fair.hall.boothCount));
    if (!places) continue;
    const told: WholeBound[] = [];
    wholeBound(fair, solver, 0, limits, (better) => told.push(better));
    const bounds = told.map(({ bound }) => bound);
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
    expect(bounds.at(-1)).toBeLessThan(least + 1e-9);
    sum += bounds.at(-1)!;
    sumOfBest += least;
  }
  expect(sumOfBest).toBeGreaterThan(100);
  expect(sum / sumOfBest).toBeGreaterThan(0.9);
});
