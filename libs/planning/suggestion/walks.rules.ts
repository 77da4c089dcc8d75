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
  private readonly columns: number;
  private readonly rows: number;
  /* With a wall of taken squares around the hall, so that no step has to look for its edge. */
  private readonly isTaken: Uint8Array;
  private readonly rowLength: number;

  constructor(hall: { widthCm: number; depthCm: number }, standing: readonly Rectangle[]) {
    this.columns = Math.ceil(hall.widthCm / STEP_CM);
    this.rows = Math.ceil(hall.depthCm / STEP_CM);
    this.rowLength = this.columns + 2;
    this.isTaken = new Uint8Array(this.rowLength * (this.rows + 2)).fill(1);
    for (let y = 0; y < this.rows; y += 1) {
      this.isTaken.fill(0, this.at(0, y), this.at(this.columns, y));
    }
    const firstMiddle = (cm: number) => Math.max(0, Math.ceil(cm / STEP_CM - 0.5));
    for (const { xCm, yCm, widthCm, depthCm } of standing) {
      const [from, past] = [firstMiddle(xCm), firstMiddle(xCm + widthCm)];
      const pastY = Math.min(this.rows, firstMiddle(yCm + depthCm));
      for (let y = firstMiddle(yCm); y < pastY; y += 1) {
        this.isTaken.fill(1, this.at(from, y), this.at(Math.min(this.columns, past), y));
      }
    }
  }

  private at(x: number, y: number): number {
    return (y + 1) * this.rowLength + x + 1;
  }

  /** The free square nearest to a point; -1 where there is none. */
  squareAt({ xCm, yCm }: Point): number {
    const x = Math.min(this.columns - 1, Math.max(0, Math.floor(xCm / STEP_CM)));
    const y = Math.min(this.rows - 1, Math.max(0, Math.floor(yCm / STEP_CM)));
    if (this.isTaken[this.at(x, y)] === 0) return this.at(x, y);
    let nearest = -1;
    let least = Infinity;
    for (let otherY = 0; otherY < this.rows; otherY += 1) {
      for (let otherX = 0; otherX < this.columns; otherX += 1) {
        const steps = Math.abs(otherX - x) + Math.abs(otherY - y);
        if (steps >= least || this.isTaken[this.at(otherX, otherY)] === 1) continue;
        least = steps;
        nearest = this.at(otherX, otherY);
      }
    }
    return nearest;
  }

  /** Steps from a square to every other; -1 where nobody gets to. */
  stepsFrom(square: number): Int32Array {
    const { isTaken } = this;
    const steps = new Int32Array(isTaken.length).fill(-1);
    if (square < 0) return steps;
    const aside = [-1, 1, -this.rowLength, this.rowLength];
    const queue = new Int32Array(isTaken.length);
    queue[0] = square;
    steps[square] = 0;
    let queued = 1;
    for (let at = 0; at < queued; at += 1) {
      const here = queue[at]!;
      for (const step of aside) {
        const next = here + step;
        if (isTaken[next] === 1 || steps[next] !== -1) continue;
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
