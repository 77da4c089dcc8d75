import { boothsIn } from '../compile/hall';
import { UNITS_PER_BOOTH } from '../instance/instance';
import type { Arrangement } from './arrangement';
import type { Chance } from './chance';
import { MovingBooths } from './moving-booths';
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
  /** Exhibitors who may move at all. */
  readonly everybody: Int32Array;
  private movable: Int32Array;
  private readonly alwaysFixed: Uint8Array;
  private readonly fixed: Uint8Array;
  /* Places to choose from without an aim, by who may move. */
  private targets: readonly (Int32Array | undefined)[];
  private readonly near: NearPlaces;
  private readonly wished: Int32Array[];
  private readonly booths: MovingBooths;
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
    this.everybody = Int32Array.from(free);
    this.movable = this.everybody;
    this.targets = fair.legal;
    this.alwaysFixed = Uint8Array.from(all, (e) => (fixed.has(e) ? 1 : 0));
    this.fixed = this.alwaysFixed.slice();
    this.near = new NearPlaces(fair, pairs);
    this.booths = new MovingBooths(now, this.fixed);
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
    return this.booths.proposePlaces(placeOf[e]!, place) && this.isSound() && take();
  }

  /** Exhibitors who may move now. */
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
    return this.booths.proposePlaces(placeOf[e]!, place);
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
    const targets = this.targets[e];
    return targets?.[chance.below(targets.length)] ?? -1;
  }

  /**
   * Until `widen`, only those move who stand wholly among the booths nearest to somebody's, so many
   * booths, and they look for places there. Answers how many may move, at least one.
   */
  narrowAround(e: number, most: number): number {
    const { fair, placeOf } = this.now;
    const { hall, legal, legalClass } = fair;
    const isIn = new Uint8Array(hall.boothCount);
    for (const booth of boothsIn(hall, placeOf[e]!)) isIn[booth] = 1;
    for (const booth of this.near.nearest(this.someBoothOf(e), 1, most)) isIn[booth] = 1;
    const isWithin = (place: number) => boothsIn(hall, place).every((booth) => isIn[booth] === 1);
    this.movable = this.everybody.filter((f) => isWithin(placeOf[f]!));
    this.fixed.fill(1);
    const targets: Int32Array[] = [];
    const ofClass = new Map<number, Int32Array>();
    const within = Uint8Array.from({ length: hall.placeCount }, (_, p) => (isWithin(p) ? 1 : 0));
    for (const f of this.movable) {
      this.fixed[f] = 0;
      const places = ofClass.get(legalClass[f]!) ?? legal[f]!.filter((p) => within[p] === 1);
      ofClass.set(legalClass[f]!, places);
      targets[f] = places;
    }
    this.targets = targets;
    return this.movable.length;
  }

  /** Everybody moves again who may. */
  widen(): void {
    this.movable = this.everybody;
    this.fixed.set(this.alwaysFixed);
    this.targets = this.now.fair.legal;
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
    this.booths.begin();
    return (
      this.booths.addPlace(now.placeOf[e]!, place) &&
      this.booths.addPlace(place, third) &&
      this.booths.addPlace(third, now.placeOf[e]!) &&
      this.booths.propose()
    );
  }

  /* e changes with the 1 to 4 booths before or behind it in its run: no matter how many stand there. */
  private shiftInRun(e: number): boolean {
    const { now, chance, booths } = this;
    const { hall, size } = now.fair;
    const p = now.placeOf[e]!;
    const first = hall.boothsOf[hall.boothsFrom[p]!]!;
    const last = hall.boothsOf[hall.boothsFrom[p + 1]! - 1]!;
    if (last - first !== size[e]! - 1) return false;
    const width = 1 + chance.below(4);
    return chance.next() % 2 === 0
      ? booths.proposeSides(first, last + 1, last + 1 + width)
      : booths.proposeSides(first - width, first, last + 1);
  }

  /* The 2 to 6 booths around e against as many elsewhere, in their order or in the opposite one. */
  private wideBlock(e: number): boolean {
    const { now, chance } = this;
    const target = this.chooseFor(e);
    if (target < 0) return false;
    const { hall } = now.fair;
    const width = 2 + chance.below(5);
    const ahead = chance.below(width);
    const from = hall.boothsOf[hall.boothsFrom[now.placeOf[e]!]!]! - ahead;
    const isMirrored = chance.next() % 2 === 0;
    const landing = hall.boothsOf[hall.boothsFrom[target]!]!;
    const to = isMirrored ? landing - (width - 1 - ahead) : landing - ahead;
    return this.booths.proposeWide(from, to, width, isMirrored);
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
}
