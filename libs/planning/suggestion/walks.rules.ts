import type { Rectangle } from '../plan/plan.rules';

/** Integer centimetres from the hall's north-west corner. */
export interface Point {
  xCm: number;
  yCm: number;
}

/* A step on foot. A passage that is narrower counts as one where a step's middle falls into it. */
const STEP_CM = 100;

/** The ground on which people walk: the hall without what stands in it, in squares of a metre. */
class Ground {
  readonly columns: number;
  readonly rows: number;
  private readonly isTaken: Uint8Array;

  constructor(hall: { widthCm: number; depthCm: number }, standing: readonly Rectangle[]) {
    this.columns = Math.ceil(hall.widthCm / STEP_CM);
    this.rows = Math.ceil(hall.depthCm / STEP_CM);
    this.isTaken = new Uint8Array(this.columns * this.rows);
    const firstMiddle = (cm: number) => Math.max(0, Math.ceil(cm / STEP_CM - 0.5));
    for (const { xCm, yCm, widthCm, depthCm } of standing) {
      const pastX = Math.min(this.columns, firstMiddle(xCm + widthCm));
      const pastY = Math.min(this.rows, firstMiddle(yCm + depthCm));
      for (let y = firstMiddle(yCm); y < pastY; y += 1) {
        for (let x = firstMiddle(xCm); x < pastX; x += 1) this.isTaken[y * this.columns + x] = 1;
      }
    }
  }

  /** The free square nearest to a point; -1 where there is none. */
  squareAt({ xCm, yCm }: Point): number {
    const x = Math.min(this.columns - 1, Math.max(0, Math.floor(xCm / STEP_CM)));
    const y = Math.min(this.rows - 1, Math.max(0, Math.floor(yCm / STEP_CM)));
    if (this.isTaken[y * this.columns + x] === 0) return y * this.columns + x;
    let nearest = -1;
    let least = Infinity;
    this.isTaken.forEach((taken, square) => {
      if (taken === 1) return;
      const steps =
        Math.abs((square % this.columns) - x) + Math.abs(Math.floor(square / this.columns) - y);
      if (steps >= least) return;
      least = steps;
      nearest = square;
    });
    return nearest;
  }

  /** Steps from a square to every other; -1 where nobody gets to. */
  stepsFrom(square: number): Int32Array {
    const steps = new Int32Array(this.isTaken.length).fill(-1);
    if (square < 0) return steps;
    const queue = new Int32Array(this.isTaken.length);
    queue[0] = square;
    steps[square] = 0;
    let queued = 1;
    for (let at = 0; at < queued; at += 1) {
      const here = queue[at]!;
      const x = here % this.columns;
      for (const [next, isInside] of [
        [here - 1, x > 0],
        [here + 1, x + 1 < this.columns],
        [here - this.columns, here >= this.columns],
        [here + this.columns, here + this.columns < steps.length],
      ] as const) {
        if (!isInside || this.isTaken[next] === 1 || steps[next] !== -1) continue;
        steps[next] = steps[here]! + 1;
        queue[queued] = next;
        queued += 1;
      }
    }
    return steps;
  }
}

const straightMetres = (a: Point, b: Point) =>
  (Math.abs(a.xCm - b.xCm) + Math.abs(a.yCm - b.yCm)) / 100;

/**
 * Metres on foot between every two points of a hall, around what stands in it, by the lengths of its
 * walls as FORMAT.md measures. Where the drawing leaves no way, the straight one counts.
 */
export function walkedMetres(
  hall: { widthCm: number; depthCm: number },
  standing: readonly Rectangle[],
  points: readonly Point[],
): number[][] {
  const ground = new Ground(hall, standing);
  const squares = points.map((point) => ground.squareAt(point));
  return points.map((from, i) => {
    const steps = ground.stepsFrom(squares[i]!);
    return points.map((to, j) => {
      const walked = steps[squares[j]!] ?? -1;
      return walked < 0 ? straightMetres(from, to) : (walked * STEP_CM) / 100;
    });
  });
}
