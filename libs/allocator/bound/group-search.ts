import { boothsIn } from '../compile/hall';
import { UNITS_PER_BOOTH } from '../instance/instance';
import type { Chance } from '../search/chance';
import type { GroupCosts, Layout } from './group-costs';

const HOTTEST = 3;
const COLDEST = 0.05;
const NEAR = 16;

/** Finds cheap layouts of a group under prices of booths, by annealing: a guess that a proof starts from. */
export class GroupSearch {
  private readonly used: Uint8Array;
  private readonly at: Int32Array;
  private prices: Float64Array = new Float64Array(0);

  constructor(
    private readonly costs: GroupCosts,
    private readonly chance: Chance,
  ) {
    this.used = new Uint8Array(costs.fair.hall.boothCount);
    this.at = new Int32Array(costs.members.length);
  }

  /** The cheapest layout that so many tries find, from one that is known. */
  cheaper(start: Layout, prices: Float64Array, tries: number): Layout {
    const { costs, chance, at } = this;
    this.prices = prices;
    this.used.fill(0);
    at.set(start.places);
    at.forEach((place, m) => this.stand(m, place, 1));
    let least = 0;
    let now = 0;
    let best = start.places;
    const step = (COLDEST / HOTTEST) ** (1 / tries);
    for (let n = 0, heat = HOTTEST; n < tries; n += 1, heat *= step) {
      const m = chance.below(at.length);
      const to = this.proposed(m);
      const from = at[m]!;
      if (to < 0 || to === from || !costs.isLegal(m, to)) continue;
      const other = this.inTheWay(m, to);
      if (other === -2 || (other >= 0 && !costs.isLegal(other, from))) continue;
      const before = this.costOf(m, from) + (other < 0 ? 0 : this.costOf(other, to, m));
      const paid = this.leave(m, from) + (other < 0 ? 0 : this.leave(other, to));
      at[m] = to;
      if (other >= 0) at[other] = from;
      const pays = this.enter(m, to) + (other < 0 ? 0 : this.enter(other, from));
      const after = this.costOf(m, to) + (other < 0 ? 0 : this.costOf(other, from, m));
      const change = after - before + pays - paid;
      if (change <= 0 || chance.share() < Math.exp(-change / heat)) {
        now += change;
        if (now < least - 1e-9) {
          least = now;
          best = at.slice();
        }
        continue;
      }
      this.leave(m, to);
      if (other >= 0) this.leave(other, from);
      at[m] = from;
      if (other >= 0) at[other] = to;
      this.enter(m, from);
      if (other >= 0) this.enter(other, to);
    }
    return costs.layoutOf(best);
  }

  /* A place anywhere, or near a mate. */
  private proposed(m: number): number {
    const { costs, chance, at } = this;
    const { fair, walks, members } = costs;
    const e = members[m]!;
    const legal = fair.legal[e]!;
    if (at.length === 1 || chance.below(4) === 0) return legal[chance.below(legal.length)]!;
    const near = walks.boothsNear(at[chance.below(at.length)]!, fair.hall.boothCount);
    const booth = near[chance.below(Math.min(NEAR, near.length))]!;
    if (fair.size[e] === 4 && chance.below(2) === 0) return fair.hall.islandAt[booth]!;
    return fair.hall.lineAt[fair.size[e]!]![booth]!;
  }

  /* -1: nobody; -2: those who cannot be exchanged for m; else who. */
  private inTheWay(m: number, to: number): number {
    const { fair, members } = this.costs;
    const units = fair.units[members[m]!]!;
    const from = this.at[m]!;
    const mine = boothsIn(fair.hall, from);
    let isFull = false;
    for (const booth of boothsIn(fair.hall, to)) {
      const own = mine.includes(booth) ? units : 0;
      if (this.used[booth]! - own + units > UNITS_PER_BOOTH) isFull = true;
    }
    if (!isFull) return -1;
    const there: number[] = [];
    this.at.forEach((place, n) => {
      if (place === to && n !== m && fair.units[members[n]!] === units) there.push(n);
    });
    return there.length > 0 ? there[this.chance.below(there.length)]! : -2;
  }

  private stand(m: number, place: number, sign: number): void {
    const { fair, members } = this.costs;
    const units = fair.units[members[m]!]! * sign;
    for (const booth of boothsIn(fair.hall, place)) this.used[booth]! += units;
  }

  private enter(m: number, place: number): number {
    let sum = 0;
    for (const booth of boothsIn(this.costs.fair.hall, place)) {
      if (this.used[booth] === 0) sum += this.prices[booth]!;
    }
    this.stand(m, place, 1);
    return sum;
  }

  private leave(m: number, place: number): number {
    this.stand(m, place, -1);
    let sum = 0;
    for (const booth of boothsIn(this.costs.fair.hall, place)) {
      if (this.used[booth] === 0) sum += this.prices[booth]!;
    }
    return sum;
  }

  /* Own points, and what it and its mates pay each other, one of them left out. */
  private costOf(m: number, place: number, without = -1): number {
    const { costs, at } = this;
    const { mean, gap, count } = costs.walks;
    const row = place * count;
    let walk = 0;
    for (let n = 0; n < at.length; n += 1) {
      if (n !== m && n !== without) walk += mean[row + at[n]!]!;
    }
    let sum = costs.ownOf(m, place) + costs.perMetre * walk;
    for (const quarrel of costs.quarrels[m]!) {
      if (quarrel.member !== without) {
        sum += costs.pointsOf(quarrel, gap[row + at[quarrel.member]!]!);
      }
    }
    return sum;
  }
}
