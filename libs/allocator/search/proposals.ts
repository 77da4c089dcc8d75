import { UNITS_PER_BOOTH } from '../instance/instance';
import type { Arrangement } from './arrangement';
import type { Chance } from './chance';
import { NearPlaces } from './near-places';

const WISHED = 12;

/** How often each kind of change is tried, and each way to choose where to. Shares of 1, found by trial. */
export interface Habits {
  readonly toMates: number;
  readonly toWishes: number;
  readonly threeInARing: number;
  readonly shiftInRun: number;
  /** Several neighbours against several neighbours. */
  readonly wideBlocks: number;
}

export const usualHabits: Habits = {
  toMates: 0.5,
  toWishes: 0.12,
  threeInARing: 0.08,
  shiftInRun: 0.08,
  wideBlocks: 0.1,
};

/**
 * Proposes changes of places that keep every hard rule: exchanging two blocks of booths with all who
 * stand in them, passing three blocks on in a ring, exchanging neighbours of different size within a
 * run, moving one sharer into another booth or against another sharer.
 */
export class Proposals {
  private readonly movable: Int32Array;
  private readonly near: NearPlaces;
  private readonly wished: Int32Array[];
  /* Where what stands in a booth goes, when `mark` says that the booth takes part. */
  private readonly goesTo: Int32Array;
  private readonly mark: Int32Array;
  private turn = 0;
  private readonly from = new Int32Array(64);
  private readonly to = new Int32Array(64);
  private booths = 0;
  private readonly hasBlocks: boolean;

  constructor(
    private readonly now: Arrangement,
    private readonly chance: Chance,
    private readonly habits: Habits = usualHabits,
    fixed: ReadonlySet<number> = new Set(),
  ) {
    const { fair, pairs } = now;
    const all = Array.from({ length: fair.count }, (_, e) => e);
    const free = all.filter((e) => fair.legal[e]!.length > 1 && !fixed.has(e));
    this.movable = Int32Array.from(free);
    this.fixed = Uint8Array.from(all, (e) => (fixed.has(e) ? 1 : 0));
    this.near = new NearPlaces(fair, pairs);
    this.goesTo = new Int32Array(fair.hall.boothCount);
    this.mark = new Int32Array(fair.hall.boothCount);
    this.hasBlocks = free.some((e) => fair.size[e]! > 1);
    this.wished = all.map((e) => {
      const own = (p: number) => fair.own[fair.ownFrom[e]! + p]!;
      const places = [...fair.legal[e]!];
      const least = places.reduce((best, p) => Math.min(best, own(p)), Infinity);
      const most = places.reduce((best, p) => Math.max(best, own(p)), -Infinity);
      if (most - least < 1e-9) return new Int32Array(0);
      return Int32Array.from(places.sort((p, q) => own(p) - own(q) || p - q).slice(0, WISHED));
    });
  }

  private readonly fixed: Uint8Array;

  get isIdle(): boolean {
    return this.movable.length === 0;
  }

  /** Proposes one change to the arrangement; false when this one breaks a rule or changes nothing. */
  next(): boolean {
    const { now, chance, habits } = this;
    now.begin();
    const e = this.movable[chance.below(this.movable.length)]!;
    const kind = chance.share();
    if (this.hasBlocks && kind < habits.shiftInRun) return this.shiftInRun(e) && this.isSound();
    if (kind < habits.shiftInRun + habits.wideBlocks) return this.wideBlock(e) && this.isSound();
    const place = this.chooseFor(e);
    if (place < 0 || place === now.placeOf[e]) return false;
    return this.bringTo(e, place, kind > 1 - habits.threeInARing) && this.isSound();
  }

  /**
   * Proposes, one after another, every way to bring somebody to a place in one exchange: alone into a
   * shared booth, against one sharer, or all of the one block against all of the other. Ends when
   * `take` says that it has taken one.
   */
  eachExchange(e: number, place: number, take: () => boolean): boolean {
    const { now } = this;
    const { fair, inside, insideCount, placeOf } = now;
    if (place === placeOf[e]) return false;
    if (fair.units[e]! < UNITS_PER_BOOTH) {
      now.begin();
      if (this.moveSharer(e, place) && this.isSound() && take()) return true;
      for (let k = 0; k < insideCount[place]!; k += 1) {
        now.begin();
        const f = inside[place * UNITS_PER_BOOTH + k]!;
        if (this.swapSharers(e, f) && this.isSound() && take()) return true;
      }
    }
    now.begin();
    this.startBooths();
    const isBlock = this.addBlock(placeOf[e]!, place) && this.addBlock(place, placeOf[e]!);
    return isBlock && this.proposeBooths() && this.isSound() && take();
  }

  /** Exhibitors who may move at all. */
  get free(): Int32Array {
    return this.movable;
  }

  private isSound(): boolean {
    return this.now.movers > 0 && this.now.keepsRivalsApart();
  }

  private bringTo(e: number, place: number, inARing: boolean): boolean {
    const { fair, insideCount, placeOf } = this.now;
    const shares = fair.units[e]! < UNITS_PER_BOOTH;
    if (shares && this.chance.share() < 0.7) {
      if (this.moveSharer(e, place)) return true;
      this.now.begin();
      if (insideCount[place]! > 0) {
        const f =
          this.now.inside[place * UNITS_PER_BOOTH + this.chance.below(insideCount[place]!)]!;
        if (fair.units[f]! < UNITS_PER_BOOTH) return this.swapSharers(e, f);
      }
      if (insideCount[placeOf[e]!]! > 1) return false;
    }
    if (inARing) return this.ring(e, place);
    this.startBooths();
    return (
      this.addBlock(placeOf[e]!, place) && this.addBlock(place, placeOf[e]!) && this.proposeBooths()
    );
  }

  private chooseFor(e: number): number {
    const { now, chance, habits } = this;
    const { fair } = now;
    const way = chance.share();
    if (way < habits.toMates) {
      const mates = fair.groups[fair.group[e]!]!;
      if (mates.length > 1) {
        let mate = mates[chance.below(mates.length - 1)]!;
        if (mate === e) mate = mates[mates.length - 1]!;
        const places = this.near.of(this.someBoothOf(mate), fair.size[e]!);
        const share = chance.share();
        return places[Math.floor(share * share * places.length)] ?? -1;
      }
    } else if (way < habits.toMates + habits.toWishes) {
      const places = this.wished[e]!;
      if (places.length > 0) return places[chance.below(places.length)]!;
    }
    const legal = fair.legal[e]!;
    return legal[chance.below(legal.length)]!;
  }

  private someBoothOf(e: number): number {
    const { hall, size } = this.now.fair;
    const first = hall.boothsFrom[this.now.placeOf[e]!]!;
    return hall.boothsOf[size[e] === 1 ? first : first + this.chance.below(size[e]!)]!;
  }

  /* e to `place`, who stands there to a third place, who stands there to where e was. */
  private ring(e: number, place: number): boolean {
    const { now } = this;
    const { fair } = now;
    const { hall } = fair;
    const booth = hall.boothsOf[hall.boothsFrom[place]!]!;
    if (now.insideCount[booth] === 0) return false;
    const f = now.inside[booth * UNITS_PER_BOOTH]!;
    if (fair.size[f] !== fair.size[e]) return false;
    const third = this.chooseFor(f);
    if (third < 0) return false;
    this.startBooths();
    return (
      this.addBlock(now.placeOf[e]!, place) &&
      this.addBlock(place, third) &&
      this.addBlock(third, now.placeOf[e]!) &&
      this.proposeBooths()
    );
  }

  /* e changes with the 1 to 4 booths before or behind it in its run: no matter how many stand there. */
  private shiftInRun(e: number): boolean {
    const { now, chance } = this;
    const { hall, instance, size } = now.fair;
    const p = now.placeOf[e]!;
    const first = hall.boothsOf[hall.boothsFrom[p]!]!;
    const last = hall.boothsOf[hall.boothsFrom[p + 1]! - 1]!;
    if (last - first !== size[e]! - 1) return false;
    const width = 1 + chance.below(4);
    const isBehind = chance.next() % 2 === 0;
    const otherFirst = isBehind ? last + 1 : first - width;
    const otherLast = otherFirst + width - 1;
    if (otherFirst < 0 || otherLast >= hall.boothCount) return false;
    const { run } = instance.booths[first]!;
    if (instance.booths[otherFirst]!.run !== run || instance.booths[otherLast]!.run !== run) {
      return false;
    }
    const step = isBehind ? 1 : -1;
    this.startBooths();
    for (let b = first; b <= last; b += 1) this.addBooth(b, b + step * width);
    for (let b = otherFirst; b <= otherLast; b += 1) this.addBooth(b, b - step * size[e]!);
    return this.proposeBooths();
  }

  /* The 2 to 6 booths around e against as many elsewhere, in their order or in the opposite one. */
  private wideBlock(e: number): boolean {
    const { now, chance } = this;
    const { booths } = now.fair.instance;
    const target = this.chooseFor(e);
    if (target < 0) return false;
    const { hall } = now.fair;
    const width = 2 + chance.below(5);
    const ahead = chance.below(width);
    const from = hall.boothsOf[hall.boothsFrom[now.placeOf[e]!]!]! - ahead;
    const isMirrored = chance.next() % 2 === 0;
    const landing = hall.boothsOf[hall.boothsFrom[target]!]!;
    const to = isMirrored ? landing - (width - 1 - ahead) : landing - ahead;
    if (from < 0 || to < 0 || Math.abs(from - to) < width) return false;
    const isWithin = (first: number) =>
      first + width <= hall.boothCount && booths[first]!.run === booths[first + width - 1]!.run;
    if (!isWithin(from) || !isWithin(to)) return false;
    this.startBooths();
    for (let n = 0; n < width; n += 1) {
      const other = isMirrored ? to + width - 1 - n : to + n;
      this.addBooth(from + n, other);
      this.addBooth(other, from + n);
    }
    return this.proposeBooths();
  }

  private moveSharer(e: number, booth: number): boolean {
    const { fair, inside, insideCount, used } = this.now;
    if (insideCount[booth]! > 0) {
      if (fair.group[inside[booth * UNITS_PER_BOOTH]!] !== fair.group[e]) return false;
      if (used[booth]! + fair.units[e]! > UNITS_PER_BOOTH) return false;
    }
    return this.now.propose(e, booth);
  }

  private swapSharers(e: number, f: number): boolean {
    const { fair, insideCount, used, placeOf } = this.now;
    if (this.fixed[f] === 1 || fair.size[e] !== 1 || fair.size[f] !== 1) return false;
    const [a, b] = [placeOf[e]!, placeOf[f]!];
    if (a === b) return false;
    const isApart = fair.group[e] !== fair.group[f];
    if (isApart && (insideCount[a]! > 1 || insideCount[b]! > 1)) return false;
    const units = fair.units[f]! - fair.units[e]!;
    if (used[a]! + units > UNITS_PER_BOOTH || used[b]! - units > UNITS_PER_BOOTH) return false;
    return this.now.propose(e, b) && this.now.propose(f, a);
  }

  private startBooths(): void {
    this.turn += 1;
    this.booths = 0;
  }

  /* What stands in the booths of `p` goes to those of `q`; false when a booth would go twice. */
  private addBlock(p: number, q: number): boolean {
    const { hall } = this.now.fair;
    const [from, to] = [hall.boothsFrom[p]!, hall.boothsFrom[q]!];
    const count = hall.boothsFrom[p + 1]! - from;
    for (let n = 0; n < count; n += 1) {
      if (this.mark[hall.boothsOf[from + n]!] === this.turn) return false;
      this.addBooth(hall.boothsOf[from + n]!, hall.boothsOf[to + n]!);
    }
    return true;
  }

  private addBooth(from: number, to: number): void {
    this.mark[from] = this.turn;
    this.goesTo[from] = to;
    this.from[this.booths] = from;
    this.to[this.booths] = to;
    this.booths += 1;
  }

  private proposeBooths(): boolean {
    const { now } = this;
    const { fair, inside, insideCount, placeOf } = now;
    for (let n = 0; n < this.booths; n += 1) {
      const from = this.from[n]!;
      const first = from * UNITS_PER_BOOTH;
      for (let k = 0; k < insideCount[from]!; k += 1) {
        const f = inside[first + k]!;
        if (fair.size[f] === 1) {
          if (this.fixed[f] === 1 || !now.propose(f, this.to[n]!)) return false;
        } else if (!now.isMoving(f)) {
          if (this.fixed[f] === 1 || !now.propose(f, this.imageOf(placeOf[f]!))) return false;
        }
      }
    }
    return true;
  }

  /* The place that the booths of `place` go to together, or -1. */
  private imageOf(place: number): number {
    const { hall } = this.now.fair;
    const from = hall.boothsFrom[place]!;
    const size = hall.boothsFrom[place + 1]! - from;
    let least = Infinity;
    let most = -1;
    for (let n = 0; n < size; n += 1) {
      const booth = hall.boothsOf[from + n]!;
      if (this.mark[booth] !== this.turn) return -1;
      const to = this.goesTo[booth]!;
      if (to < least) least = to;
      if (to > most) most = to;
    }
    if (most - least === size - 1 && hall.lineAt[size]![least]! >= 0) {
      return hall.lineAt[size]![least]!;
    }
    const island = size === 4 ? hall.islandAt[least]! : -1;
    if (island < 0) return -1;
    const at = hall.boothsFrom[island]!;
    for (let n = 0; n < size; n += 1) {
      const to = this.goesTo[hall.boothsOf[from + n]!]!;
      let isInside = false;
      for (let k = 0; k < size; k += 1) if (hall.boothsOf[at + k] === to) isInside = true;
      if (!isInside) return -1;
    }
    return island;
  }
}
