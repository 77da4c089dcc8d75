import { checkPlan } from '../check/check-plan';
import type { WholeBound } from '../bound/whole-bound';
import { compile } from '../compile/compile';
import { placesById, scorePlaces } from '../compile/score-places';
import type { Instance } from '../instance/instance';
import { devInstance } from '../testing/dev-instance';
import { ExactSide } from './exact-side';
import { PlaceProgram } from './place-program';
import { Solver } from './solver';

const sideOf = async (instance: Instance, seconds = 150) =>
  new ExactSide(compile(instance), await Solver.open(), {
    isStopped: () => false,
    secondsLeft: () => seconds,
  });

it('names exhibitors who cannot all be placed, and none of them too many', async () => {
  const instance = devInstance('infeasible-160-1');
  const found = (await sideOf(instance)).feasibility();
  if (found.kind !== 'conflict') throw new Error(found.kind);
  const { exhibitors, booths, rules, sentence } = found.conflict;
  expect([exhibitors.length, booths.length, rules]).toEqual([5, 4, ['zone', 'fee', 'water']]);
  expect(sentence.vi).toContain('thiếu 1 gian');
  expect(sentence.en).toContain('1 is missing');
  const fair = compile(instance);
  const solver = await Solver.open();
  const statusOf = (ids: readonly string[]) => {
    const who = ids.map((id) => instance.exhibitors.findIndex((each) => each.id === id));
    return solver.solve(new PlaceProgram(fair, { who }).program, { seconds: 150 }).status;
  };
  expect(statusOf(exhibitors)).toBe('infeasible');
  for (const id of exhibitors) {
    expect([id, statusOf(exhibitors.filter((other) => other !== id))]).toEqual([id, 'optimal']);
  }
});

it('names the rule that leaves one exhibitor without any place', async () => {
  const example = devInstance('example');
  const [first, ...others] = example.exhibitors;
  const instance = { ...example, exhibitors: [{ ...first!, lock: null, fees: ['Z'] }, ...others] };
  const found = (await sideOf(instance)).feasibility();
  if (found.kind !== 'conflict') throw new Error(found.kind);
  expect([found.conflict.exhibitors, found.conflict.booths, found.conflict.rules]).toEqual([
    [first!.id],
    [],
    ['fee'],
  ]);
});

it('calls a fair feasible that is', async () => {
  expect((await sideOf(devInstance('fair-160tight-3'))).feasibility().kind).toBe('feasible');
});

it('proves the fewest moves, with a plan that has so many', async () => {
  const instance = devInstance('replan-160-2');
  const proven = (await sideOf(instance)).fewestMoves();
  expect([proven.bound, proven.isProven]).toEqual([3, true]);
  const checked = checkPlan(instance, placesById(compile(instance), proven.places!));
  expect([checked.violations, checked.movers.length]).toEqual([[], 3]);
});

it('proves what the wishes cost at least, and a bound of the whole that no plan is below', async () => {
  const instance = devInstance('example');
  const side = await sideOf(instance, 20);
  const { bound, isProven, places } = side.wishes();
  const fair = compile(instance);
  const { terms } = scorePlaces(fair, places!);
  const { corner, front, gate, choices, anchor, ventilation } = terms;
  expect(isProven).toBe(true);
  expect(corner + front + gate + choices + anchor + ventilation).toBeCloseTo(bound, 5);
  const told: WholeBound[] = [];
  side.whole(bound, (better) => told.push(better));
  const bounds = told.map((each) => each.bound);
  expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
  expect(bounds[0]).toBeGreaterThanOrEqual(bound - instance.affinities.length * 100);
  expect(told.at(-1)!.method).toBe('group_layouts');
  expect(bounds.at(-1)).toBeLessThan(scorePlaces(fair, places!).total);
});
