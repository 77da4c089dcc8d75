import type { Sentence } from '@phien/kernel';
import type { Compiled } from '../compile/compile';
import { boothsNeeded } from '../compile/booths-needed';
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
  /** A plan of these, found without a proof being asked for; null means only "not found". */
  readonly place: (who: readonly number[]) => Int32Array | null;
}

export type Feasibility =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'feasible'; readonly places: Int32Array }
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
/* Exhibitors, in parts, who find no place: less is the arithmetic's. */
const SHORT = 1e-5;

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
    const places = new Int32Array(fair.count).fill(-1);
    for (const part of partsOf(fair)) {
      const core = asks.coreOf(part, places);
      if (core) return told(fair, asks, reduce(asks, core));
    }
    return { kind: 'feasible', places };
  } catch (failure) {
    if (failure instanceof Undecided) return { kind: 'unknown' };
    throw failure;
  }
}

/* Exhibitors who can be in each other's way, whoever they are by a third: each part is placed alone. */
function partsOf(fair: Compiled): number[][] {
  const { hall, legal, legalClass, count } = fair;
  const parts = new Map<number, number[]>();
  const nextOf = Int32Array.from({ length: hall.boothCount + count }, (_, n) => n);
  const rootOf = (n: number): number => {
    let root = n;
    while (nextOf[root] !== root) root = nextOf[root]!;
    nextOf[n] = root;
    return root;
  };
  const join = (m: number, n: number) => void (nextOf[rootOf(m)] = rootOf(n));
  const seen = new Set<number>();
  for (let e = 0; e < count; e += 1) {
    join(hall.boothCount + e, hall.boothsOf[hall.boothsFrom[legal[e]![0]!]!]!);
    for (const f of fair.rivals[e]!) join(hall.boothCount + e, hall.boothCount + f);
    if (seen.has(legalClass[e]!)) continue;
    seen.add(legalClass[e]!);
    for (const place of legal[e]!) {
      for (const booth of boothsIn(hall, place)) join(booth, hall.boothCount + e);
    }
  }
  for (let e = 0; e < count; e += 1) {
    const root = rootOf(hall.boothCount + e);
    parts.set(root, [...(parts.get(root) ?? []), e]);
  }
  return [...parts.values()];
}

/** Whether exhibitors can be placed, by proof either way. */
class Placeability {
  constructor(
    private readonly fair: Compiled,
    private readonly search: ConflictSearch,
  ) {}

  /** Exhibitors of a part who cannot all be placed; null when all can, who then stand in `places`. */
  coreOf(part: readonly number[], places: Int32Array): readonly number[] | null {
    const short = this.shortOf(part);
    if (short) return short;
    const found = this.search.place(part) ?? this.proven(part, this.search.secondsLeft());
    if (!found) return part;
    for (const e of part) places[e] = found[e]!;
    return null;
  }

  can(who: readonly number[], without?: ReadonlySet<RuleName>): boolean {
    const { secondsLeft, place } = this.search;
    if (who.length === 0) return true;
    /* Most questions are answered at once by the program; a few are hard, and easy to find a plan for. */
    const soon = this.solve(who, Math.min(secondsLeft(), SOON), without);
    if (soon !== 'stopped') return soon !== null;
    if (!without && place(who)) return true;
    return this.proven(who, secondsLeft(), without) !== null;
  }

  /** Who may be exchanged for whom, so that only their number matters. */
  alike(who: readonly number[]) {
    return new PlaceProgram(this.fair, { who }).alike;
  }

  /*
   * If exhibitors could be cut in parts, how many would find no place? What it costs names them: rows
   * without a price may go, and the others still find none (Farkas 1902).
   */
  private shortOf(part: readonly number[]): readonly number[] | null {
    const { solver, secondsLeft } = this.search;
    const model = new PlaceProgram(this.fair, { who: part, mayLeaveOut: true });
    const relaxed = solver.relaxed(model.program, { seconds: secondsLeft() });
    if (!relaxed || relaxed.objective < SHORT) return null;
    const core = model.whoPays(relaxed.rowPrices);
    return this.can(core) ? null : core;
  }

  private proven(who: readonly number[], seconds: number, without?: ReadonlySet<RuleName>) {
    const found = this.solve(who, seconds, without);
    if (found === 'stopped') throw new Undecided();
    return found;
  }

  private solve(
    who: readonly number[],
    seconds: number,
    without?: ReadonlySet<RuleName>,
  ): Int32Array | null | 'stopped' {
    const { solver, isStopped } = this.search;
    const model = new PlaceProgram(this.fair, { who, without });
    const { status, values } = solver.solve(model.program, { seconds, isStopped });
    if (status === 'stopped') return 'stopped';
    return values && model.placesBy(values);
  }
}

/* Leaves out ever smaller parts that are not needed (a deletion filter by halves), then counts. */
function reduce(asks: Placeability, everybody: readonly number[]): readonly number[] {
  let kinds = asks.alike(everybody);
  for (let part = Math.ceil(kinds.length / 2); kinds.length > 1; part = Math.ceil(part / 2)) {
    for (let from = 0; from < kinds.length;) {
      const fewer = [...kinds.slice(0, from), ...kinds.slice(from + part)];
      if (fewer.length > 0 && !asks.can(fewer.flat())) kinds = fewer;
      else from += part;
    }
    if (part === 1) break;
  }
  kinds.forEach((_, n) => (kinds = kinds.with(n, fewestOf(asks, kinds, n))));
  return kinds.flat();
}

/* The first of a kind, as few as are still too many beside all the others. */
function fewestOf(asks: Placeability, kinds: readonly (readonly number[])[], n: number) {
  const members = kinds[n]!;
  let [tooFew, enough] = [0, members.length];
  while (enough - tooFew > 1) {
    const half = (tooFew + enough) >> 1;
    if (asks.can(kinds.with(n, members.slice(0, half)).flat())) tooFew = half;
    else enough = half;
  }
  return members.slice(0, enough);
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
  return {
    kind: 'conflict',
    conflict: { ...conflict, sentence: conflictSentence(conflict, boothsFor(fair, who)) },
  };
}

/* The booths that exhibitors need, however they stand: each group its own. */
function boothsFor(fair: Compiled, who: readonly number[]): number {
  const sharers = new Map<number, number[]>();
  let needed = 0;
  for (const e of who) {
    const [group, units] = [fair.group[e]!, fair.units[e]!];
    if (units === UNITS_PER_BOOTH) needed += fair.size[e]!;
    else sharers.set(group, [...(sharers.get(group) ?? []), units]);
  }
  for (const units of sharers.values()) needed += boothsNeeded(units);
  return needed;
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
  if (rules.length === 0) return [who.length === 1 ? 'placed' : 'capacity'];
  /* That a booth holds six sixths goes without saying, unless sharers are what fills it. */
  const areSharers = who.some((e) => fair.units[e]! < UNITS_PER_BOOTH);
  if (!areSharers || who.length === 1 || rules.includes('sharing')) return rules;
  const isOfRoom = asks.can(who, new Set([...lifted, 'capacity']));
  return isOfRoom ? [...rules, 'capacity'] : rules;
}

function canAlone(fair: Compiled, e: number, without: ReadonlySet<RuleName>): boolean {
  const exhibitor = fair.instance.exhibitors[e]!;
  if (!without.has('shape')) {
    return legalPlaces(fair.instance, fair.hall, exhibitor, without).length > 0;
  }
  if (exhibitor.lock) return !without.has('lock') || fair.hall.boothCount >= exhibitor.size;
  const single = { ...exhibitor, size: 1, power: false, water: false };
  const booths = [...legalPlaces(fair.instance, fair.hall, single, without)];
  const has = (need: 'power' | 'water') =>
    !exhibitor[need] ||
    without.has(need) ||
    booths.some((booth) => fair.instance.booths[booth]![need]);
  const needsTwo = has('power') && has('water');
  return booths.length >= exhibitor.size && needsTwo;
}
