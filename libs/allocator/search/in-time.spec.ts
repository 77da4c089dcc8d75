import { compile } from '../compile/compile';
import { devInstance } from '../testing/dev-instance';
import { runLaneInTime } from './in-time';
import { LAID_OUT_AFTER, runLane } from './lane';
import type { Effort } from './lane';

const fair = compile(devInstance('fair-160-1'));
const LEAST_BUDGET = 100_000;
/* The search looks up each time it has made so many iterations. */
const LAID_OUT = LAID_OUT_AFTER / 2_048;

/**
 * A search of `ms` by a clock that stands still until the first long cooling is laid out and then goes on
 * by `msPerLook` each time the search looks up, so that a machine is as fast as the test wants it to be.
 */
function searched({ ms, msPerLook }: { ms: number; msPerLook: number }) {
  const told: number[] = [];
  let looks = 0;
  const nowMs = () => Math.max(0, looks - LAID_OUT) * msPerLook;
  const end = runLaneInTime(fair, {
    ...{ seed: 4, lane: 1, endsAtMs: ms, nowMs },
    isStopped: () => {
      looks += 1;
      return nowMs() >= ms;
    },
    onBetter: ({ points }) => void told.push(points),
  });
  expect(told).toEqual([...told].sort((a, b) => b - a));
  expect(told.at(-1)).toBe(end.best!.points);
  expect([...again(end.effort).best!.places]).toEqual([...end.best!.places]);
  return end;
}

const again = ({ iterations, budget }: Effort) =>
  runLane(fair, {
    ...{ seed: 4, lane: 1, mostIterations: iterations, budgetFor: () => budget },
    ...{ isStopped: () => false, onBetter: () => undefined },
  });

it('goes on with parts of the hall when the cooling took about as long as was thought', () => {
  /* The shortest cooling takes 49 looks: 8 of 10 ms. */
  const { effort } = searched({ ms: 10, msPerLook: 0.16 });
  expect(effort.budget).toBe(LEAST_BUDGET);
  expect(effort.iterations).toBeGreaterThan(LAID_OUT_AFTER + LEAST_BUDGET);
});

it('runs once more when the cooling took a fraction of what was thought, and can be repeated', () => {
  /* Then it takes 1 of 10 ms. */
  const { effort } = searched({ ms: 10, msPerLook: 0.02 });
  expect(effort.budget).toBeGreaterThan(2 * LEAST_BUDGET);
  expect(effort.budget).toBeLessThan(6 * LEAST_BUDGET);
});

it('runs once more when only a fraction of the cooling would be made, and can be repeated', () => {
  /* A thousand looks in a quarter of an hour, where this very machine would make as many in a second. */
  const { effort, best } = searched({ ms: 1_000_000, msPerLook: 1_000 });
  expect(effort.budget).toBeGreaterThan(2 * LEAST_BUDGET);
  expect(effort.budget).toBeLessThan(20 * LEAST_BUDGET);
  const hot = again({ start: 'packed', iterations: 1_000 * 2_048, budget: 400_000_000 });
  expect(best!.points).toBeLessThan(hot.best!.points);
});
