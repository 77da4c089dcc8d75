import { Chance } from '../search/chance';
import { cheapestOfAll, smallFair } from '../testing/small-fair';
import { Assignment } from './assign';
import { GroupCosts, priced } from './group-costs';
import { GroupLayouts } from './group-layouts';
import { GroupSearch } from './group-search';
import { PlaceWalks } from './place-walks';

const chance = new Chance(7);

it('never proves more of a group than its cheapest layout, and with time enough just that', () => {
  let compared = 0;
  for (let n = 0; n < 120; n += 1) {
    const fair = smallFair(chance, 1);
    const prices = Float64Array.from(fair.instance.booths, () =>
      chance.below(3) === 0 ? 0 : chance.below(99) / 9,
    );
    const { least, places } = cheapestOfAll(fair, prices);
    const costs = new GroupCosts(fair, new PlaceWalks(fair), 0);
    const layouts = new GroupLayouts(costs);
    const all = { known: Infinity, slack: 0, steps: 1e6 };
    if (!places) {
      expect(layouts.cheapest(prices, all).atLeast).toBeGreaterThan(1e6);
      continue;
    }
    compared += 1;
    expect(priced(costs.layoutOf(places), prices)).toBeCloseTo(least, 9);
    const proven = layouts.cheapest(prices, all);
    expect(proven.atLeast).toBeCloseTo(least, 6);
    expect(priced(proven.found.at(-1)!, prices)).toBeCloseTo(least, 6);
    for (const steps of [1, 4, 16, 1e6]) {
      for (const known of [least, least + 2]) {
        const some = layouts.cheapest(prices, { known, slack: 0.5, steps });
        expect(some.atLeast).toBeLessThan(least + 1e-6);
        if (some.isDone) expect(some.atLeast).toBeGreaterThan(least - 0.5 - 1e-6);
      }
    }
    const guessed = new GroupSearch(costs, chance).cheaper(costs.layoutOf(places), prices, 500);
    expect(priced(guessed, prices)).toBeCloseTo(least, 6);
  }
  expect(compared).toBeGreaterThan(60);
});

it('assigns rows to columns as cheaply as can be, and prices prove it', () => {
  const assignment = new Assignment(5, 8);
  for (let n = 0; n < 300; n += 1) {
    const rows = 1 + chance.below(5);
    const columns = rows + chance.below(4);
    const costs = Float64Array.from({ length: rows * columns }, () => chance.below(40) - 10);
    const told = assignment.solve(costs, rows, columns);
    let paid = 0;
    for (let column = 0; column < columns; column += 1) {
      const row = assignment.rowAt[column]!;
      if (row >= 0) paid += costs[row * columns + column]!;
    }
    expect(paid).toBeCloseTo(told, 9);
    costs.forEach((cost, at) => {
      const price =
        assignment.ofRow[Math.floor(at / columns)]! + assignment.ofColumn[at % columns]!;
      expect(price).toBeLessThan(cost + 1e-9);
    });
    expect(Math.max(...assignment.ofColumn.subarray(0, columns))).toBeLessThan(1e-9);
  }
  expect(assignment.solve(new Float64Array(2), 2, 1)).toBe(Infinity);
});
