import { compile } from '../compile/compile';
import { devInstance } from '../testing/dev-instance';
import { runLaneInTime } from './in-time';
import { runLane } from './lane';
import type { Effort } from './lane';

const fair = compile(devInstance('fair-160-1'));

/** A search of 40 ms by a clock that says what it is told to; ends after so many looks at the stop. */
function searched(times: number[], looks: number) {
  const told: { points: number; budget: number }[] = [];
  let left = looks;
  const end = runLaneInTime(fair, {
    ...{ seed: 4, lane: 1, endsAtMs: 40 },
    nowMs: () => times.shift() ?? 40,
    isStopped: () => (left -= 1) < 0,
    onBetter: ({ points }, { budget }) => void told.push({ points, budget }),
  });
  return { end, told };
}

const again = ({ iterations, budget }: Effort) =>
  runLane(fair, {
    ...{ seed: 4, lane: 1, mostIterations: iterations, budgetFor: () => budget },
    ...{ isStopped: () => false, onBetter: () => undefined },
  });

it('runs once more when the cooling took a fraction of what was thought, and can be repeated', () => {
  /* No time seems left when it is measured; then the cooling of 100,000 takes 10 of 40 ms. */
  const { end, told } = searched([40, 0, 0, 10, 10, 0], 700);
  expect(end.effort.budget).toBe(312_000);
  expect([...again(end.effort).best!.places]).toEqual([...end.best!.places]);
  const points = told.map((each) => each.points);
  expect(points).toEqual([...points].sort((a, b) => b - a));
  expect(told.at(-1)!.budget).toBe(312_000);
});

it('goes on with parts of the hall when the cooling took about as long as was thought', () => {
  const { end } = searched([40, 0, 31, 31], 500);
  expect(end.effort.budget).toBe(100_000);
  expect(end.effort.iterations).toBeGreaterThan(500_000);
  expect([...again(end.effort).best!.places]).toEqual([...end.best!.places]);
});
