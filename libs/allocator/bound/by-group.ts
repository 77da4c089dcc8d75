import type { Compiled } from '../compile/compile';
import type { Solver } from '../exact/solver';
import { Chance } from '../search/chance';
import { runLane } from '../search/lane';
import { FORBIDDEN, GroupCosts } from './group-costs';
import { GroupLayouts } from './group-layouts';
import { boothPrices, LayoutPool, masterOf } from './layout-pool';
import { PlaceWalks } from './place-walks';

export interface BoundLimits {
  readonly isStopped: () => boolean;
  readonly secondsLeft: () => number;
}

/* A plan to begin with: only its layouts are used. */
const PLAN_STEPS = 200_000;
const TRIES_A_MEMBER = 600;
const MOST_ROUNDS = 150;
const ROUNDS_IN_VAIN = 25;
/* The master may leave a group out, at this price, so that it always has a solution. */
const ABSENT = 1e4;
/* Shares of the whole: prices are good enough, prices are to be looked for again. */
const GOOD_ENOUGH = 0.002;
const WORTH_NEW_PRICES = 0.003;
const MOST_PRICES = 6;
const FIRST_STEPS = 1_000;
const MORE_STEPS = 3;
const MOST_STEPS = 3_000_000;
const NEAR_ENOUGH = 0.05;
const FIRST_GAP = 20;
/* How much of what is not proven of a group is tried to be proven: all but so much. */
const SLACKS = [0.2, 0.45, 0.75];

/**
 * Bounds the whole by its groups (Dantzig and Wolfe 1960, Geoffrion 1974): if every booth had a price,
 * and each group paid for its booths, all would together pay at most the prices of all booths on top
 * of their points. So the cheapest layouts of all groups, each for itself, less the prices of all booths
 * are below every plan, whatever the prices are. Good prices come from a linear program over the
 * layouts found so far, smoothed towards the best prices yet (Wentges 1997); they only make the bound
 * better, never right: what is told is what branch and bound proves of each group. Ends when stopped,
 * or when nothing is left to prove at these prices.
 */
export function boundByGroup(
  fair: Compiled,
  solver: Solver,
  start: { readonly prices: Float64Array; readonly limits: BoundLimits },
  onBound: (bound: number) => void,
): void {
  const { limits } = start;
  const walks = new PlaceWalks(fair);
  const groups = fair.groups.map((_, g) => new Group(new GroupCosts(fair, walks, g)));
  const { best } = runLane(fair, {
    ...{ seed: 1, lane: 0, budgetFor: () => PLAN_STEPS, mostIterations: PLAN_STEPS },
    isStopped: limits.isStopped,
    onBetter: () => undefined,
  });
  if (!best) return;
  for (const group of groups) group.seeIn(best.places);
  let { prices } = start;
  /* To tell something soon. */
  new Proof(groups, prices, limits, onBound).begin();
  for (let n = 0; n < MOST_PRICES && isTime(limits); n += 1) {
    prices = betterPrices(groups, prices, solver, limits);
    /* Layouts that turn out cheaper than was guessed are worth other prices, but not for ever. */
    const worth = n + 1 === MOST_PRICES ? Infinity : WORTH_NEW_PRICES;
    if (!new Proof(groups, prices, limits, onBound).run(worth)) return;
  }
}

const isTime = ({ isStopped, secondsLeft }: BoundLimits) => !isStopped() && secondsLeft() > 0;
const sumOf = (list: ArrayLike<number>) => {
  let sum = 0;
  for (let n = 0; n < list.length; n += 1) sum += list[n]!;
  return sum;
};

/* A group, the layouts of it that were found, and what proves that none is cheaper. */
class Group extends LayoutPool {
  readonly layouts: GroupLayouts;

  constructor(costs: GroupCosts) {
    super(costs, new Chance(1));
    this.layouts = new GroupLayouts(costs);
  }
}

/* What the groups pay by the layouts known, less the prices of all booths: near the bound, not proven. */
const guessAt = (groups: readonly Group[], prices: Float64Array) =>
  groups.reduce((sum, group) => sum + group.least(prices), -sumOf(prices));

/* Prices at which the guess is highest. */
function betterPrices(
  groups: readonly Group[],
  start: Float64Array,
  solver: Solver,
  limits: BoundLimits,
): Float64Array {
  let best = start;
  let now = start;
  let smooth = 0.8;
  let inVain = 0;
  for (let round = 0; round < MOST_ROUNDS && isTime(limits); round += 1) {
    for (const group of groups) if (isTime(limits)) group.lookAround(now, TRIES_A_MEMBER);
    const atBest = guessAt(groups, best);
    const isBetter = guessAt(groups, now) > atBest;
    if (isBetter) best = now;
    inVain = isBetter ? 0 : inVain + 1;
    smooth = isBetter ? Math.max(0.3, smooth - 0.1) : Math.min(0.95, smooth + 0.05);
    const solved = solveMaster(groups, start.length, solver, limits);
    if (!solved || inVain >= ROUNDS_IN_VAIN) break;
    if (solved.points - atBest < GOOD_ENOUGH * Math.abs(solved.points)) break;
    const center = best;
    now = solved.prices.map((price, b) => smooth * center[b]! + (1 - smooth) * price);
  }
  return best;
}

/* As a linear program over the layouts known; what a booth is worth there is its price. */
function solveMaster(
  groups: readonly Group[],
  boothCount: number,
  solver: Solver,
  { secondsLeft }: BoundLimits,
) {
  const master = masterOf(groups, boothCount, ABSENT);
  const relaxed = solver.relaxed(master.program, { seconds: secondsLeft() });
  if (!relaxed) return null;
  return { points: relaxed.objective, prices: boothPrices(master, relaxed.rowPrices) };
}

/* What is proven at fixed prices, more and more of it. */
class Proof {
  private readonly atLeast: number[];
  private readonly steps: number[];
  private readonly booths: number;

  constructor(
    private readonly groups: readonly Group[],
    private readonly prices: Float64Array,
    private readonly limits: BoundLimits,
    private readonly onBound: (bound: number) => void,
  ) {
    this.atLeast = groups.map(() => -Infinity);
    this.steps = groups.map(() => FIRST_STEPS);
    this.booths = sumOf(prices);
  }

  /** Something of every group. */
  begin(): void {
    this.groups.forEach((_, g) => this.proveMoreOf(g));
  }

  /** As much as there is time for. Ends with true when layouts have turned out cheaper, by such a share of all. */
  run(worth: number): boolean {
    const guess = guessAt(this.groups, this.prices);
    this.begin();
    for (let next = this.next(); next >= 0 && isTime(this.limits); next = this.next()) {
      this.proveMoreOf(next);
      const lost = guess - guessAt(this.groups, this.prices);
      if (lost > worth * Math.abs(guess)) return true;
    }
    return false;
  }

  /* The group of which most is not proven, for the steps that it takes; -1 when nothing is left. */
  private next(): number {
    let next = -1;
    let most = 0;
    this.groups.forEach((_, g) => {
      const gap = this.gapOf(g);
      if (gap <= NEAR_ENOUGH || this.steps[g]! > MOST_STEPS || gap / this.steps[g]! <= most) return;
      next = g;
      most = gap / this.steps[g]!;
    });
    return next;
  }

  private gapOf(g: number): number {
    const proven = this.atLeast[g]!;
    return proven === -Infinity ? FIRST_GAP : this.groups[g]!.least(this.prices) - proven;
  }

  private proveMoreOf(g: number): void {
    const { groups, prices, atLeast, limits } = this;
    const { layouts } = groups[g]!;
    for (const share of SLACKS) {
      const gap = this.gapOf(g);
      if (gap <= NEAR_ENOUGH || !isTime(limits)) return;
      const known = groups[g]!.least(prices);
      const asked = { known, slack: Math.max(NEAR_ENOUGH / 2, gap * share), steps: this.steps[g]! };
      const proven = layouts.cheapest(prices, asked, limits.isStopped);
      for (const layout of proven.found) groups[g]!.add(layout);
      if (proven.atLeast > atLeast[g]!) {
        atLeast[g] = proven.atLeast;
        this.tell();
      }
      if (proven.isDone) return;
      if (share === SLACKS[0]) this.steps[g]! *= MORE_STEPS;
    }
  }

  private tell(): void {
    const { atLeast, booths } = this;
    const layouts = sumOf(atLeast);
    /* Numbers as dear as what is forbidden say that there is no plan at all, which is said elsewhere. */
    if (layouts === -Infinity || atLeast.some((each) => each >= FORBIDDEN / 2)) return;
    this.onBound(layouts - booths);
  }
}
