import type { Compiled, OwnPoints } from '../compile/compile';
import { idsIn, ownPointsIn } from '../compile/compile';
import { boothsIn } from '../compile/hall';
import { UNITS_PER_BOOTH } from '../instance/instance';
import { anneal, Best } from '../search/anneal';
import { Arrangement } from '../search/arrangement';
import { Chance } from '../search/chance';
import { placeEverybody } from '../search/first-plan';
import { pairTablesOf } from '../search/pair-tables';
import { Proposals } from '../search/proposals';

/** What somebody may wish for itself. A choice is met when the first choice is. */
export const wishNames = ['corner', 'front', 'gate', 'choices'] as const;

export type WishName = (typeof wishNames)[number];

/** Who stands where a wish would be granted, and what that place spares it. */
export interface Holder {
  readonly exhibitor: string;
  readonly booths: readonly string[];
  /** `locked`: the organizer fixed it; `wish`: its own wishes are met there; else the points decide. */
  readonly because: 'locked' | 'wish' | 'group' | 'points';
}

export interface UnmetWish {
  readonly wish: WishName;
  /** Points that the exhibitor pays for it now. */
  readonly points: number;
  /** No legal place grants it, so nobody took it away. */
  readonly isImpossible: boolean;
  /** Points that the whole plan would lose at most: the best way found, not proven the cheapest. */
  readonly costsAtMost: number | null;
  /** Where it would stand then, and who else would stand elsewhere. */
  readonly booths: readonly string[];
  readonly wouldMove: readonly string[];
  readonly holders: readonly Holder[];
}

export interface Reasons {
  readonly exhibitor: string;
  readonly kept: readonly WishName[];
  readonly unmet: readonly UnmetWish[];
}

/** Somebody with more priority points would rather stand where somebody with fewer stands. */
export interface Envy {
  readonly exhibitor: string;
  readonly of: string;
  /** Own points that it would spare itself there. */
  readonly wouldSpare: number;
  /** `other_rules`: the other could not stand in its place; `points`: the exchange costs the plan so much. */
  readonly why: 'locked' | 'other_rules' | 'points';
  readonly exchangeCosts: number | null;
}

export interface ReasonWishes {
  /** As the plan was: told exhibitors move as little as possible, points come second. */
  readonly fewestMoves?: boolean;
  /** Iterations that look for a cheaper way, for each wish. */
  readonly iterations?: number;
  readonly isStopped?: () => boolean;
  readonly onPriced?: (count: number, of: number) => void;
}

const ITERATIONS = 40_000;
/* Far above what a wish can cost: a place that pays so much is taken whatever stands in the way. */
const REWARD = 10_000;
const PLACES_TRIED = 4;
const ROUNDS = 3;
const HEAT = 1.5;
const COLD = 0.3;
const NOTHING = 1e-9;
/* Dearer than anything that a move could spare. */
const PRICE_OF_A_MOVE = 1_000;
const FREELY = Number.MAX_SAFE_INTEGER;
/* How many more may move, when no single exchange leads there: as few as will do. */
const MORE_MOVES = [2, 4, 8, 16, FREELY] as const;

/**
 * Why everybody stands where it stands in a plan. An unmet wish is priced by bringing the exhibitor
 * to the places that grant it, holding it there, and letting the others find the best way around it.
 */
export class ReasonBook {
  private readonly now: Arrangement;
  private readonly pointsOf: (e: number, place: number) => OwnPoints;
  private readonly basePoints: number;
  /** Moves of the plan, of which more are avoided before points are; null when they do not count. */
  private readonly mostMoves: number | null;

  constructor(
    private readonly fair: Compiled,
    private readonly places: Int32Array,
    { fewestMoves = false }: Pick<ReasonWishes, 'fewestMoves'> = {},
  ) {
    this.now = new Arrangement(fair, pairTablesOf(fair));
    this.pointsOf = ownPointsIn(fair);
    this.now.load(places);
    this.basePoints = this.now.points;
    this.mostMoves = fewestMoves ? this.now.moves : null;
  }

  all({ isStopped = () => false, onPriced, iterations }: ReasonWishes = {}): Reasons[] {
    const reasons: Reasons[] = [];
    for (let e = 0; e < this.fair.count && !isStopped(); e += 1) {
      reasons.push(this.of(e, iterations));
      onPriced?.(e + 1, this.fair.count);
    }
    return reasons;
  }

  /** The wishes of one exhibitor, by index. */
  of(e: number, iterations = ITERATIONS): Reasons {
    const { wish, id } = this.fair.instance.exhibitors[e]!;
    const own = this.pointsOf(e, this.places[e]!);
    const wished = wishNames.filter((name) =>
      name === 'choices' ? wish.choices !== undefined : Boolean(wish[name]),
    );
    return {
      exhibitor: id,
      kept: wished.filter((name) => own[name] <= NOTHING),
      unmet: wished
        .filter((name) => own[name] > NOTHING)
        .map((name) => this.unmet(e, name, own[name], iterations)),
    };
  }

  /** Every case in which somebody of more priority would rather have the place of somebody of less. */
  envies(): Envy[] {
    const { fair, places, now } = this;
    const { exhibitors } = fair.instance;
    const proposals = new Proposals(now, new Chance(1));
    const found: Envy[] = [];
    now.load(places);
    for (let e = 0; e < fair.count; e += 1) {
      if (fair.isLocked[e] === 1) continue;
      const mine = this.wishPoints(e, places[e]!);
      if (mine <= NOTHING) continue;
      for (let f = 0; f < fair.count; f += 1) {
        const place = places[f]!;
        if (exhibitors[f]!.priority >= exhibitors[e]!.priority || place === places[e]) continue;
        if (fair.legalMasks[fair.legalClass[e]!]![place] === 0) continue;
        const wouldSpare = mine - this.wishPoints(e, place);
        if (wouldSpare <= NOTHING) continue;
        let costs = Infinity;
        proposals.eachExchange(e, place, () => {
          costs = Math.min(costs, now.delta());
          return false;
        });
        const isOpen = Number.isFinite(costs);
        found.push({
          exhibitor: exhibitors[e]!.id,
          of: exhibitors[f]!.id,
          wouldSpare,
          why: fair.isLocked[f] === 1 ? 'locked' : isOpen ? 'points' : 'other_rules',
          exchangeCosts: isOpen ? costs : null,
        });
      }
    }
    return found;
  }

  private wishPoints(e: number, place: number): number {
    const { corner, front, gate, choices } = this.pointsOf(e, place);
    return corner + front + gate + choices;
  }

  /** The best plan found in which e has what it wished for; null when none was found. */
  wayTo(e: number, wish: WishName, iterations = ITERATIONS): Best | null {
    this.countMoves(this.now);
    try {
      return this.cheapest(e, this.grantingTo(e, wish).places, iterations);
    } finally {
      this.now.movePrice = 0;
    }
  }

  private countMoves(now: Arrangement, more = 0): void {
    if (this.mostMoves === null) return;
    now.mostMoves = more === FREELY ? FREELY : this.mostMoves + more;
    now.movePrice = PRICE_OF_A_MOVE;
  }

  /* A gate has no line between met and unmet: the nearest places that the exhibitor may have. */
  private grantingTo(e: number, wish: WishName) {
    const legal = [...this.fair.legal[e]!];
    const pointsAt = (place: number) => this.pointsOf(e, place)[wish];
    const least = legal.reduce((found, place) => Math.min(found, pointsAt(place)), Infinity);
    return { least, places: legal.filter((place) => pointsAt(place) <= least + NOTHING) };
  }

  private unmet(e: number, wish: WishName, points: number, iterations: number): UnmetWish {
    const { fair, places } = this;
    const { least, places: granting } = this.grantingTo(e, wish);
    if (least >= points - NOTHING || granting.length === 0) {
      const nothing = { booths: [], wouldMove: [], holders: [] };
      return { wish, points, isImpossible: true, costsAtMost: null, ...nothing };
    }
    const best = this.wayTo(e, wish, iterations);
    const wouldMove = best
      ? Array.from({ length: fair.count }, (_, f) => f).filter(
          (f) => f !== e && best.places[f] !== places[f],
        )
      : [];
    const wanted = best ? [best.places[e]!] : granting.slice(0, 1);
    return {
      wish,
      points,
      isImpossible: false,
      costsAtMost: best ? best.points - this.basePoints : null,
      booths: idsIn(fair, wanted[0]!),
      wouldMove: wouldMove.map((f) => fair.instance.exhibitors[f]!.id),
      holders: this.holdersOf(e, wanted[0]!),
    };
  }

  /* The best plan found in which e stands at one of the places; null when none was found. */
  private cheapest(e: number, granting: readonly number[], iterations: number): Best | null {
    const { fair, now, places } = this;
    const chance = new Chance(e + 1);
    const entering = new Proposals(now, chance);
    const isFree = new Set(entering.free).has(e);
    if (!isFree) return null;
    now.load(places);
    const entries: { place: number; delta: number }[] = [];
    for (const place of granting) {
      let least = Infinity;
      entering.eachExchange(e, place, () => {
        least = Math.min(least, now.delta());
        return false;
      });
      if (Number.isFinite(least)) entries.push({ place, delta: least });
    }
    entries.sort((a, b) => a.delta - b.delta || a.place - b.place);
    let best: Best | null = null;
    const around = new Proposals(now, chance, undefined, new Set([e]));
    for (const { place } of entries.slice(0, PLACES_TRIED)) {
      now.load(places);
      const moved = entering.eachExchange(e, place, () => {
        now.apply(now.delta());
        return true;
      });
      if (!moved) continue;
      const found = new Best(fair.count);
      found.see(now);
      const cooling = { iterations: Math.ceil(iterations / PLACES_TRIED), from: HEAT, to: COLD };
      anneal(now, around, chance, found, cooling);
      if (best === null || this.isCheaper(found, best)) best = found;
    }
    if (best !== null) return best;
    for (const more of this.mostMoves === null ? [FREELY] : MORE_MOVES) {
      this.countMoves(now, more);
      const found = this.byDetour(e, granting, iterations, entering, chance);
      if (found !== null) return found;
    }
    return this.anew(e, granting, iterations, chance);
  }

  private isCheaper(a: Best, b: Best): boolean {
    const most = this.mostMoves ?? FREELY;
    const [movesA, movesB] = [Math.max(most, a.moves), Math.max(most, b.moves)];
    return movesA === movesB ? a.points < b.points : movesA < movesB;
  }

  /* No single exchange leads there: a search to which the place is worth any detour. */
  private byDetour(
    e: number,
    granting: readonly number[],
    iterations: number,
    proposals: Proposals,
    chance: Chance,
  ): Best | null {
    const { fair, now, places } = this;
    const from = fair.ownFrom[e]!;
    for (const place of granting) fair.own[from + place]! -= REWARD;
    now.load(places);
    const best = new Best(fair.count);
    best.see(now);
    anneal(now, proposals, chance, best, { iterations, from: 2 * HEAT, to: COLD });
    for (const place of granting) fair.own[from + place]! += REWARD;
    if (!granting.includes(best.places[e]!)) return null;
    best.points += REWARD;
    return best;
  }

  /* A plan from nothing in which e may stand nowhere else; dear, but it says that there is one. */
  private anew(e: number, granting: readonly number[], iterations: number, chance: Chance) {
    const { fair } = this;
    const legal = fair.legal.map((places, f) => (f === e ? Int32Array.from(granting) : places));
    const mask = new Uint8Array(fair.hall.placeCount);
    for (const place of granting) mask[place] = 1;
    const narrowed: Compiled = {
      ...fair,
      legal,
      legalClass: fair.legalClass.map((of, f) => (f === e ? fair.legalMasks.length : of)),
      legalMasks: [...fair.legalMasks, mask],
    };
    const now = new Arrangement(narrowed, this.now.pairs);
    this.countMoves(now);
    if (!placeEverybody(now, chance, ROUNDS)) return null;
    const best = new Best(fair.count);
    best.see(now);
    const cooling = { iterations: iterations * 5, from: 4 * HEAT, to: COLD };
    anneal(now, new Proposals(now, chance), chance, best, cooling);
    return best;
  }

  private holdersOf(e: number, place: number): Holder[] {
    const { fair, places, now } = this;
    now.load(places);
    const holders = new Set<number>();
    for (const booth of boothsIn(fair.hall, place)) {
      for (let k = 0; k < now.insideCount[booth]!; k += 1) {
        holders.add(now.inside[booth * UNITS_PER_BOOTH + k]!);
      }
    }
    holders.delete(e);
    return [...holders].map((f) => ({
      exhibitor: fair.instance.exhibitors[f]!.id,
      booths: idsIn(fair, places[f]!),
      because: this.whyThere(f),
    }));
  }

  private whyThere(f: number): Holder['because'] {
    const { fair, places } = this;
    if (fair.isLocked[f] === 1) return 'locked';
    const { wish } = fair.instance.exhibitors[f]!;
    const own = this.pointsOf(f, places[f]!);
    const isMet = wishNames.some(
      (name) => own[name] <= NOTHING && (name === 'choices' ? wish.choices : wish[name]),
    );
    if (isMet) return 'wish';
    const mates = fair.groups[fair.group[f]!]!;
    return mates.length > 1 ? 'group' : 'points';
  }
}
