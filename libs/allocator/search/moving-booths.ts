import { UNITS_PER_BOOTH } from '../instance/instance';
import type { Arrangement } from './arrangement';

/** A change told by booths: what stands in some goes to others, each as it is. */
export class MovingBooths {
  /* Where what stands in a booth goes, when `mark` says that the booth takes part. */
  private readonly goesTo: Int32Array;
  private readonly mark: Int32Array;
  private turn = 0;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private count = 0;
  private readonly runOf: Float64Array;

  /** Who is 1 in `fixed`, as it is when asked, moves with nobody. */
  constructor(
    private readonly now: Arrangement,
    private readonly fixed: Uint8Array,
  ) {
    const { hall, instance } = now.fair;
    this.goesTo = new Int32Array(hall.boothCount);
    this.mark = new Int32Array(hall.boothCount);
    this.from = new Int32Array(hall.boothCount);
    this.to = new Int32Array(hall.boothCount);
    this.runOf = Float64Array.from(instance.booths, ({ run }) => run);
  }

  begin(): void {
    this.turn += 1;
    this.count = 0;
  }

  /** What stands in the booths of place `p` goes to those of `q`; false when a booth would go twice. */
  addPlace(p: number, q: number): boolean {
    const { hall } = this.now.fair;
    const [from, to] = [hall.boothsFrom[p]!, hall.boothsFrom[q]!];
    const count = hall.boothsFrom[p + 1]! - from;
    for (let n = 0; n < count; n += 1) {
      if (this.mark[hall.boothsOf[from + n]!] === this.turn) return false;
      this.add(hall.boothsOf[from + n]!, hall.boothsOf[to + n]!);
    }
    return true;
  }

  /** Proposes to exchange all who stand in two places. */
  proposePlaces(p: number, q: number): boolean {
    this.begin();
    return this.addPlace(p, q) && this.addPlace(q, p) && this.propose();
  }

  /** Proposes that the booths from `first` and those from `middle`, up to `end`, change sides in their run. */
  proposeSides(first: number, middle: number, end: number): boolean {
    if (!this.isInOneRun(first, end - 1)) return false;
    this.begin();
    for (let b = first; b < middle; b += 1) this.add(b, b + end - middle);
    for (let b = middle; b < end; b += 1) this.add(b, b - middle + first);
    return this.propose();
  }

  /** Proposes to exchange `width` booths from `from` with those from `to`, in their order or the opposite one. */
  proposeWide(from: number, to: number, width: number, isMirrored: boolean): boolean {
    if (Math.abs(from - to) < width) return false;
    if (!this.isInOneRun(from, from + width - 1) || !this.isInOneRun(to, to + width - 1)) {
      return false;
    }
    this.begin();
    for (let n = 0; n < width; n += 1) {
      const other = isMirrored ? to + width - 1 - n : to + n;
      this.add(from + n, other);
      this.add(other, from + n);
    }
    return this.propose();
  }

  /** Proposes the change; false when somebody would be torn apart, is fixed, or may not stand there. */
  propose(): boolean {
    const { now, fixed } = this;
    const { fair, inside, insideCount, placeOf } = now;
    for (let n = 0; n < this.count; n += 1) {
      const from = this.from[n]!;
      const first = from * UNITS_PER_BOOTH;
      for (let k = 0; k < insideCount[from]!; k += 1) {
        const f = inside[first + k]!;
        if (fair.size[f] === 1) {
          if (fixed[f] === 1 || !now.propose(f, this.to[n]!)) return false;
        } else if (!now.isMoving(f)) {
          if (fixed[f] === 1 || !now.propose(f, this.imageOf(placeOf[f]!))) return false;
        }
      }
    }
    return true;
  }

  private isInOneRun(one: number, other: number): boolean {
    const { runOf } = this;
    const isInHall = one >= 0 && other >= 0 && one < runOf.length && other < runOf.length;
    return isInHall && runOf[one] === runOf[other];
  }

  private add(from: number, to: number): void {
    this.mark[from] = this.turn;
    this.goesTo[from] = to;
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.count += 1;
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
