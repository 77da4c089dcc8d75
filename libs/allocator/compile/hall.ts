import type { Instance } from '../instance/instance';
import { walksOf } from './walks';

/**
 * Every place that anybody could stand in, numbered: a place is a set of booths of a legal shape.
 * Single booths come first, so that the number of a single place is the index of its booth; places
 * of one size have consecutive numbers.
 */
export interface Hall {
  readonly boothCount: number;
  readonly placeCount: number;
  readonly walks: Float64Array;
  readonly sizeOf: Uint8Array;
  /** Booths of place p: `boothsOf[boothsFrom[p]]` up to `boothsFrom[p + 1]`, ascending. */
  readonly boothsFrom: Int32Array;
  readonly boothsOf: Int32Array;
  /** Number of the first place of a size, and how many there are. */
  readonly firstOfSize: ReadonlyMap<number, number>;
  readonly countOfSize: ReadonlyMap<number, number>;
  /** By size: the place in one run that begins at a booth, or -1. */
  readonly lineAt: readonly (Int32Array | undefined)[];
  /** The island block whose first booth it is, or -1. */
  readonly islandAt: Int32Array;
}

/** Numbers the places of the sizes that are wanted. */
export function hallOf(instance: Instance): Hall {
  const { booths, exhibitors } = instance;
  const boothCount = booths.length;
  const sizes = [...new Set([1, ...exhibitors.map(({ size }) => size)])].sort((a, b) => a - b);
  const places: number[][] = [];
  const firstOfSize = new Map<number, number>();
  const countOfSize = new Map<number, number>();
  const lineAt: (Int32Array | undefined)[] = [];
  const islandAt = new Int32Array(boothCount).fill(-1);
  for (const size of sizes) {
    firstOfSize.set(size, places.length);
    const starts = new Int32Array(boothCount).fill(-1);
    for (let b = 0; b + size <= boothCount; b += 1) {
      if (booths[b]!.run !== booths[b + size - 1]!.run) continue;
      starts[b] = places.length;
      places.push(Array.from({ length: size }, (_, n) => b + n));
    }
    lineAt[size] = starts;
    if (size === 4) addIslands(instance, places, starts, islandAt);
    countOfSize.set(size, places.length - firstOfSize.get(size)!);
  }
  const boothsFrom = new Int32Array(places.length + 1);
  places.forEach((place, p) => (boothsFrom[p + 1] = boothsFrom[p]! + place.length));
  return {
    boothCount,
    placeCount: places.length,
    walks: walksOf(instance),
    sizeOf: Uint8Array.from(places, ({ length }) => length),
    boothsFrom,
    boothsOf: Int32Array.from(places.flat()),
    firstOfSize,
    countOfSize,
    lineAt,
    islandAt,
  };
}

/* Two booths side by side and the two at their backs. */
function addIslands(
  { booths }: Instance,
  places: number[][],
  lines: Int32Array,
  islandAt: Int32Array,
): void {
  for (let b = 0; b + 1 < booths.length; b += 1) {
    const c = booths[b]!.back;
    if (c < 0 || c + 1 >= booths.length || booths[b + 1]!.back !== c + 1) continue;
    if (booths[b]!.run !== booths[b + 1]!.run || booths[c]!.run !== booths[c + 1]!.run) continue;
    if (Math.abs(b - c) < 2) continue;
    const first = Math.min(b, c);
    const isLine = Math.abs(b - c) === 2 && lines[first]! >= 0;
    if (isLine || islandAt[first]! >= 0) continue;
    islandAt[first] = places.length;
    places.push([first, first + 1, Math.max(b, c), Math.max(b, c) + 1]);
  }
}

/** Booths of a place, as a view. */
export const boothsIn = (hall: Hall, place: number) =>
  hall.boothsOf.subarray(hall.boothsFrom[place], hall.boothsFrom[place + 1]);

/** The place that consists of exactly these booths, or -1. */
export function placeOfBooths(hall: Hall, booths: readonly number[]): number {
  const sorted = [...booths].sort((a, b) => a - b);
  const [first = -1] = sorted;
  if (first < 0) return -1;
  for (const place of [hall.lineAt[sorted.length]?.[first] ?? -1, islandOf(hall, sorted)]) {
    if (place >= 0 && boothsIn(hall, place).every((booth, n) => booth === sorted[n])) return place;
  }
  return -1;
}

const islandOf = (hall: Hall, sorted: readonly number[]) =>
  sorted.length === 4 ? hall.islandAt[sorted[0]!]! : -1;

/** The smallest walk between two places, exact. */
export function gapBetween(hall: Hall, p: number, q: number): number {
  const { walks, boothsFrom, boothsOf, boothCount } = hall;
  let least = Infinity;
  for (let m = boothsFrom[p]!; m < boothsFrom[p + 1]!; m += 1) {
    const row = boothsOf[m]! * boothCount;
    for (let n = boothsFrom[q]!; n < boothsFrom[q + 1]!; n += 1) {
      const metres = walks[row + boothsOf[n]!]!;
      if (metres < least) least = metres;
    }
  }
  return least;
}

/** The average walk between two places, exact. */
export function meanBetween(hall: Hall, p: number, q: number): number {
  const { walks, boothsFrom, boothsOf, boothCount } = hall;
  let sum = 0;
  for (let m = boothsFrom[p]!; m < boothsFrom[p + 1]!; m += 1) {
    const row = boothsOf[m]! * boothCount;
    for (let n = boothsFrom[q]!; n < boothsFrom[q + 1]!; n += 1) sum += walks[row + boothsOf[n]!]!;
  }
  return sum / (hall.sizeOf[p]! * hall.sizeOf[q]!);
}
