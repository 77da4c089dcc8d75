import { checkPlan } from '../check/check-plan';
import { compile } from '../compile/compile';
import type { Compiled } from '../compile/compile';
import { placesById } from '../compile/score-places';
import { ExactSide } from '../exact/exact-side';
import { Solver } from '../exact/solver';
import { Arrangement } from '../search/arrangement';
import { Chance } from '../search/chance';
import { placeEverybody } from '../search/first-plan';
import { pairTablesOf } from '../search/pair-tables';
import { devInstance } from '../testing/dev-instance';
import { repair } from './repair';
import type { RepairWishes } from './repair';

interface Told {
  readonly points: number;
  readonly moves: number;
  readonly repairs: number;
  readonly places: readonly number[];
}

async function repaired(
  fair: Compiled,
  start: Int32Array,
  wishes: Partial<RepairWishes>,
): Promise<Told[]> {
  const told: Told[] = [];
  repair(fair, start, await Solver.open(), {
    ...{ seed: 2, isStopped: () => false, ...wishes },
    onBetter: ({ points, moves, places }, repairs) =>
      void told.push({ points, moves, repairs, places: [...places] }),
  });
  return told;
}

it('lays groups anew by the rules, betters a plan step by step, and does so again', async () => {
  const instance = devInstance('fair-160tight-3');
  const fair = compile(instance);
  const first = new Arrangement(fair, pairTablesOf(fair));
  expect(placeEverybody(first, new Chance(5), 8)).toBe(true);
  const told = await repaired(fair, first.placeOf, { mostRepairs: 6 });
  const last = told.at(-1)!;
  expect(told.length).toBeGreaterThan(1);
  expect(last.points).toBeLessThan(first.points);
  for (const { places, points } of told) {
    const { violations, total } = checkPlan(instance, placesById(fair, places));
    expect([violations, total]).toEqual([[], expect.closeTo(points, 2)]);
  }
  expect(await repaired(fair, first.placeOf, { mostRepairs: last.repairs })).toEqual(told);
});

it('moves no more of those who were told than may move', async () => {
  const fair = compile(devInstance('replan-160-2'));
  const limits = { isStopped: () => false, secondsLeft: () => 60 };
  const { places, bound } = new ExactSide(fair, await Solver.open(), limits).fewestMoves();
  const told = await repaired(fair, places!, { mostRepairs: 4, mostMoves: bound });
  expect(told.length).toBeGreaterThan(0);
  for (const { moves } of told) expect(moves).toBe(bound);
});

it('ends at once when it is stopped, and where nobody could change places', async () => {
  const fair = compile(devInstance('fair-160-1'));
  const start = new Int32Array(fair.count);
  expect(await repaired(fair, start, { isStopped: () => true })).toEqual([]);
  const alone = { ...fair, groups: [fair.groups.flat()] };
  expect(await repaired(alone, start, {})).toEqual([]);
});
