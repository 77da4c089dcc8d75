import type { Compiled } from '../compile/compile';
import { runLane } from './lane';
import type { LaneEnd, LaneWishes } from './lane';

export interface TimedWishes extends Omit<LaneWishes, 'budgetFor' | 'mostIterations' | 'isEnough'> {
  /** Until when to search, by `nowMs`. */
  readonly endsAtMs: number;
  readonly nowMs: () => number;
}

/* The long cooling takes this much of the time; parts of the hall are reheated in the rest. */
const SHARE_OF_TIME = 0.78;
const MOST_BUDGET = 400_000_000;
const LEAST_BUDGET = 100_000;
/* A cooling was far too short when so many of it would fit into the time that is left. */
const FAR_TOO_SHORT = 3;

/**
 * A lane that is laid out for a time. How fast the machine is, is measured in a moment, and others may
 * be at work in it: when the long cooling turns out to have been far too short, the lane is run once
 * more, with a budget by what it really took. Both are searches of their own, so that seed, budget and
 * iterations of the better one find it again.
 */
export function runLaneInTime(fair: Compiled, wishes: TimedWishes): LaneEnd {
  const { endsAtMs, nowMs, onBetter } = wishes;
  const leftMs = () => endsAtMs - nowMs();
  const sized = (budget: number) =>
    Math.round(Math.min(MOST_BUDGET, Math.max(LEAST_BUDGET, budget)));
  let budget = 0;
  let beganMs = 0;
  let isTooShort = false;
  const first = runLane(fair, {
    ...wishes,
    budgetFor: (iterations, seconds) => {
      const perSecond = iterations / Math.max(seconds, 1e-3);
      budget = sized((perSecond * leftMs() * SHARE_OF_TIME) / 1000);
      beganMs = nowMs();
      return budget;
    },
    isEnough: () => (isTooShort = leftMs() > FAR_TOO_SHORT * (nowMs() - beganMs)),
  });
  if (!isTooShort || wishes.isStopped() || first.best === null) return first;
  const perMs = budget / Math.max(1, nowMs() - beganMs);
  const { points } = first.best;
  const second = runLane(fair, {
    ...wishes,
    budgetFor: () => sized(perMs * leftMs() * SHARE_OF_TIME),
    onBetter: (best, effort) => {
      if (best.points < points) onBetter(best, effort);
    },
  });
  return second.best !== null && second.best.points < points ? second : first;
}
