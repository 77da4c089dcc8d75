import type { Compiled } from '../compile/compile';
import { gapBetween, meanBetween } from '../compile/hall';

/** Walks between every two places of the hall, in double precision: a proof is made with them. */
export class PlaceWalks {
  readonly count: number;
  readonly mean: Float64Array;
  readonly gap: Float64Array;
  private readonly nearest: (Int16Array | undefined)[];

  constructor({ hall }: Compiled) {
    const { placeCount } = hall;
    this.count = placeCount;
    this.mean = new Float64Array(placeCount * placeCount);
    this.gap = new Float64Array(placeCount * placeCount);
    this.nearest = Array.from({ length: placeCount });
    for (let p = 0; p < placeCount; p += 1) {
      for (let q = 0; q <= p; q += 1) {
        const [at, mirrored] = [p * placeCount + q, q * placeCount + p];
        this.mean[at] = this.mean[mirrored] = meanBetween(hall, p, q);
        this.gap[at] = this.gap[mirrored] = gapBetween(hall, p, q);
      }
    }
  }

  /** Booths from the nearest to the farthest of a place; single places have the numbers of booths. */
  boothsNear(place: number, booths: number): Int16Array {
    let near = this.nearest[place];
    if (!near) {
      const from = place * this.count;
      near = Int16Array.from({ length: booths }, (_, booth) => booth).sort(
        (a, b) => this.mean[from + a]! - this.mean[from + b]! || a - b,
      );
      this.nearest[place] = near;
    }
    return near;
  }
}
