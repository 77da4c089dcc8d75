import type { Sentence } from '@phien/kernel';
import type { Compiled } from '../compile/compile';
import { boothsIn } from '../compile/hall';
import { legalPlaces } from '../compile/legal-places';
import { UNITS_PER_BOOTH } from '../instance/instance';
import type { RuleName } from '../instance/instance';
import { PlaceProgram } from './place-program';
import type { Solver } from './solver';
import { conflictSentence } from './conflict-sentence';

/** Exhibitors who cannot all be placed, even if everybody else were absent; irreducible. */
export interface Conflict {
  readonly exhibitors: readonly string[];
  readonly booths: readonly string[];
  readonly rules: readonly RuleName[];
  readonly sentence: Sentence;
}

export interface ConflictSearch {
  readonly solver: Solver;
  readonly isStopped: () => boolean;
  readonly secondsLeft: () => number;
  /** Whether a plan of these was found without a proof being asked for; no means only "not found". */
  readonly canPlace: (who: readonly number[]) => boolean;
}

export type Feasibility =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'feasible'; readonly places: Int32Array | null }
  | { readonly kind: 'unknown' };

/* Rules that may be named, those that concern one exhibitor alone last: they explain the most. */
const OPTIONAL: readonly RuleName[] = [
  'rivals',
  'sharing',
  'shape',
  'ventilation',
  'water',
  'power',
  'lock',
  'fee',
  'zone',
];

/* Seconds. */
const SOON = 0.4;

class Undecided extends Error {}

/**
 * Says whether a plan without violations exists, by proof, and if not, who and why: exhibitors who
 * cannot be placed together, none of whom can be left out, and the rules without which they could.
 */
export function findConflict(fair: Compiled, search: ConflictSearch): Feasibility {
  const asks = new Placeability(fair, search);
  try {
    for (let e = 0; e < fair.count; e += 1) {
      if (fair.legal[e]!.length === 0) return told(fair, asks, [e]);
    }
    /* Zones do not touch each other but by locks and rivals: a conflict of one is sooner found alone. */
    const everybody = Array.from({ length: fair.count }, (_, e) => e);
    const zones = new Map<string, number[]>();
    for (const e of everybody) {
      const { zone } = fair.instance.exhibitors[e]!;
      zones.set(zone, [...(zones.get(zone) ?? []), e]);
    }
    for (const members of zones.values()) {
      if (zones.size > 1 && !asks.canAll(members)) return told(fair, asks, reduce(asks, members));
    }
    if (asks.canAll(everybody)) return { kind: 'feasible', places: asks.lastPlaces };
    return told(fair, asks, reduce(asks, everybody));
  } catch (failure) {
    if (failure instanceof Undecided) return { kind: 'unknown' };
    throw failure;
  }
}

/** Whether exhibitors can be placed, by proof either way. */
class Placeability {
  lastPlaces: Int32Array | null = null;

  constructor(
    private readonly fair: Compiled,
    private readonly search: ConflictSearch,
  ) {}

  can(who: readonly number[], without?: ReadonlySet<RuleName>): boolean {
    const { secondsLeft, canPlace } = this.search;
    this.lastPlaces = null;
    if (who.length === 0) return true;
    /* Most questions are answered at once by the program; a few are hard, and easy to find a plan for. */
    const soon = this.solve(who, Math.min(secondsLeft(), SOON), without);
    if (soon !== null) return soon;
    if (!without && canPlace(who)) return true;
    const late = this.solve(who, secondsLeft(), without);
    if (late === null) throw new Undecided();
    return late;
  }

  /** A plan is looked for first: most halls have one. */
  canAll(who: readonly number[]): boolean {
    return this.search.canPlace(who) || this.can(who);
  }

  private solve(
    who: readonly number[],
    seconds: number,
    without?: ReadonlySet<RuleName>,
  ): boolean | null {
    const { solver, isStopped } = this.search;
    const model = new PlaceProgram(this.fair, { who, without });
    const solved = solver.solve(model.program, { seconds, isStopped });
    if (solved.status === 'stopped') return null;
    if (solved.values && who.length === this.fair.count && !without) {
      this.lastPlaces = model.placesBy(solved.values);
    }
    return solved.status === 'optimal';
  }
}

/* Leaves out ever smaller parts that are not needed (deletion filter by halves). */
function reduce(asks: Placeability, everybody: readonly number[]): number[] {
  let who = [...everybody];
  for (let part = Math.ceil(who.length / 2); ; part = Math.ceil(part / 2)) {
    for (let from = 0; from < who.length;) {
      const fewer = [...who.slice(0, from), ...who.slice(from + part)];
      if (fewer.length > 0 && !asks.can(fewer)) who = fewer;
      else from += part;
    }
    if (part === 1) return who;
  }
}

function told(fair: Compiled, asks: Placeability, who: readonly number[]): Feasibility {
  const rules = rulesOf(fair, asks, who);
  const { exhibitors, booths } = fair.instance;
  const inside = new Set<number>();
  for (const e of who) {
    for (const place of fair.legal[e]!)
      for (const booth of boothsIn(fair.hall, place)) inside.add(booth);
  }
  const spots = [...inside].sort((a, b) => a - b);
  const conflict = {
    exhibitors: who.map((e) => exhibitors[e]!.id),
    booths: spots.map((booth) => booths[booth]!.id),
    rules,
  };
  const needed = who.reduce(
    (sum, e) => sum + (fair.size[e]! * fair.units[e]!) / UNITS_PER_BOOTH,
    0,
  );
  return {
    kind: 'conflict',
    conflict: { ...conflict, sentence: conflictSentence(conflict, needed) },
  };
}

/* Without which rules they could stand: none of these can be left out, and no other is needed. */
function rulesOf(fair: Compiled, asks: Placeability, who: readonly number[]): RuleName[] {
  const lifted = new Set<RuleName>();
  for (const rule of OPTIONAL) {
    const tried = new Set([...lifted, rule]);
    const isStillImpossible =
      who.length === 1 ? !canAlone(fair, who[0]!, tried) : !asks.can(who, tried);
    if (isStillImpossible) lifted.add(rule);
  }
  const rules = OPTIONAL.filter((rule) => !lifted.has(rule)).reverse();
  /* That a booth holds six sixths goes without saying, unless sharers are what fills it. */
  const areSharers = who.some((e) => fair.units[e]! < UNITS_PER_BOOTH);
  const isOfRoom =
    rules.length === 0 || (areSharers && who.length > 1 && !rules.includes('sharing'));
  return isOfRoom ? [...rules, 'capacity'] : rules;
}

function canAlone(fair: Compiled, e: number, without: ReadonlySet<RuleName>): boolean {
  const exhibitor = fair.instance.exhibitors[e]!;
  if (!without.has('shape')) {
    return legalPlaces(fair.instance, fair.hall, exhibitor, without).length > 0;
  }
  if (exhibitor.lock && !without.has('lock')) return true;
  const single = { ...exhibitor, size: 1, power: false, water: false, lock: null };
  const booths = [...legalPlaces(fair.instance, fair.hall, single, without)];
  const has = (need: 'power' | 'water') =>
    !exhibitor[need] ||
    without.has(need) ||
    booths.some((booth) => fair.instance.booths[booth]![need]);
  const needsTwo = has('power') && has('water');
  return booths.length >= exhibitor.size && needsTwo;
}
