import { Assignment } from './assign';
import { FORBIDDEN } from './group-costs';
import type { GroupCosts, Layout } from './group-costs';

/** How far a search may go, and what hears of it. */
export interface SeatLimits {
  /** Only what costs less is looked for; falls as better is found. */
  readonly limit: () => number;
  readonly isOver: () => boolean;
  readonly onStep: () => void;
  /** `points` without walks. */
  readonly onFound: (layout: Layout, points: number) => void;
}

const EPSILON = 1e-9;

/**
 * Who of a group stands in which of its places, when these are known: own points, competitors and
 * smells, by branch and bound over those who mind somebody; the others are assigned.
 */
export class GroupSeats {
  private readonly shapeOf: number[] = [];
  private readonly quarrelsome: number[];
  private readonly assignment: Assignment;
  private readonly costs: Float64Array;
  private readonly columns: Int32Array;
  /* By seat: its place, its shape, whether nobody has it, how far the farthest other is. */
  private places: readonly number[] = [];
  private shapes: readonly number[] = [];
  private readonly isFree: Uint8Array;
  private readonly farthest: Float64Array;
  /* Seats by member: fixed so far (-1: not yet), and where all would stand by the assignment. */
  private readonly at: Int32Array;
  private readonly guess: Int32Array;

  constructor(
    private readonly of: GroupCosts,
    private readonly membersOf: readonly { readonly members: readonly number[] }[],
  ) {
    const count = of.members.length;
    membersOf.forEach(({ members }, k) => members.forEach((m) => (this.shapeOf[m] = k)));
    this.quarrelsome = of.members
      .map((_, m) => m)
      .filter((m) => of.quarrels[m]!.length > 0)
      .sort((a, b) => of.quarrels[b]!.length - of.quarrels[a]!.length);
    this.assignment = new Assignment(count, count);
    this.costs = new Float64Array(count * count);
    this.columns = new Int32Array(count);
    this.isFree = new Uint8Array(count);
    this.farthest = new Float64Array(count);
    this.at = new Int32Array(count);
    this.guess = new Int32Array(count);
  }

  /** Answers whether all that is cheaper than the limit was found. */
  fill(places: readonly number[], shapes: readonly number[], limits: SeatLimits): boolean {
    this.places = places;
    this.shapes = shapes;
    this.at.fill(-1);
    this.isFree.fill(1);
    places.forEach((_, seat) => {
      this.farthest[seat] = places.reduce((most, __, s) => Math.max(most, this.gap(seat, s)), 0);
    });
    return this.seat(0, 0, limits);
  }

  private seat(n: number, cost: number, limits: SeatLimits): boolean {
    if (limits.isOver()) return false;
    limits.onStep();
    let bound = cost;
    for (let k = 0; k < this.membersOf.length && bound < limits.limit(); k += 1) {
      bound += this.seatRest(k);
    }
    if (bound >= limits.limit()) return true;
    const exact = this.pointsOfGuess();
    if (exact < limits.limit()) {
      const layout = this.of.layoutOf(this.guess.map((seat) => this.places[seat]!));
      limits.onFound(layout, exact);
    }
    if (exact <= bound + EPSILON || n === this.quarrelsome.length) return true;
    const m = this.quarrelsome[n]!;
    for (let s = 0; s < this.places.length; s += 1) {
      if (this.isFree[s] === 0 || this.shapes[s] !== this.shapeOf[m]) continue;
      const more = this.costOf(m, s, 0);
      this.at[m] = s;
      this.isFree[s] = 0;
      const isDone = this.seat(n + 1, cost + more, limits);
      this.at[m] = -1;
      this.isFree[s] = 1;
      if (!isDone) return false;
    }
    return true;
  }

  /* Those of a shape without a seat to free seats; what they mind in each other counts half at its least. */
  private seatRest(k: number): number {
    const { columns, costs, assignment } = this;
    let count = 0;
    for (let s = 0; s < this.places.length; s += 1) {
      if (this.isFree[s] === 1 && this.shapes[s] === k) columns[count++] = s;
    }
    const { members } = this.membersOf[k]!;
    for (const m of members) this.guess[m] = this.at[m]!;
    const rest = members.filter((m) => this.at[m]! < 0);
    rest.forEach((m, row) => {
      for (let column = 0; column < count; column += 1) {
        costs[row * count + column] = this.costOf(m, columns[column]!, 0.5);
      }
    });
    const least = assignment.solve(costs, rest.length, count);
    for (let column = 0; column < count; column += 1) {
      const row = assignment.rowAt[column]!;
      if (row >= 0) this.guess[rest[row]!] = columns[column]!;
    }
    return least;
  }

  /* Own points at a seat, quarrels with the seated, and a share of the least with the others. */
  private costOf(m: number, seat: number, share: number): number {
    const { of } = this;
    const place = this.places[seat]!;
    let sum = of.isLegal(m, place) ? of.ownOf(m, place) : FORBIDDEN;
    for (const quarrel of of.quarrels[m]!) {
      const other = this.at[quarrel.member]!;
      if (other >= 0) sum += of.pointsOf(quarrel, this.gap(seat, other));
      else if (share > 0) sum += share * of.pointsOf(quarrel, this.farthest[seat]!);
    }
    return sum;
  }

  private pointsOfGuess(): number {
    const { of, guess } = this;
    let sum = 0;
    for (let m = 0; m < guess.length; m += 1) {
      const place = this.places[guess[m]!]!;
      sum += of.isLegal(m, place) ? of.ownOf(m, place) : FORBIDDEN;
      for (const quarrel of of.quarrels[m]!) {
        if (quarrel.member < m)
          sum += of.pointsOf(quarrel, this.gap(guess[m]!, guess[quarrel.member]!));
      }
    }
    return sum;
  }

  private gap(seat: number, other: number): number {
    const { walks } = this.of;
    return walks.gap[this.places[seat]! * walks.count + this.places[other]!]!;
  }
}
