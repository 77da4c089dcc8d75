import { GroupCosts, FORBIDDEN } from '../bound/group-costs';
import { boothPrices, LayoutPool, masterOf } from '../bound/layout-pool';
import { PlaceWalks } from '../bound/place-walks';
import { areFarEnough } from '../compile/compile';
import type { Compiled } from '../compile/compile';
import type { Solver } from '../exact/solver';
import { Best, descend } from '../search/anneal';
import { Arrangement } from '../search/arrangement';
import { Chance } from '../search/chance';
import { pairTablesOf } from '../search/pair-tables';
import { Proposals } from '../search/proposals';

export interface RepairWishes {
  readonly seed: number;
  /** Ends after so many, however long they take. */
  readonly mostRepairs?: number;
  /** Told exhibitors who may move. */
  readonly mostMoves?: number;
  readonly isStopped: () => boolean;
  /** Heard each time a better plan was found, with how many repairs that took; no exchange betters it. */
  readonly onBetter: (best: Best, repairs: number) => void;
}

/* Found by trial, as are the rounds: more groups at once take longer and found no more. */
const GROUPS_AT_ONCE = 6;
const ROUNDS = 10;
const TRIES_A_MEMBER = 200;
const SMOOTH = 0.5;
/* Price of a booth that others keep: dearer than what anybody gains. */
const TAKEN = 1e4;
/* Of a move beyond the most allowed. */
const PER_MOVE = 1e3;
/* Whole numbers over a few dozen layouts are found at once. */
const LONGEST_SECONDS = 600;

/**
 * Lays a few whole groups of one zone anew, over and over, all others staying where they are (large
 * neighbourhoods; Shaw 1998): of each group layouts are found under prices of booths, as for the bound,
 * and HiGHS chooses one for each at the least points. What is better is settled by exchanges and kept.
 * The same plan, seed and number of repairs lead to the same plan.
 */
export function repair(
  fair: Compiled,
  start: ArrayLike<number>,
  solver: Solver,
  wishes: RepairWishes,
): void {
  const { isStopped, onBetter, mostRepairs = Infinity } = wishes;
  const chance = new Chance(wishes.seed);
  const now = new Arrangement(fair, pairTablesOf(fair));
  if (wishes.mostMoves !== undefined) {
    now.mostMoves = wishes.mostMoves;
    now.movePrice = PER_MOVE;
  }
  const proposals = new Proposals(now, chance);
  const walks = new PlaceWalks(fair);
  const neighbours = neighboursOf(fair);
  const best = new Best(fair.count);
  now.load(start);
  best.see(now);
  for (let n = 1; n <= mostRepairs && neighbours.length > 0 && !isStopped(); n += 1) {
    now.load(best.places);
    const groups = someOf(neighbours, chance);
    if (!layAnew(now, groups, { solver, walks, chance, isStopped })) continue;
    descend(now, proposals, () => false);
    now.reckon();
    if (best.see(now)) onBetter(best, n);
  }
}

/* Groups by zone, of those zones where several could change places. */
function neighboursOf({ groups, instance, legal }: Compiled): number[][] {
  const byZone = new Map<string, number[]>();
  groups.forEach((members, g) => {
    if (!members.some((e) => legal[e]!.length > 1)) return;
    const { zone } = instance.exhibitors[members[0]!]!;
    byZone.set(zone, [...(byZone.get(zone) ?? []), g]);
  });
  return [...byZone.values()].filter(({ length }) => length > 1);
}

/* A zone as often as it has groups. */
function someOf(neighbours: readonly number[][], chance: Chance): number[] {
  const all = neighbours.flat();
  const first = all[chance.below(all.length)]!;
  const others = neighbours.find((zone) => zone.includes(first))!.filter((g) => g !== first);
  const chosen = [first];
  while (chosen.length < GROUPS_AT_ONCE && others.length > 0) {
    chosen.push(...others.splice(chance.below(others.length), 1));
  }
  return chosen;
}

/* A group among those who stay where they are: what they would cost it is its own. */
class AmongOthers extends GroupCosts {
  constructor(
    private readonly now: Arrangement,
    walks: PlaceWalks,
    group: number,
  ) {
    super(now.fair, walks, group);
  }

  override ownOf(member: number, place: number): number {
    const { fair, placeOf, movePrice } = this.now;
    const e = this.members[member]!;
    for (const f of fair.rivals[e]!) {
      if (placeOf[f]! >= 0 && !areFarEnough(fair, place, placeOf[f]!)) return FORBIDDEN;
    }
    const moves = fair.moved[fair.ownFrom[e]! + place]!;
    return this.now.priceOfEntering(e, place) + moves * movePrice;
  }
}

interface Tools {
  readonly solver: Solver;
  readonly walks: PlaceWalks;
  readonly chance: Chance;
  readonly isStopped: () => boolean;
}

/* False when it was stopped, or when what they do to each other breaks a rule. */
function layAnew(now: Arrangement, groups: readonly number[], tools: Tools): boolean {
  const { fair, insideCount } = now;
  const { solver, walks, chance, isStopped } = tools;
  const before = now.placeOf.slice();
  for (const g of groups) for (const e of fair.groups[g]!) now.leave(e);
  const isFree = (booth: number) => insideCount[booth] === 0;
  const pools = groups.map((g) => new LayoutPool(new AmongOthers(now, walks, g), chance));
  for (const pool of pools) pool.seeIn(before);
  let prices = Float64Array.from(insideCount, (count) => (count === 0 ? 0 : TAKEN));
  for (let round = 0; round < ROUNDS; round += 1) {
    if (isStopped()) return false;
    for (const pool of pools) {
      pool.lookAround(prices, TRIES_A_MEMBER);
      pool.keepOnly(({ booths }) => booths.every(isFree));
    }
    const master = masterOf(pools, insideCount.length);
    const relaxed = solver.relaxed(master.program, { seconds: LONGEST_SECONDS });
    if (!relaxed) return false;
    const found = boothPrices(master, relaxed.rowPrices);
    const smooth = round === 0 ? 0 : SMOOTH;
    prices = prices.map((price, b) =>
      isFree(b) ? smooth * price + (1 - smooth) * found[b]! : TAKEN,
    );
  }
  const { program, columns } = masterOf(pools, insideCount.length);
  const { status, values } = solver.solve(program, { seconds: LONGEST_SECONDS, isStopped });
  if (status !== 'optimal' || !values) return false;
  columns.forEach((column, variable) => {
    if (values[variable]! < 0.5) return;
    column!.layout.places.forEach((place, m) => now.enter(column!.costs.members[m]!, place));
  });
  now.reckon();
  return groups.every((g) =>
    fair.groups[g]!.every((e) =>
      fair.rivals[e]!.every((f) => areFarEnough(fair, now.placeOf[e]!, now.placeOf[f]!)),
    ),
  );
}
