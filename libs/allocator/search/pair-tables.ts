import type { Compiled } from '../compile/compile';
import { gapBetween, meanBetween } from '../compile/hall';

/**
 * What two places cost each other, for every two places of the hall. Single precision: the search
 * only compares, and what it finds is scored again exactly.
 */
export interface PairTables {
  readonly placeCount: number;
  readonly mean: Float32Array;
  /** The mean walk between a place and itself. */
  readonly meanSelf: Float32Array;
  readonly competitor: Float32Array;
  readonly smell: Float32Array;
  /** Places near enough to place p to matter to competitors or noses: `near[nearFrom[p]]` and on. */
  readonly nearFrom: Int32Array;
  readonly near: Int32Array;
}

export function pairTablesOf({ hall, instance }: Compiled): PairTables {
  const { placeCount } = hall;
  const { competitor, competitorReach, smell, smellReach } = instance.weights;
  const tables = {
    placeCount,
    mean: new Float32Array(placeCount * placeCount),
    competitor: new Float32Array(placeCount * placeCount),
    smell: new Float32Array(placeCount * placeCount),
    nearFrom: new Int32Array(placeCount + 1),
  };
  const counts = new Int32Array(placeCount);
  const reach = Math.max(competitorReach, smellReach);
  for (let p = 0; p < placeCount; p += 1) {
    for (let q = 0; q <= p; q += 1) {
      const [at, mirrored] = [p * placeCount + q, q * placeCount + p];
      const mean = meanBetween(hall, p, q);
      tables.mean[at] = mean;
      tables.mean[mirrored] = mean;
      const gap = gapBetween(hall, p, q);
      if (gap >= reach) continue;
      const asCompetitors = gap < competitorReach ? competitor * (1 - gap / competitorReach) : 0;
      const asNoses = gap < smellReach ? smell * (1 - gap / smellReach) : 0;
      tables.competitor[at] = asCompetitors;
      tables.competitor[mirrored] = asCompetitors;
      tables.smell[at] = asNoses;
      tables.smell[mirrored] = asNoses;
      /* As the tables hold them: what single precision rounds to nothing is nothing. */
      if (tables.competitor[at] === 0 && tables.smell[at] === 0) continue;
      counts[p]! += 1;
      if (p !== q) counts[q]! += 1;
    }
  }
  const { nearFrom } = tables;
  for (let p = 0; p < placeCount; p += 1) nearFrom[p + 1] = nearFrom[p]! + counts[p]!;
  const near = new Int32Array(nearFrom[placeCount]!);
  let n = 0;
  for (let at = 0; at < placeCount * placeCount; at += 1) {
    if (tables.competitor[at]! !== 0 || tables.smell[at]! !== 0) near[n++] = at % placeCount;
  }
  const meanSelf = Float32Array.from(
    { length: placeCount },
    (_, p) => tables.mean[p * placeCount + p]!,
  );
  return { ...tables, meanSelf, near };
}

/** For each place the places near it, with the points that the two cost: `near[from[place]]` and on. */
export interface NearLists {
  readonly from: Int32Array;
  readonly near: Int32Array;
  readonly points: Float32Array;
}

/** What somebody at one of the places `standing` costs those at the places `met`, by a table. */
export function nearLists(
  { placeCount, nearFrom, near }: PairTables,
  table: Float32Array,
  standing: readonly Int32Array[],
  met: readonly Int32Array[],
): NearLists {
  const stands = maskOf(standing, placeCount);
  const isMet = maskOf(met, placeCount);
  const from = new Int32Array(placeCount + 1);
  const found = new Int32Array(near.length);
  const points = new Float32Array(near.length);
  let n = 0;
  for (let p = 0; p < placeCount; p += 1) {
    const end = stands[p] === 1 ? nearFrom[p + 1]! : 0;
    for (let k = nearFrom[p]!; k < end; k += 1) {
      const x = near[k]!;
      const cost = table[p * placeCount + x]!;
      if (isMet[x] === 0 || cost === 0) continue;
      found[n] = x;
      points[n] = cost;
      n += 1;
    }
    from[p + 1] = n;
  }
  return { from, near: found.slice(0, n), points: points.slice(0, n) };
}

function maskOf(lists: readonly Int32Array[], count: number): Uint8Array {
  const mask = new Uint8Array(count);
  for (const places of new Set(lists)) for (const place of places) mask[place] = 1;
  return mask;
}
