import type { Compiled } from '../compile/compile';
import { UNITS_PER_BOOTH } from '../instance/instance';
import { Assignment } from './assign';
import { FORBIDDEN } from './group-costs';
import type { GroupCosts, Layout } from './group-costs';
import { GroupSeats } from './group-seats';
import type { PlaceWalks } from './place-walks';

export interface Cheapest {
  /** Proven: no layout costs less, prices of its booths included. */
  readonly atLeast: number;
  /** Whether `atLeast` is as near to the cheapest as was asked. */
  readonly isDone: boolean;
  /** Layouts found on the way, each cheaper than those before. */
  readonly found: readonly Layout[];
}

/* Members who take as many booths and as much of them. */
interface Shape {
  readonly size: number;
  readonly units: number;
  readonly members: readonly number[];
  readonly firstSlot: number;
}

/* A slot that is taken is made cheaper by this, so that somebody stands there. */
const TAKEN = 1e5;
const MOST_ROUNDS = 4;

/**
 * What the places of one group cost at least when every booth has a price: a search by branch and
 * bound over the places that the group takes, whoever of it stands where. Its bound is that of Gilmore
 * (1962) and Lawler (1963): who stands at a place pays the walks to the places already taken, half of
 * the walks to the others if they stood as near as open booths allow, and the members are assigned to
 * places as cheaply as can be.
 */
export class GroupLayouts {
  private readonly fair: Compiled;
  private readonly walks: PlaceWalks;
  private readonly members: readonly number[];
  private readonly shapes: Shape[] = [];
  /* By slot (a shape and a place where a member of that shape may stand). */
  private readonly shapeOf: number[] = [];
  private readonly placeOf: number[] = [];
  /* By member: own points by slot of its shape. */
  private readonly own: Float64Array[] = [];
  private readonly hasQuarrels: boolean;
  private readonly seats: GroupSeats;
  /* Shapes whose members pay most for a sixth of a booth come first: they stand nearest. */
  private readonly byWalk: number[];
  private readonly assignment: Assignment;
  private readonly costs: Float64Array;
  private readonly columnSlot: Int32Array;

  /* The state of the search: what is taken, and by depth what is open. */
  private readonly used: Uint8Array;
  private readonly room: Uint8Array;
  private readonly rest: number[];
  private readonly taken: number[] = [];
  private readonly loads: number[] = [];
  private readonly open: Int32Array[];
  private readonly openCount: Int32Array;
  private readonly walk: Float64Array[];
  private readonly rise: Float64Array[];
  private readonly value: Float64Array;
  private readonly farthest: Float64Array;
  private readonly isShut: Uint8Array;
  private prices: Float64Array = new Float64Array(0);
  private limit = Infinity;
  private slack = 0;
  private steps = 0;
  private mostSteps = 0;
  private leftOut = Infinity;
  private found: Layout[] = [];
  private isStopped: () => boolean = () => false;

  constructor(private readonly of: GroupCosts) {
    this.fair = of.fair;
    this.walks = of.walks;
    this.members = of.members;
    const { hall, size, units, legal } = this.fair;
    const byShape = new Map<string, number[]>();
    this.members.forEach((e, m) => {
      const key = `${size[e]} ${units[e]}`;
      byShape.set(key, [...(byShape.get(key) ?? []), m]);
    });
    const sorted = [...byShape.values()].sort(([a], [b]) => {
      const [e, f] = [this.members[a!]!, this.members[b!]!];
      return size[f]! - size[e]! || units[f]! - units[e]!;
    });
    for (const members of sorted) {
      const e = this.members[members[0]!]!;
      const places = new Set<number>();
      for (const m of members) for (const place of legal[this.members[m]!]!) places.add(place);
      const firstSlot = this.placeOf.length;
      for (const place of places) {
        this.shapeOf.push(this.shapes.length);
        this.placeOf.push(place);
      }
      this.shapes.push({ size: size[e]!, units: units[e]!, members, firstSlot });
      for (const m of members) {
        this.own[m] = Float64Array.from(places, (place) =>
          of.isLegal(m, place) ? of.ownOf(m, place) : FORBIDDEN,
        );
      }
    }
    this.hasQuarrels = of.quarrels.some((list) => list.length > 0);
    this.byWalk = this.shapes
      .map((_, k) => k)
      .sort((a, b) => {
        const [x, y] = [this.shapes[a]!, this.shapes[b]!];
        return x.size * x.units - y.size * y.units;
      });
    const slots = this.placeOf.length;
    this.seats = new GroupSeats(of, this.shapes);
    const columns = slots * UNITS_PER_BOOTH + this.members.length;
    this.assignment = new Assignment(this.members.length, columns);
    this.costs = new Float64Array(this.members.length * columns);
    this.columnSlot = new Int32Array(columns);
    this.used = new Uint8Array(hall.boothCount);
    this.room = new Uint8Array(hall.boothCount);
    this.rest = this.shapes.map(({ members }) => members.length);
    const depths = Array.from({ length: this.members.length + 1 });
    this.open = depths.map(() => new Int32Array(slots));
    this.walk = depths.map(() => new Float64Array(slots));
    this.rise = depths.map(() => new Float64Array(slots));
    this.openCount = new Int32Array(depths.length);
    this.value = new Float64Array(slots);
    this.farthest = new Float64Array(slots);
    this.isShut = new Uint8Array(slots);
  }

  /**
   * The cheapest layout under prices of booths (0 or more), to within `slack`. `known`: what one costs
   * that is known. Gives up after so many steps, and then tells what is proven so far.
   */
  cheapest(
    prices: Float64Array,
    { known, slack, steps }: { known: number; slack: number; steps: number },
    isStopped: () => boolean = () => false,
  ): Cheapest {
    this.isStopped = isStopped;
    this.prices = prices;
    this.slack = slack;
    this.limit = Math.min(known - slack, FORBIDDEN);
    this.steps = 0;
    this.mostSteps = steps;
    this.leftOut = Infinity;
    this.found = [];
    const [open, walk] = [this.open[0]!, this.walk[0]!];
    for (let slot = 0; slot < open.length; slot += 1) open[slot] = slot;
    walk.fill(0);
    this.openCount[0] = open.length;
    this.branch(0, 0, -Infinity);
    return {
      atLeast: Math.min(this.limit, this.leftOut),
      isDone: this.leftOut >= this.limit,
      found: this.found,
    };
  }

  private isOver(): boolean {
    return this.steps >= this.mostSteps || this.isStopped();
  }

  /** `known`: what is proven of this branch by the one above. */
  private branch(depth: number, spent: number, known: number): void {
    if (this.isOver()) {
      this.leftOut = Math.min(this.leftOut, known);
      return;
    }
    this.steps += 1;
    if (depth === this.members.length) {
      this.settle(spent, known);
      return;
    }
    const bound = Math.max(known, this.boundAt(depth, spent));
    if (bound >= this.limit) return;
    const shape = this.shapeToTake(depth);
    const [open, rise] = [this.open[depth]!, this.rise[depth]!];
    const children: number[] = [];
    for (let n = 0; n < this.openCount[depth]!; n += 1) {
      if (this.shapeOf[open[n]!] === shape) children.push(n);
    }
    children.sort((a, b) => rise[a]! - rise[b]!);
    const slots = children.map((n) => open[n]!);
    const bounds = children.map((n) => bound + rise[n]!);
    for (let c = 0; c < children.length; c += 1) {
      if (bounds[c]! >= this.limit) break;
      this.take(depth, children[c]!, spent, bounds[c]!);
      /* Layouts with it are done with: the next are without it. */
      this.isShut[slots[c]!] = 1;
    }
    for (const slot of slots) this.isShut[slot] = 0;
  }

  /* Sharers first, whose booths are paid whole once taken; then the shape with the least choice. */
  private shapeToTake(depth: number): number {
    const sharers = this.shapes.findIndex(
      ({ units }, k) => units < UNITS_PER_BOOTH && this.rest[k]! > 0,
    );
    if (sharers >= 0) return sharers;
    const open = this.open[depth]!;
    const choice = this.shapes.map(() => 0);
    for (let n = 0; n < this.openCount[depth]!; n += 1) choice[this.shapeOf[open[n]!]!]! += 1;
    let least = -1;
    let leastChoice = Infinity;
    this.rest.forEach((left, k) => {
      if (left === 0 || choice[k]! / left >= leastChoice) return;
      least = k;
      leastChoice = choice[k]! / left;
    });
    return least;
  }

  private take(depth: number, at: number, spent: number, known: number): void {
    const { hall } = this.fair;
    const [open, walk] = [this.open[depth]!, this.walk[depth]!];
    const slot = open[at]!;
    const place = this.placeOf[slot]!;
    const { units } = this.shapes[this.shapeOf[slot]!]!;
    let cost = walk[at]!;
    for (let n = hall.boothsFrom[place]!; n < hall.boothsFrom[place + 1]!; n += 1) {
      const booth = hall.boothsOf[n]!;
      if (this.used[booth] === 0) cost += this.prices[booth]!;
      this.used[booth]! += units;
    }
    this.rest[this.shapeOf[slot]!]! -= 1;
    this.taken.push(slot);
    const [nextOpen, nextWalk] = [this.open[depth + 1]!, this.walk[depth + 1]!];
    const row = place * this.walks.count;
    let count = 0;
    for (let n = 0; n < this.openCount[depth]!; n += 1) {
      const other = open[n]!;
      if (this.isShut[other] === 1 || this.rest[this.shapeOf[other]!] === 0) continue;
      if (!this.hasRoom(other)) continue;
      nextOpen[count] = other;
      nextWalk[count] = walk[n]! + this.of.perMetre * this.walks.mean[row + this.placeOf[other]!]!;
      count += 1;
    }
    this.openCount[depth + 1] = count;
    this.branch(depth + 1, spent + cost, known);
    this.taken.pop();
    this.rest[this.shapeOf[slot]!]! += 1;
    for (let n = hall.boothsFrom[place]!; n < hall.boothsFrom[place + 1]!; n += 1) {
      this.used[hall.boothsOf[n]!]! -= units;
    }
  }

  private hasRoom(slot: number): boolean {
    const { hall } = this.fair;
    const place = this.placeOf[slot]!;
    const most = UNITS_PER_BOOTH - this.shapes[this.shapeOf[slot]!]!.units;
    for (let n = hall.boothsFrom[place]!; n < hall.boothsFrom[place + 1]!; n += 1) {
      if (this.used[hall.boothsOf[n]!]! > most) return false;
    }
    return true;
  }

  /* Proven of all layouts with what is taken; shuts slots that cannot be part of a cheaper one. */
  private boundAt(depth: number, spent: number): number {
    const [open, walk, rise] = [this.open[depth]!, this.walk[depth]!, this.rise[depth]!];
    for (let round = 1; ; round += 1) {
      const count = this.openCount[depth]!;
      this.measureRoom(open, count);
      for (let k = 0; k < this.shapes.length; k += 1) this.loads[k] = this.fullest(k);
      for (let n = 0; n < count; n += 1) {
        const value = walk[n]! + this.priceOf(open[n]!) + this.walksToOthers(open[n]!);
        this.value[open[n]!] = value;
      }
      if (this.hasQuarrels) this.measureFarthest(open, count);
      let bound = spent;
      for (let k = 0; k < this.shapes.length; k += 1) bound += this.assign(k, depth);
      if (bound >= this.limit) return bound;
      let left = 0;
      for (let n = 0; n < count; n += 1) {
        if (bound + rise[n]! >= this.limit) continue;
        open[left] = open[n]!;
        walk[left] = walk[n]!;
        rise[left] = rise[n]!;
        left += 1;
      }
      this.openCount[depth] = left;
      if (round === MOST_ROUNDS || count - left <= count / 16) return bound;
    }
  }

  private measureRoom(open: Int32Array, count: number): void {
    const { hall } = this.fair;
    this.room.fill(0);
    for (let n = 0; n < count; n += 1) {
      const place = this.placeOf[open[n]!]!;
      for (let m = hall.boothsFrom[place]!; m < hall.boothsFrom[place + 1]!; m += 1) {
        const booth = hall.boothsOf[m]!;
        this.room[booth] = UNITS_PER_BOOTH - this.used[booth]!;
      }
    }
  }

  /* As full as a booth can be with one of so many units and others who have no place yet. */
  private fullest(shape: number): number {
    const { units } = this.shapes[shape]!;
    if (units === UNITS_PER_BOOTH) return units;
    let loads = 1 << units;
    this.shapes.forEach((other, k) => {
      if (other.units === UNITS_PER_BOOTH) return;
      for (let n = this.rest[k]! - (k === shape ? 1 : 0); n > 0; n -= 1)
        loads |= loads << other.units;
    });
    return 31 - Math.clz32(loads & ((2 << UNITS_PER_BOOTH) - 1));
  }

  /* A sharer pays its part of the price, or nothing in a booth that the group has already. */
  private priceOf(slot: number): number {
    const { hall } = this.fair;
    const place = this.placeOf[slot]!;
    const { units } = this.shapes[this.shapeOf[slot]!]!;
    const load = this.loads[this.shapeOf[slot]!]!;
    let sum = 0;
    for (let n = hall.boothsFrom[place]!; n < hall.boothsFrom[place + 1]!; n += 1) {
      const booth = hall.boothsOf[n]!;
      if (this.used[booth] === 0) sum += (this.prices[booth]! * units) / load;
    }
    return sum;
  }

  /* Half of the walks to those who have no place yet, if they stood as near as the open booths allow. */
  private walksToOthers(slot: number): number {
    const { hall } = this.fair;
    const place = this.placeOf[slot]!;
    const shape = this.shapeOf[slot]!;
    const { units } = this.shapes[shape]!;
    const near = this.walks.boothsNear(place, hall.boothCount);
    const row = place * this.walks.count;
    const [from, to] = [hall.boothsFrom[place]!, hall.boothsFrom[place + 1]!];
    let sum = 0;
    let n = 0;
    let room = 0;
    let metres = 0;
    for (const k of this.byWalk) {
      const mates = this.rest[k]! - (k === shape ? 1 : 0);
      if (mates <= 0) continue;
      const whole = this.shapes[k]!.size * this.shapes[k]!.units;
      let left = mates * whole;
      while (left > 0) {
        while (room <= 0) {
          if (n === near.length) return FORBIDDEN;
          const booth = near[n]!;
          n += 1;
          room = this.room[booth]!;
          if (room === 0) continue;
          for (let m = from; m < to; m += 1) if (hall.boothsOf[m] === booth) room -= units;
          metres = this.walks.mean[row + booth]!;
        }
        const taken = Math.min(room, left);
        sum += (taken / whole) * metres;
        room -= taken;
        left -= taken;
      }
    }
    return (this.of.perMetre / 2) * sum;
  }

  /* How far away a mate can be at most, while that is near enough to compete, to smell or to be a rival. */
  private measureFarthest(open: Int32Array, count: number): void {
    const { gap, count: places } = this.walks;
    const far = (slot: number) => {
      const row = this.placeOf[slot]! * places;
      let most = 0;
      for (const other of this.taken) most = Math.max(most, gap[row + this.placeOf[other]!]!);
      for (let n = 0; n < count && most < this.of.reach; n += 1) {
        most = Math.max(most, gap[row + this.placeOf[open[n]!]!]!);
      }
      this.farthest[slot] = most;
    };
    for (let n = 0; n < count; n += 1) far(open[n]!);
    for (const slot of this.taken) far(slot);
  }

  private halfQuarrels(member: number, metres: number): number {
    if (metres >= this.of.reach) return 0;
    let sum = 0;
    for (const quarrel of this.of.quarrels[member]!) sum += this.of.pointsOf(quarrel, metres);
    return sum / 2;
  }

  /* The members of a shape to its slots: those that are taken must be used. Writes what each open one adds. */
  private assign(k: number, depth: number): number {
    const { members, firstSlot, units } = this.shapes[k]!;
    const { columnSlot, costs, assignment } = this;
    const [open, rise] = [this.open[depth]!, this.rise[depth]!];
    let columns = 0;
    for (const slot of this.taken) if (this.shapeOf[slot] === k) columnSlot[columns++] = slot;
    const forced = columns;
    const count = this.rest[k]! > 0 ? this.openCount[depth]! : 0;
    for (let n = 0; n < count; n += 1) {
      const slot = open[n]!;
      if (this.shapeOf[slot] !== k) continue;
      let copies = 1;
      if (units < UNITS_PER_BOOTH) {
        const room = UNITS_PER_BOOTH - this.used[this.placeOf[slot]!]!;
        copies = Math.min(this.rest[k]!, Math.floor(room / units));
      }
      for (; copies > 0; copies -= 1) columnSlot[columns++] = slot;
    }
    members.forEach((m, row) => {
      const own = this.own[m]!;
      const quarrels = this.of.quarrels[m]!.length > 0;
      for (let column = 0; column < columns; column += 1) {
        const slot = columnSlot[column]!;
        let cost = own[slot - firstSlot]! + (column < forced ? -TAKEN : this.value[slot]!);
        if (quarrels) cost += this.halfQuarrels(m, this.farthest[slot]!);
        costs[row * columns + column] = cost;
      }
    });
    const least = assignment.solve(costs, members.length, columns);
    if (least === Infinity) return Infinity;
    let column = forced;
    for (let n = 0; n < count; n += 1) {
      const slot = open[n]!;
      if (this.shapeOf[slot] !== k) continue;
      let added = Infinity;
      for (; column < columns && columnSlot[column] === slot; column += 1) {
        const price = assignment.ofColumn[column]!;
        for (let row = 0; row < members.length; row += 1) {
          const dearer = costs[row * columns + column]! - assignment.ofRow[row]! - price;
          if (dearer < added) added = dearer;
        }
      }
      rise[n] = Math.max(0, added);
    }
    return least + forced * TAKEN;
  }

  /* All slots are taken: who stands in which. */
  private settle(spent: number, known: number): void {
    const { seats, taken } = this;
    const places = taken.map((slot) => this.placeOf[slot]!);
    const shapes = taken.map((slot) => this.shapeOf[slot]!);
    const isDone = seats.fill(places, shapes, {
      limit: () => this.limit - spent,
      isOver: () => this.isOver(),
      onStep: () => void (this.steps += 1),
      onFound: (layout, points) => this.keep(layout, spent + points),
    });
    if (!isDone) this.leftOut = Math.min(this.leftOut, known);
  }

  private keep(layout: Layout, cost: number): void {
    this.found.push(layout);
    this.limit = Math.min(this.limit, cost - this.slack);
  }
}
