import { onGrid } from './arrange.rules';
import type { Box } from './arrange.rules';

/** Edges that something may be laid along, sorted; made once when a pull begins. */
export interface Edges {
  x: readonly number[];
  y: readonly number[];
}

export function edgesOf(boxes: Iterable<Box>): Edges {
  const x = new Set<number>();
  const y = new Set<number>();
  for (const box of boxes) {
    x.add(box.xCm).add(box.xCm + box.widthCm);
    y.add(box.yCm).add(box.yCm + box.depthCm);
  }
  const sorted = (values: Set<number>) => [...values].sort((a, b) => a - b);
  return { x: sorted(x), y: sorted(y) };
}

export interface Snapped {
  dxCm: number;
  dyCm: number;
  /** Where a line shows what it was laid along; null when it was laid on the grid. */
  guideX: number | null;
  guideY: number | null;
}

/**
 * How far a box goes that is pulled so far: along the nearest edge of a neighbour within reach, else
 * so that its corner stands on the grid.
 */
export function snapped(
  box: Box,
  pulled: { dxCm: number; dyCm: number },
  edges: Edges,
  reachCm: number,
): Snapped {
  const x = along(box.xCm, box.widthCm, pulled.dxCm, edges.x, reachCm);
  const y = along(box.yCm, box.depthCm, pulled.dyCm, edges.y, reachCm);
  return { dxCm: x.by, dyCm: y.by, guideX: x.guide, guideY: y.guide };
}

function along(
  at: number,
  size: number,
  by: number,
  edges: readonly number[],
  reachCm: number,
): { by: number; guide: number | null } {
  let best: { by: number; guide: number | null } = { by: onGrid(at + by) - at, guide: null };
  let least = reachCm;
  for (const own of [at + by, at + by + size]) {
    const edge = nearest(edges, own);
    const far = edge === null ? Infinity : Math.abs(edge - own);
    if (edge === null || far > least || (far === least && best.guide !== null)) continue;
    least = far;
    best = { by: by + edge - own, guide: edge };
  }
  return best;
}

function nearest(sorted: readonly number[], value: number): number | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [sorted[low - 1], sorted[low]];
  if (before === undefined) return after ?? null;
  if (after === undefined) return before;
  return value - before <= after - value ? before : after;
}

/** The box between two corners, on the grid. */
export function boxBetween(
  from: { xCm: number; yCm: number },
  to: { xCm: number; yCm: number },
): Box {
  const [x1, x2] = [onGrid(Math.min(from.xCm, to.xCm)), onGrid(Math.max(from.xCm, to.xCm))];
  const [y1, y2] = [onGrid(Math.min(from.yCm, to.yCm)), onGrid(Math.max(from.yCm, to.yCm))];
  return { xCm: x1, yCm: y1, widthCm: x2 - x1, depthCm: y2 - y1 };
}
