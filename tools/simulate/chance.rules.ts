/** Pseudo-random draws that a seed repeats; each name under a seed is a stream of its own. */
export class Chance {
  #state: number;

  constructor(seed: string, stream: string) {
    /* FNV-1a over both names, then mulberry32: small, and good enough to look like a crowd. */
    let hash = 0x811c9dc5;
    for (const letter of `${seed}\n${stream}`) {
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    }
    this.#state = hash >>> 0;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** One of them; throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T {
    const picked = items[this.below(items.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Log-normal by its median and its 90th percentile. */
  logNormal(median: number, p90: number): number {
    const sigma = Math.log(p90 / median) / 1.281_551_565_545;
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.next()));
  }

  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    for (let last = left.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [left[last], left[other]] = [left[other] as T, left[last] as T];
    }
    return left;
  }
}
