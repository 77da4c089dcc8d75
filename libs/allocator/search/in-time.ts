import type { Compiled } from '../compile/compile';
import { LAID_OUT_AFTER, runLane } from './lane';
import type { LaneEnd, LaneWishes } from './lane';

type Untimed = 'budgetFor' | 'mostIterations' | 'isEnough' | 'isLost';

export interface TimedWishes extends Omit<LaneWishes, Untimed> {
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
/* It is far too long when no more than this share of it will be made; by trial, half costs 0.3 %, 0.4 of it 1.4. */
const FAR_TOO_LONG = 0.45;
/* Judged in this part of its time: before, little is known; after, little is left. */
const JUDGED = { from: 0.25, to: 0.85 };
/* Another lane pays when what is left is so many times what it makes before its long cooling. */
const PAYS_FROM = 3;

/**
 * A lane that is laid out for a time. How fast the machine is, is measured in a moment, in which others
 * may be more or less at work than later: when the long cooling turns out to have been far too short,
 * or to be far too long, the lane is run once more, with a budget by what was really made. Each is a
 * search of its own, so that seed, budget and iterations of the best one find it again.
 */
export function runLaneInTime(fair: Compiled, wishes: TimedWishes): LaneEnd {
  let { end, wentPerMs } = runSized(fair, wishes, null);
  const pointsOf = ({ best }: LaneEnd) => best?.points ?? Infinity;
  while (wentPerMs !== null && !wishes.isStopped()) {
    const points = pointsOf(end);
    const onBetter: LaneWishes['onBetter'] = (best, effort) => {
      if (best.points < points) wishes.onBetter(best, effort);
    };
    const again = runSized(fair, { ...wishes, onBetter }, wentPerMs);
    if (pointsOf(again.end) < points) ({ end } = again);
    ({ wentPerMs } = again);
  }
  return end;
}

/**
 * One lane for the time that is left, by the iterations that went in a millisecond before, or as it
 * measures itself. Answers those of its long cooling when that was badly laid out, else null.
 */
function runSized(
  fair: Compiled,
  wishes: TimedWishes,
  knownPerMs: number | null,
): { end: LaneEnd; wentPerMs: number | null } {
  const { endsAtMs, nowMs } = wishes;
  const leftMs = () => Math.max(0, endsAtMs - nowMs());
  let budget = 0;
  let beganMs = 0;
  let givenMs = 0;
  let wentPerMs: number | null = null;
  const tookMs = () => Math.max(1, nowMs() - beganMs);
  const end = runLane(fair, {
    ...wishes,
    budgetFor: (iterations, seconds) => {
      beganMs = nowMs();
      givenMs = leftMs();
      const perMs = knownPerMs ?? iterations / Math.max(1, seconds * 1000);
      const fitting = Math.round(perMs * givenMs * SHARE_OF_TIME);
      budget = Math.min(MOST_BUDGET, Math.max(LEAST_BUDGET, fitting));
      return budget;
    },
    isLost: (share) => {
      const took = tookMs();
      if (took < JUDGED.from * givenMs || took > JUDGED.to * givenMs) return false;
      const perMs = (share * budget) / took;
      const isLost =
        perMs * givenMs <= FAR_TOO_LONG * budget && perMs * leftMs() >= PAYS_FROM * LAID_OUT_AFTER;
      if (isLost) wentPerMs = perMs;
      return isLost;
    },
    isEnough: () => {
      const isEnough = knownPerMs === null && leftMs() > FAR_TOO_SHORT * tookMs();
      if (isEnough) wentPerMs = budget / tookMs();
      return isEnough;
    },
  });
  return { end, wentPerMs };
}
