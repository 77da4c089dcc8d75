import type { Compiled } from '../compile/compile';
import type { PairTables } from './pair-tables';

const NEAREST = 32;

/** The places of a size nearest to a booth within its zone, the nearest first; found when first asked. */
export class NearPlaces {
  private readonly lists: (Int32Array | undefined)[] = [];

  constructor(
    private readonly fair: Compiled,
    private readonly pairs: PairTables,
  ) {}

  of(booth: number, size: number): Int32Array {
    const key = size * this.fair.hall.boothCount + booth;
    return (this.lists[key] ??= this.nearest(booth, size, NEAREST));
  }

  /** The same for so many places; found anew each time. */
  nearest(booth: number, size: number, most: number): Int32Array {
    const { hall, instance } = this.fair;
    const { zone } = instance.booths[booth]!;
    const first = hall.firstOfSize.get(size)!;
    const row = booth * this.pairs.placeCount;
    const places: number[] = [];
    for (let p = first; p < first + hall.countOfSize.get(size)!; p += 1) {
      if (instance.booths[hall.boothsOf[hall.boothsFrom[p]!]!]!.zone === zone) places.push(p);
    }
    const metres = (p: number) => this.pairs.mean[row + p]!;
    places.sort((p, q) => metres(p) - metres(q) || p - q);
    return Int32Array.from(places.slice(0, most));
  }
}
