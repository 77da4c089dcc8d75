import type { Compiled } from '../compile/compile';
import { anneal, Best, descend } from './anneal';
import { Arrangement } from './arrangement';
import { Chance } from './chance';
import { placeEverybody } from './first-plan';
import { pairTablesOf } from './pair-tables';
import type { PairTables } from './pair-tables';
import { Proposals } from './proposals';

/** What a lane began with: everybody as it packed them itself, or the plan that it was given. */
export type Start = 'packed' | 'given';

/** How far a lane is: with the seed, all that it takes to find the same plan again. */
export interface Effort {
  readonly start: Start;
  /** Iterations made. */
  readonly iterations: number;
  /** Iterations that the cooling was laid out for. */
  readonly budget: number;
}

export interface LaneWishes {
  readonly seed: number;
  readonly lane: number;
  /** How many iterations to lay the cooling out for, once it is known how long so many take. */
  readonly budgetFor: (iterations: number, seconds: number) => number;
  /** Ends the search after so many iterations in all. */
  readonly mostIterations?: number;
  readonly isStopped: () => boolean;
  /** Asked now and then in the long cooling, of which such a share is made: whether to give it up and end. */
  readonly isLost?: (share: number) => boolean;
  /** Asked once, after the long cooling: whether to end there. */
  readonly isEnough?: () => boolean;
  /** A plan to begin with, asked as long as there is none; `'never'` when none will come. */
  readonly start?: () => ArrayLike<number> | 'never' | null;
  /**
   * Begins with this alone. `'found_again'` depends on nobody's speed: it packs some times, then waits
   * for the plan that is given. When left out, begins with whatever is there first.
   */
  readonly startsWith?: Start | 'found_again';
  /** Told exhibitors who may move. */
  readonly mostMoves?: number;
  /** Heard each time a better plan was found, the first at once, and at the end. */
  readonly onBetter: (best: Best, effort: Effort) => void;
}

export interface LaneEnd {
  readonly best: Best | null;
  readonly effort: Effort;
  /** No exchange of two places makes the plan better. */
  readonly isLocalOptimum: boolean;
}

/* A compiler that works while the program runs makes the first iterations several times as slow. */
const WARM_UP = 60_000;
const MEASURED = 200_000;
/** Iterations before the long cooling is laid out. */
export const LAID_OUT_AFTER = WARM_UP + MEASURED;
const SAMPLES = 4_000;
/* Shares of the mean change that a proposal makes; found by trial on the development instances. */
const HOTTEST = 0.5;
const COLDEST = 0.03;
const REHEATED = 0.15;
/* A reheating takes in so many booths, and for each who stands there this share of the budget for one. */
const FEWEST_BOOTHS = 30;
const MOST_BOOTHS = 120;
const REHEATING = 0.04;
const SHORTEST = 20_000;
const PRICE_OF_A_MOVE = 4;
/* Packings before a search that is to be found again waits for the exact side; most halls need one. */
const PACKINGS = 30;
const PAUSE_MS = 20;

/**
 * One search from a seed: a first plan, a cooling that warms up, a short one like the long one that
 * shows how fast this machine is, a long one laid out for the time there is, then reheatings of a part
 * of the hall at a time from the best plan. Everything depends on seed and iterations alone, but for
 * the budget, which is told.
 */
export function runLane(fair: Compiled, wishes: LaneWishes): LaneEnd {
  const { isStopped, onBetter, mostIterations = Infinity } = wishes;
  const pairs = pairTablesOf(fair);
  const number = Math.imul(wishes.seed, 2) + wishes.lane;
  const chance = new Chance(number);
  const now = new Arrangement(fair, pairs);
  const start = findStart(now, new Chance(~number), wishes);
  if (start === null) {
    const effort: Effort = { start: 'packed', iterations: 0, budget: 0 };
    return { best: null, effort, isLocalOptimum: false };
  }
  const best = new Best(fair.count);
  const proposals = new Proposals(now, chance);
  const scale = scaleOf(now, proposals);
  if (wishes.mostMoves !== undefined) {
    now.mostMoves = wishes.mostMoves;
    now.movePrice = scale * PRICE_OF_A_MOVE;
  }
  best.see(now);
  let iterations = 0;
  let budget = 0;
  let told = Infinity;
  const tell = () => {
    if (best.points < told - 1e-6) onBetter(best, { start, iterations, budget });
    told = best.points;
  };
  tell();
  const cool = (count: number, from: number, to: number, isLost?: LaneWishes['isLost']) => {
    const most = Math.min(count, mostIterations - iterations);
    if (most <= 0) return false;
    const begun = iterations;
    let made = 0;
    let isGivenUp = false;
    const look = () => {
      made += 2_048;
      iterations = begun + Math.min(made, most);
      tell();
      isGivenUp = isLost?.(made / count) ?? false;
      return isGivenUp || made >= most || isStopped();
    };
    const cooling = { iterations: count, from: scale * from, to: scale * to };
    iterations = begun + Math.min(most, anneal(now, proposals, chance, best, cooling, look));
    tell();
    return !isGivenUp && !isStopped() && iterations < mostIterations;
  };
  let goesOn = !proposals.isIdle && cool(WARM_UP, HOTTEST / 2, COLDEST);
  const before = iterations;
  const startedMs = performance.now();
  goesOn &&= cool(MEASURED, HOTTEST, COLDEST);
  budget = wishes.budgetFor(iterations - before, (performance.now() - startedMs) / 1000);
  goesOn &&= cool(budget, HOTTEST, COLDEST, wishes.isLost) && !wishes.isEnough?.();
  settle(now, proposals, best, tell);
  while (goesOn && iterations < mostIterations) {
    now.load(best.places);
    const { everybody } = proposals;
    const booths = FEWEST_BOOTHS + chance.below(MOST_BOOTHS - FEWEST_BOOTHS + 1);
    const count = proposals.narrowAround(everybody[chance.below(everybody.length)]!, booths);
    const share = (REHEATING * count) / everybody.length;
    goesOn = cool(Math.max(SHORTEST, Math.round(budget * share)), REHEATED, COLDEST);
  }
  proposals.widen();
  const isLocalOptimum = settle(now, proposals, best, tell);
  return { best, effort: { start, iterations, budget }, isLocalOptimum };
}

/** Exchanges from the best plan until none helps; short, so it is done to the end even when stopped. */
function settle(now: Arrangement, proposals: Proposals, best: Best, tell: () => void): boolean {
  now.load(best.places);
  const isOptimum = descend(now, proposals, () => false);
  now.reckon();
  best.see(now);
  tell();
  return isOptimum;
}

/* After so many packings of its own it takes the plan that it is given; after so many it packs no more. */
const TURNS = {
  packed: { takesAfter: Infinity, packsUntil: Infinity },
  given: { takesAfter: 0, packsUntil: 0 },
  found_again: { takesAfter: PACKINGS, packsUntil: PACKINGS },
  either: { takesAfter: 1, packsUntil: Infinity },
};

/* From a given start the search is the same, after however many packings it was given. */
function findStart(now: Arrangement, chance: Chance, wishes: LaneWishes): Start | null {
  const { start, startsWith = 'either', isStopped } = wishes;
  const { takesAfter, packsUntil } = TURNS[startsWith];
  for (let packings = 0; ; packings += 1) {
    const given = packings >= takesAfter ? start?.() : null;
    if (given && given !== 'never') {
      now.load(given);
      return 'given';
    }
    if (packings < packsUntil) {
      if (placeEverybody(now, chance, 1, isStopped)) return 'packed';
    } else {
      if (given === 'never') return null;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
    if (isStopped()) return null;
  }
}

/** The mean size of what a proposal changes: other weights and other halls need another heat. */
function scaleOf(now: Arrangement, proposals: Proposals): number {
  let sum = 0;
  let count = 0;
  for (let n = 0; n < SAMPLES && !proposals.isIdle; n += 1) {
    if (!proposals.next()) continue;
    sum += Math.abs(now.delta());
    count += 1;
  }
  return count === 0 || sum === 0 ? 1 : sum / count;
}

/** The tables of a lane, for those who price single changes of a plan. */
export function arrangementOf(fair: Compiled, places: ArrayLike<number>, pairs?: PairTables) {
  const now = new Arrangement(fair, pairs ?? pairTablesOf(fair));
  now.load(places);
  return now;
}
