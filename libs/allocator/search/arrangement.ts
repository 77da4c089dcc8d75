import type { Compiled } from '../compile/compile';
import { areFarEnough } from '../compile/compile';
import { areAtOdds } from '../compile/score-places';
import { UNITS_PER_BOOTH } from '../instance/instance';
import { nearLists } from './pair-tables';
import type { NearLists, PairTables } from './pair-tables';

const MOST_AT_ONCE = 96;

/**
 * Who stands where at a moment of the search, with fields that answer in constant time what moving
 * somebody would cost: for each group, product and smell the points that a place would pay towards
 * everybody of it. A change of places is first proposed (`begin`, `propose`), then priced (`delta`),
 * then made (`apply`); a proposal keeps every hard rule or is not made.
 */
export class Arrangement {
  readonly placeOf: Int32Array;
  /** Exhibitors in a booth: `inside[booth * 6]` and on, `insideCount[booth]` of them. */
  readonly inside: Int32Array;
  readonly insideCount: Uint8Array;
  readonly used: Uint8Array;
  /** Points of all terms at present. */
  points = 0;
  /** Told exhibitors who stand elsewhere at present. */
  moves = 0;
  /** Moves beyond this cost `movePrice` each. */
  mostMoves = Number.MAX_SAFE_INTEGER;
  movePrice = 0;

  readonly moverOf = new Int32Array(MOST_AT_ONCE);
  readonly movesTo = new Int32Array(MOST_AT_ONCE);
  movers = 0;

  private readonly groupField: Float64Array;
  private readonly productField: Float64Array;
  /* For who smells only, who suffers only, who does both: whom they meet. */
  private readonly noseFields: readonly Float64Array[];
  /* Whom somebody of a product, or a nose of a kind, is felt by: null when there is nobody. */
  private readonly markets: readonly (NearLists | null)[];
  private readonly smells: readonly (NearLists | null)[];
  private readonly inMove: Int32Array;
  /* 1 for who has a competitor at all. */
  private readonly competes: Uint8Array;
  private movesAfter = 0;

  constructor(
    readonly fair: Compiled,
    readonly pairs: PairTables,
  ) {
    const { hall, count, groups, products } = fair;
    this.placeOf = new Int32Array(count).fill(-1);
    this.inside = new Int32Array(hall.boothCount * UNITS_PER_BOOTH).fill(-1);
    this.insideCount = new Uint8Array(hall.boothCount);
    this.used = new Uint8Array(hall.boothCount);
    this.groupField = new Float64Array(groups.length * hall.placeCount);
    this.productField = new Float64Array(products.length * hall.placeCount);
    this.noseFields = [0, 1, 2, 3].map(() => new Float64Array(hall.placeCount));
    this.inMove = new Int32Array(count).fill(-1);
    this.competes = Uint8Array.from(fair.product, (each) => (products[each]!.length > 1 ? 1 : 0));
    const placesOf = (members: readonly number[]) => members.map((e) => fair.legal[e]!);
    this.markets = products.map((members) => {
      const places = placesOf(members);
      return members.length > 1 ? nearLists(pairs, pairs.competitor, places, places) : null;
    });
    const all = Array.from({ length: count }, (_, e) => e);
    this.smells = [0, 1, 2, 3].map((kind) => {
      const met = placesOf(all.filter((e) => kind > 0 && fair.odour[e] === kind));
      const standing = placesOf(all.filter((e) => areAtOdds(fair.odour[e]!, kind)));
      return met.length > 0 ? nearLists(pairs, pairs.smell, standing, met) : null;
    });
  }

  /** Puts everybody where `places` says and reckons the fields anew. */
  load(places: ArrayLike<number>): void {
    this.placeOf.fill(-1);
    this.insideCount.fill(0);
    this.used.fill(0);
    this.groupField.fill(0);
    this.productField.fill(0);
    for (const field of this.noseFields) field.fill(0);
    for (let e = 0; e < this.fair.count; e += 1) if (places[e]! >= 0) this.enter(e, places[e]!);
    this.reckon();
  }

  /** Points and moves of the whole, from the fields. */
  reckon(): void {
    const { fair, pairs } = this;
    const { count, group, cohesion, product, odour, own, ownFrom, moved } = fair;
    const { placeCount, mean, competitor, smell } = pairs;
    let twice = 0;
    let points = 0;
    this.moves = 0;
    for (let e = 0; e < count; e += 1) {
      const p = this.placeOf[e]!;
      if (p < 0) continue;
      const self = p * placeCount + p;
      points += own[ownFrom[e]! + p]!;
      this.moves += moved[ownFrom[e]! + p]!;
      twice += cohesion[group[e]!]! * (this.groupField[group[e]! * placeCount + p]! - mean[self]!);
      if (this.competes[e] === 1) {
        twice += this.productField[product[e]! * placeCount + p]! - competitor[self]!;
      }
      if (odour[e]! > 0)
        twice += this.noseFields[odour[e]!]![p]! - (odour[e] === 3 ? smell[self]! : 0);
      for (const { with: f, perMetre } of fair.affinities[e]!) {
        if (this.placeOf[f]! >= 0) twice += perMetre * mean[p * placeCount + this.placeOf[f]!]!;
      }
    }
    this.points = points + twice / 2;
  }

  begin(): void {
    for (let n = 0; n < this.movers; n += 1) this.inMove[this.moverOf[n]!] = -1;
    this.movers = 0;
  }

  /** Adds one exhibitor to the proposal; false when it may not stand there. */
  propose(e: number, place: number): boolean {
    const { fair } = this;
    if (this.movers === MOST_AT_ONCE || place < 0) return false;
    if (fair.legalMasks[fair.legalClass[e]!]![place] === 0) return false;
    this.inMove[e] = this.movers;
    this.moverOf[this.movers] = e;
    this.movesTo[this.movers] = place;
    this.movers += 1;
    return true;
  }

  isMoving(e: number): boolean {
    return this.inMove[e]! >= 0;
  }

  /** Whether rivals stay apart after the proposal. */
  keepsRivalsApart(): boolean {
    const { fair } = this;
    for (let n = 0; n < this.movers; n += 1) {
      const rivals = fair.rivals[this.moverOf[n]!]!;
      for (let k = 0; k < rivals.length; k += 1) {
        const other = this.inMove[rivals[k]!]!;
        const q = other < 0 ? this.placeOf[rivals[k]!]! : this.movesTo[other]!;
        if (q >= 0 && !areFarEnough(fair, this.movesTo[n]!, q)) return false;
      }
    }
    return true;
  }

  /** Points that the proposal adds (less is better), with the price of moves beyond the most. */
  delta(): number {
    const { fair, pairs, placeOf, moverOf, movesTo, movers } = this;
    const { own, ownFrom, group, cohesion, product, odour, moved } = fair;
    const { placeCount, mean, meanSelf, competitor, smell } = pairs;
    const competitorSelf = competitor[0]!;
    const smellSelf = smell[0]!;
    let sum = 0;
    let more = 0;
    for (let n = 0; n < movers; n += 1) {
      const e = moverOf[n]!;
      const p = placeOf[e]!;
      const q = movesTo[n]!;
      const at = ownFrom[e]!;
      const back = q * placeCount + p;
      sum += own[at + q]! - own[at + p]!;
      more += moved[at + q]! - moved[at + p]!;
      const g = group[e]!;
      const field = g * placeCount;
      const perMetre = cohesion[g]!;
      if (perMetre > 0) {
        sum +=
          perMetre *
          (this.groupField[field + q]! - this.groupField[field + p]! - mean[back]! + meanSelf[p]!);
      }
      if (this.competes[e] === 1) {
        const line = product[e]! * placeCount;
        sum +=
          this.productField[line + q]! -
          this.productField[line + p]! -
          competitor[back]! +
          competitorSelf;
      }
      const nose = odour[e]!;
      if (nose > 0) {
        const noses = this.noseFields[nose]!;
        sum += noses[q]! - noses[p]!;
        if (nose === 3) sum += smellSelf - smell[back]!;
      }
      for (let k = 0; k < n; k += 1) {
        const f = moverOf[k]!;
        const isOfGroup = g === group[f] && perMetre > 0;
        const compete = product[e] === product[f];
        const offend = nose > 0 && areAtOdds(nose, odour[f]!);
        if (!isOfGroup && !compete && !offend) continue;
        const from = placeOf[f]!;
        const to = movesTo[k]!;
        const a = q * placeCount + to;
        const b = p * placeCount + from;
        const c = q * placeCount + from;
        const d = p * placeCount + to;
        if (isOfGroup) sum += perMetre * (mean[a]! + mean[b]! - mean[c]! - mean[d]!);
        if (compete) sum += competitor[a]! + competitor[b]! - competitor[c]! - competitor[d]!;
        if (offend) sum += smell[a]! + smell[b]! - smell[c]! - smell[d]!;
      }
      if (fair.hasAffinities) sum += this.affinityDelta(e, n, p, q);
    }
    this.movesAfter = this.moves + more;
    if (more !== 0 && this.movePrice > 0) {
      sum +=
        this.movePrice *
        (Math.max(0, this.movesAfter - this.mostMoves) - Math.max(0, this.moves - this.mostMoves));
    }
    return sum;
  }

  /** Makes the proposal; `delta` must have been asked before. */
  apply(delta: number): void {
    const { fair, pairs, groupField } = this;
    const { mean, placeCount } = pairs;
    this.points += delta;
    if (this.movePrice > 0) {
      this.points -=
        this.movePrice *
        (Math.max(0, this.movesAfter - this.mostMoves) - Math.max(0, this.moves - this.mostMoves));
    }
    this.moves = this.movesAfter;
    for (let n = 0; n < this.movers; n += 1) this.leaveBooths(this.moverOf[n]!);
    for (let n = 0; n < this.movers; n += 1) {
      const e = this.moverOf[n]!;
      const p = this.placeOf[e]!;
      const q = this.movesTo[n]!;
      this.takeBooths(e, q);
      const g = fair.group[e]!;
      if (fair.cohesion[g]! > 0) {
        const places = fair.groupPlaces[g]!;
        const field = g * placeCount;
        const to = q * placeCount;
        const from = p * placeCount;
        for (let k = 0; k < places.length; k += 1) {
          const x = places[k]!;
          groupField[field + x]! += mean[to + x]! - mean[from + x]!;
        }
      }
      this.spread(e, p, -1);
      this.spread(e, q, 1);
      this.placeOf[e] = q;
    }
  }

  /** Puts somebody who stands nowhere at a place. Rules are the caller's care. */
  enter(e: number, place: number): void {
    this.takeBooths(e, place);
    this.placeOf[e] = place;
    this.spreadGroup(e, place, 1);
    this.spread(e, place, 1);
  }

  /** Takes somebody out of the hall. */
  leave(e: number): void {
    const place = this.placeOf[e]!;
    this.leaveBooths(e);
    this.placeOf[e] = -1;
    this.spreadGroup(e, place, -1);
    this.spread(e, place, -1);
  }

  /** Points that somebody who stands nowhere would add at a place. */
  priceOfEntering(e: number, place: number): number {
    const { fair, pairs } = this;
    const { placeCount } = pairs;
    const g = fair.group[e]!;
    let sum =
      fair.own[fair.ownFrom[e]! + place]! +
      fair.cohesion[g]! * this.groupField[g * placeCount + place]! +
      this.productField[fair.product[e]! * placeCount + place]!;
    if (fair.odour[e]! > 0) sum += this.noseFields[fair.odour[e]!]![place]!;
    return sum;
  }

  private affinityDelta(e: number, n: number, p: number, q: number): number {
    const { mean, placeCount } = this.pairs;
    const partners = this.fair.affinities[e]!;
    let sum = 0;
    for (let k = 0; k < partners.length; k += 1) {
      const { with: f, perMetre } = partners[k]!;
      const other = this.inMove[f]!;
      if (other > n || this.placeOf[f]! < 0) continue;
      const to = other < 0 ? this.placeOf[f]! : this.movesTo[other]!;
      sum += perMetre * (mean[q * placeCount + to]! - mean[p * placeCount + this.placeOf[f]!]!);
    }
    return sum;
  }

  private takeBooths(e: number, place: number): void {
    const { hall, units } = this.fair;
    for (let n = hall.boothsFrom[place]!; n < hall.boothsFrom[place + 1]!; n += 1) {
      const booth = hall.boothsOf[n]!;
      this.inside[booth * UNITS_PER_BOOTH + this.insideCount[booth]!] = e;
      this.insideCount[booth]! += 1;
      this.used[booth]! += units[e]!;
    }
  }

  private leaveBooths(e: number): void {
    const { hall, units } = this.fair;
    const { inside, insideCount, used } = this;
    const place = this.placeOf[e]!;
    for (let n = hall.boothsFrom[place]!; n < hall.boothsFrom[place + 1]!; n += 1) {
      const booth = hall.boothsOf[n]!;
      const first = booth * UNITS_PER_BOOTH;
      let at = first;
      while (inside[at] !== e) at += 1;
      insideCount[booth]! -= 1;
      inside[at] = inside[first + insideCount[booth]!]!;
      used[booth]! -= units[e]!;
    }
  }

  private spreadGroup(e: number, place: number, sign: number): void {
    const { fair, pairs } = this;
    const g = fair.group[e]!;
    if (fair.cohesion[g] === 0) return;
    const [field, row] = [g * pairs.placeCount, place * pairs.placeCount];
    for (const x of fair.groupPlaces[g]!)
      this.groupField[field + x]! += sign * pairs.mean[row + x]!;
  }

  private spread(e: number, place: number, sign: number): void {
    const { product, odour } = this.fair;
    const market = this.markets[product[e]!]!;
    if (market)
      addNear(this.productField, product[e]! * this.pairs.placeCount, market, place, sign);
    const nose = odour[e]!;
    if (nose === 0) return;
    /* Who smells is met by who suffers (2) and by who does both (3), and the other way round. */
    for (let kind = 1; kind <= 3; kind += 1) {
      const smell = this.smells[kind]!;
      if (smell && areAtOdds(nose, kind)) addNear(this.noseFields[kind]!, 0, smell, place, sign);
    }
  }
}

function addNear(
  field: Float64Array,
  line: number,
  { from, near, points }: NearLists,
  place: number,
  sign: number,
): void {
  const end = from[place + 1]!;
  for (let n = from[place]!; n < end; n += 1) field[line + near[n]!]! += sign * points[n]!;
}
