import type { Compiled } from '../compile/compile';
import { gapBetween, meanBetween } from '../compile/hall';

/**
 * What two places cost each other, for every two places of the hall. Single precision: the search
 * only compares, and what it finds is scored again exactly.
 */
export interface PairTables {
  readonly placeCount: number;
  readonly mean: Float32Array;
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
  return { ...tables, near };
}
