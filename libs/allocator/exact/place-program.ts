import type { Compiled } from '../compile/compile';
import { areFarEnough } from '../compile/compile';
import { boothsNeeded } from '../compile/booths-needed';
import { boothsIn } from '../compile/hall';
import { legalKey, legalPlaces } from '../compile/legal-places';
import { UNITS_PER_BOOTH } from '../instance/instance';
import type { RuleName } from '../instance/instance';
import { Program } from './solver';
import type { Relaxed, Solved } from './solver';

export interface PlaceProgramOptions {
  /** Exhibitors who take part; the others are absent. */
  readonly who?: readonly number[];
  /** What it costs that e stands at p; nothing when left out. */
  readonly cost?: (e: number, place: number) => number;
  /** Rules that nobody need keep. */
  readonly without?: ReadonlySet<RuleName>;
  /** Whoever stands nowhere costs 1, instead of there being no solution. */
  readonly mayLeaveOut?: boolean;
}

interface Column {
  readonly variable: number;
  readonly place: number;
}

/* Exhibitors who differ in nothing but their wishes: who takes none of its better places is one of them. */
interface Kind {
  readonly members: number[];
  readonly row: number;
  readonly columns: Column[];
}

/* A row that was there before those who are in it: variables that it counts, and how many at least. */
interface LateRow {
  readonly lower: number;
  readonly upper: number;
  readonly entries: readonly (readonly [number, number])[];
}

const NO_RULES: ReadonlySet<RuleName> = new Set();
const EPSILON = 1e-9;

/**
 * The hard rules as a program in whole numbers: who stands where at the least cost. An exhibitor has
 * a variable for each place that costs less than its dearest; for all others it is one of its kind,
 * which has one variable a place. So many wishes cost few variables, and exhibitors alike no symmetry.
 */
export class PlaceProgram {
  readonly program = new Program();
  private readonly own = new Map<number, Column[]>();
  private readonly kinds = new Map<string, Kind>();
  private readonly scattered = new Map<number, Column[]>();
  private readonly capacity = new Map<number, number>();
  private readonly sharing = new Map<string, number>();
  /* Whether a group holds a booth, by group. */
  private readonly holding = new Map<number, Map<number, number>>();
  private readonly inRow = new Map<number, readonly number[]>();
  private readonly leftOut = new Map<number, number>();
  private readonly present: ReadonlySet<number>;
  private readonly legalOf = new Map<string, Int32Array>();
  private readonly without: ReadonlySet<RuleName>;
  readonly who: readonly number[];
  /** Cost that no plan can avoid and that is in no variable. */
  offset = 0;

  constructor(
    readonly fair: Compiled,
    { who, cost, without = NO_RULES, mayLeaveOut = false }: PlaceProgramOptions = {},
  ) {
    this.without = without;
    const costOf = cost ?? (() => 0);
    this.who = who ?? Array.from({ length: fair.count }, (_, e) => e);
    this.present = new Set(this.who);
    for (const e of this.who) {
      const rivals = without.has('rivals')
        ? []
        : fair.rivals[e]!.filter((f) => this.present.has(f) && f !== e);
      const isScattered = without.has('shape') && fair.size[e]! > 1;
      if (isScattered) this.addScattered(e);
      else if (rivals.length > 0) this.addAlone(e, costOf);
      else this.addOfKind(e, costOf);
    }
    for (const kind of this.kinds.values()) this.closeKind(kind);
    if (mayLeaveOut) this.letLeaveOut();
    /* They show who is short; where the least cost is asked they cost more time than they save. */
    const late = cost ? [] : this.rowsOfSharers();
    if (!without.has('rivals')) late.push(...this.rowsOfRivals());
    this.appendRows(late);
  }

  /** Exhibitors who may be exchanged for one another in any plan, wishes apart. */
  get alike(): readonly (readonly number[])[] {
    const single = [...this.own.keys(), ...this.scattered.keys()];
    const ofKind = [...this.kinds.values()].map(({ members }) => members);
    const known = new Set(ofKind.flat());
    return [...ofKind, ...single.filter((e) => !known.has(e)).map((e) => [e])];
  }

  /** Exhibitors whose rows have a price: nobody else is needed for what these cost. */
  whoPays(rowPrices: Float64Array): number[] {
    const who = new Set<number>();
    for (const [row, members] of this.inRow) {
      if (Math.abs(rowPrices[row]!) > EPSILON) for (const e of members) who.add(e);
    }
    return [...who];
  }

  /** Who stands where by a solution; -1 for whoever takes no part or stands scattered. */
  placesBy(values: Float64Array): Int32Array {
    const places = new Int32Array(this.fair.count).fill(-1);
    const isOn = ({ variable }: Column) => values[variable]! > 0.5;
    for (const [e, columns] of this.own) places[e] = columns.find(isOn)?.place ?? -1;
    for (const { members, columns } of this.kinds.values()) {
      const rest = members.filter((e) => places[e]! < 0);
      for (const { variable, place } of columns) {
        for (let n = Math.round(values[variable]!); n > 0; n -= 1) {
          const e = rest.pop();
          if (e !== undefined) places[e] = place;
        }
      }
    }
    return places;
  }

  boundOf({ bound }: Solved): number {
    return bound + this.offset;
  }

  /** What a booth is worth to whoever wants it, by booth, of a linear solution: 0 or more. */
  boothPrices({ rowPrices }: Relaxed): Float64Array {
    const prices = new Float64Array(this.fair.hall.boothCount);
    for (const [booth, row] of this.capacity) prices[booth] = Math.max(0, -rowPrices[row]!);
    return prices;
  }

  legal(e: number): Int32Array {
    const exhibitor = this.fair.instance.exhibitors[e]!;
    if (this.without.size === 0) return this.fair.legal[e]!;
    const key = legalKey(exhibitor);
    let places = this.legalOf.get(key);
    if (!places) {
      places = legalPlaces(this.fair.instance, this.fair.hall, exhibitor, this.without);
      this.legalOf.set(key, places);
    }
    return places;
  }

  private addAlone(e: number, cost: (e: number, place: number) => number): void {
    const row = this.program.addRow(1, 1);
    this.inRow.set(row, [e]);
    const columns: Column[] = [];
    for (const place of this.legal(e)) {
      const entries = [[row, 1] as const, ...this.roomOf(e, place)];
      columns.push({ variable: this.program.addWhole(cost(e, place), 1, entries), place });
    }
    this.own.set(e, columns);
  }

  private addOfKind(e: number, cost: (e: number, place: number) => number): void {
    const { fair } = this;
    const legal = this.legal(e);
    const isSharer = fair.units[e]! < UNITS_PER_BOOTH;
    const key = JSON.stringify([
      legalKey(fair.instance.exhibitors[e]!),
      fair.units[e],
      isSharer ? fair.group[e] : -1,
    ]);
    let kind = this.kinds.get(key);
    if (!kind) {
      kind = { members: [], row: this.program.addRow(0, 0), columns: [] };
      this.kinds.set(key, kind);
      this.inRow.set(kind.row, kind.members);
    }
    kind.members.push(e);
    this.program.rowLower[kind.row]! += 1;
    this.program.rowUpper[kind.row]! += 1;
    let dearest = -Infinity;
    for (const place of legal) dearest = Math.max(dearest, cost(e, place));
    if (legal.length === 0) return;
    this.offset += dearest;
    const cheaper = [...legal].filter((place) => cost(e, place) < dearest - EPSILON);
    if (cheaper.length === 0) return;
    const row = this.program.addRow(0, 1);
    this.own.set(
      e,
      cheaper.map((place) => ({
        place,
        variable: this.program.addWhole(cost(e, place) - dearest, 1, [
          [row, 1],
          [kind.row, 1],
          ...this.roomOf(e, place),
        ]),
      })),
    );
  }

  private closeKind({ members, row, columns }: Kind): void {
    const [e] = members;
    const inABooth = Math.floor(UNITS_PER_BOOTH / this.fair.units[e!]!);
    const most = this.without.has('capacity') ? Infinity : inABooth;
    for (const place of this.legal(e!)) {
      const entries = [[row, 1] as const, ...this.roomOf(e!, place)];
      const variable = this.program.addWhole(0, Math.min(most, members.length), entries);
      columns.push({ place, variable });
    }
  }

  /* Any booths at all that keep the other rules. */
  private addScattered(e: number): void {
    const { fair, without } = this;
    const exhibitor = fair.instance.exhibitors[e]!;
    const { booths } = fair.instance;
    const row = this.program.addRow(exhibitor.size, exhibitor.size);
    const needs = (['power', 'water'] as const).filter(
      (need) => exhibitor[need] && !without.has(need) && exhibitor.lock === null,
    );
    const needRows = needs.map(() => this.program.addRow(1, Infinity));
    const columns: Column[] = [];
    booths.forEach((booth, n) => {
      const isFit =
        exhibitor.lock !== null
          ? without.has('lock') || exhibitor.lock.includes(booth.id)
          : (without.has('zone') || booth.zone === exhibitor.zone) &&
            (without.has('fee') || exhibitor.fees.includes(booth.fee)) &&
            (without.has('ventilation') || !exhibitor.cook || booth.vent);
      if (!isFit) return;
      const entries = [[row, 1] as const, ...this.roomOf(e, n)];
      needs.forEach((need, k) => {
        if (booth[need]) entries.push([needRows[k]!, 1]);
      });
      columns.push({ place: n, variable: this.program.addWhole(0, 1, entries) });
    });
    this.scattered.set(e, columns);
  }

  /* The units that e takes of each booth; of sharers, within the booths that their group holds. */
  private roomOf(e: number, place: number): (readonly [number, number])[] {
    const { fair, without } = this;
    if (without.has('capacity')) return [];
    const units = fair.units[e]!;
    return Array.from(boothsIn(fair.hall, place), (booth) => {
      if (units === UNITS_PER_BOOTH || without.has('sharing')) {
        return [this.capacityOf(booth), units / UNITS_PER_BOOTH] as const;
      }
      return [this.sharingOf(booth, fair.group[e]!), units / UNITS_PER_BOOTH] as const;
    });
  }

  private capacityOf(booth: number): number {
    let row = this.capacity.get(booth);
    if (row === undefined) {
      row = this.program.addRow(-Infinity, 1);
      this.capacity.set(booth, row);
    }
    return row;
  }

  private sharingOf(booth: number, group: number): number {
    const key = `${booth} ${group}`;
    let row = this.sharing.get(key);
    if (row === undefined) {
      row = this.program.addRow(-Infinity, 0);
      this.sharing.set(key, row);
      const holds = this.program.addWhole(0, 1, [
        [row, -1],
        [this.capacityOf(booth), 1],
      ]);
      const held = this.holding.get(group) ?? new Map<number, number>();
      this.holding.set(group, held.set(booth, holds));
    }
    return row;
  }

  private letLeaveOut(): void {
    for (const [row, members] of this.inRow) {
      const variable = this.program.addWhole(1, members.length, [[row, 1]]);
      for (const e of members) this.leftOut.set(e, variable);
    }
  }

  /*
   * Thirds and halves do not fill a booth as water would: sharers who have no other booths hold as many
   * of these as they need at least. True of every plan, and much of what fractions do not see.
   */
  private rowsOfSharers(): LateRow[] {
    const { fair } = this;
    const rows: LateRow[] = [];
    for (const [group, held] of this.holding) {
      const sharers = fair.groups[group]!.filter(
        (e) => this.present.has(e) && fair.units[e]! < UNITS_PER_BOOTH,
      );
      const kinds = new Map(sharers.map((e) => [this.legal(e), [] as number[]]));
      for (const e of sharers) kinds.get(this.legal(e))!.push(e);
      const families = new Map<string, Set<number>>();
      for (const places of [...kinds.keys(), Int32Array.from(held.keys())]) {
        const family = new Set(places);
        families.set([...family].sort((a, b) => a - b).join(), family);
      }
      for (const family of families.values()) {
        const inside = [...kinds].flatMap(([places, members]) =>
          places.every((place) => family.has(place)) ? members : [],
        );
        const units = inside.map((e) => fair.units[e]!);
        const lower = boothsNeeded(units);
        const asWater = units.reduce((sum, each) => sum + each, 0) / UNITS_PER_BOOTH;
        if (lower < asWater + EPSILON) continue;
        this.inRow.set(this.program.rowLower.length + rows.length, inside);
        const absent = new Set(inside.flatMap((e) => this.leftOut.get(e) ?? []));
        const variables = [...Array.from(family, (booth) => held.get(booth)!), ...absent];
        const entries = variables.map((variable) => [variable, 1] as const);
        rows.push({ lower, upper: Infinity, entries });
      }
    }
    return rows;
  }

  private rowsOfRivals(): LateRow[] {
    const { fair, present } = this;
    const near: LateRow[] = [];
    for (const e of this.who) {
      for (const f of fair.rivals[e]!) {
        if (f <= e || !present.has(f)) continue;
        const [mine, theirs] = [this.own.get(e) ?? [], this.own.get(f) ?? []];
        for (const one of mine) {
          const tooNear = theirs.filter(({ place }) => !areFarEnough(fair, one.place, place));
          if (tooNear.length === 0) continue;
          const entries = [one, ...tooNear].map(({ variable }) => [variable, 1] as const);
          near.push({ lower: -Infinity, upper: 1, entries });
        }
      }
    }
    return near;
  }

  /* Rows over variables that are there already: the columns are written anew. */
  private appendRows(rows: readonly LateRow[]): void {
    if (rows.length === 0) return;
    const { program } = this;
    const added = new Map<number, [number, number][]>();
    for (const { lower, upper, entries } of rows) {
      const row = program.addRow(lower, upper);
      for (const [variable, value] of entries) {
        added.set(variable, [...(added.get(variable) ?? []), [row, value]]);
      }
    }
    const [starts, oldRows, values] = [[0], [] as number[], [] as number[]];
    for (let variable = 0; variable < program.costs.length; variable += 1) {
      for (let n = program.starts[variable]!; n < program.starts[variable + 1]!; n += 1) {
        oldRows.push(program.rows[n]!);
        values.push(program.values[n]!);
      }
      for (const [row, value] of added.get(variable) ?? []) {
        oldRows.push(row);
        values.push(value);
      }
      starts.push(oldRows.length);
    }
    replace(program.starts, starts);
    replace(program.rows, oldRows);
    replace(program.values, values);
  }
}

function replace(list: number[], by: readonly number[]): void {
  list.length = 0;
  for (const each of by) list.push(each);
}
