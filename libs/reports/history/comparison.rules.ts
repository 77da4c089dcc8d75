import { proportionVnd } from '@phien/kernel';

export const FIGURE_KINDS = [
  'revenue_vnd',
  'visits',
  'booths',
  'days',
  'exhibitors',
  'provinces',
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** As its source prints it: bare, "about", "over", "nearly"; or derived from other published figures. */
export const EXACTNESSES = ['stated', 'about', 'over', 'nearly', 'derived'] as const;
export type Exactness = (typeof EXACTNESSES)[number];

/** How a true value lies to the one that is given. */
export type Bound = 'exact' | 'about' | 'at_least' | 'at_most';

/** What one source says of a whole past fair, or of its first days. */
export interface Statement {
  id: string;
  kind: FigureKind;
  /** 0: of the whole fair. */
  firstDays: number;
  value: number;
  exactness: Exactness;
  isPlanned: boolean;
}

/** What may be said of a figure: one value, or the range that its sources leave. */
export interface Reading {
  low: number;
  high: number;
  bound: Bound;
  /** Sources contradict each other and nobody has decided which holds. */
  isConflict: boolean;
  /** A decision of the fair that is compared stands behind it. */
  isChosen: boolean;
  isPlanned: boolean;
  statementIds: string[];
}

const boundOfExactness: Record<Exactness, Bound> = {
  stated: 'exact',
  about: 'about',
  over: 'at_least',
  nearly: 'at_most',
  derived: 'about',
};

const opposite: Record<Bound, Bound> = {
  exact: 'exact',
  about: 'about',
  at_least: 'at_most',
  at_most: 'at_least',
};

/** Of two uncertain sides that push the same way the way is known; else only that it is not exact. */
export function together(a: Bound, b: Bound): Bound {
  if (a === b || b === 'exact') return a;
  return a === 'exact' ? b : 'about';
}

/**
 * What the statements about a kind say of the whole fair: the chosen one, the one value on which all
 * agree, or the range from the lowest to the highest, never a mean. More in its first days than a
 * fair had in the whole contradicts the whole as well. Null when nobody says anything.
 */
export function readingOf(
  statements: readonly Statement[],
  kind: FigureKind,
  chosenId: string | null,
): Reading | null {
  const whole = statements.filter((each) => each.kind === kind && each.firstDays === 0);
  const chosen = whole.find(({ id }) => id === chosenId);
  if (chosen) return { ...rangeOf([chosen]), isChosen: true };
  if (whole.length === 0) return null;
  const lowest = Math.min(...whole.map(({ value }) => value));
  const beyond = statements.filter(
    (each) => each.kind === kind && each.firstDays > 0 && each.value > lowest,
  );
  return rangeOf([...whole, ...beyond]);
}

/** What they say of the first days; a fair's first days as many as it had are the whole of it. */
export function readingOfFirstDays(
  statements: readonly Statement[],
  kind: FigureKind,
  firstDays: number,
  whole: { days: Reading | null; reading: Reading | null },
): Reading | null {
  const { days } = whole;
  if (days !== null && days.low === days.high && days.low === firstDays) return whole.reading;
  const said = statements.filter((each) => each.kind === kind && each.firstDays === firstDays);
  return said.length === 0 ? null : rangeOf(said);
}

function rangeOf(statements: readonly Statement[]): Reading {
  const values = statements.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const bounds = statements.map(({ exactness }) => boundOfExactness[exactness]);
  const first = bounds[0] ?? 'exact';
  /* Of sources that agree, the one that says it most exactly. */
  const agreed = bounds.includes('exact') ? 'exact' : bounds.every((each) => each === first);
  return {
    low,
    high,
    bound: low !== high ? 'about' : agreed === 'exact' ? 'exact' : agreed ? first : 'about',
    isConflict: low !== high,
    isChosen: false,
    isPlanned: statements.every(({ isPlanned }) => isPlanned),
    statementIds: statements.map(({ id }) => id),
  };
}

/** What two fairs are compared by; one figure, or one for each of another. */
export const MEASURES = {
  revenue: { of: 'revenue_vnd', per: null },
  visits: { of: 'visits', per: null },
  booths: { of: 'booths', per: null },
  revenue_per_day: { of: 'revenue_vnd', per: 'days' },
  visits_per_day: { of: 'visits', per: 'days' },
  revenue_per_booth: { of: 'revenue_vnd', per: 'booths' },
  visits_per_booth: { of: 'visits', per: 'booths' },
  revenue_per_visit: { of: 'revenue_vnd', per: 'visits' },
} as const satisfies Record<string, { of: FigureKind; per: FigureKind | null }>;
export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

/** Grow with every day of a fair: of a fair that still runs they say nothing against a whole one. */
const GROWING: readonly Measure[] = ['revenue', 'visits', 'revenue_per_booth', 'visits_per_booth'];

/** One value or a range, whole units. */
export type Value = Pick<
  Reading,
  'low' | 'high' | 'bound' | 'isConflict' | 'isChosen' | 'isPlanned'
>;

/** A figure of our own. */
export const exactly = (value: number): Value => ({
  low: value,
  high: value,
  bound: 'exact',
  isConflict: false,
  isChosen: false,
  isPlanned: false,
});

/** What a figure lacks, by kind. */
export type Lack = FigureKind;
export type Answer<T> = { value: T; lack: null } | { value: null; lack: Lack };

/** A measure of what is known; null with the first kind that is not known or is 0 below the line. */
export function measured(
  measure: Measure,
  readingFor: (kind: FigureKind) => Value | null,
): Answer<Value> {
  const { of, per } = MEASURES[measure];
  const over = readingFor(of);
  if (over === null) return { value: null, lack: of };
  if (per === null) return { value: over, lack: null };
  const under = readingFor(per);
  if (under === null || under.low === 0) return { value: null, lack: per };
  return {
    value: {
      low: proportionVnd(over.low, 1, under.high),
      high: proportionVnd(over.high, 1, under.low),
      bound: together(over.bound, opposite[under.bound]),
      isConflict: over.isConflict || under.isConflict,
      isChosen: over.isChosen || under.isChosen,
      isPlanned: over.isPlanned || under.isPlanned,
    },
    lack: null,
  };
}

/** Percent with one decimal, of the highest base and of the lowest, and the arithmetic as anyone can do it again. */
export interface Growth {
  lowPercent: number;
  highPercent: number;
  bound: Bound;
  formula: string;
}

/** (own − base) ÷ base, of the highest base and of the lowest; a base of 0 has no growth. */
export function growthOf(own: number, base: Value): Growth | null {
  if (base.low <= 0) return null;
  const percent = (against: number) => proportionVnd(own - against, 1_000, against) / 10;
  const sum = (against: number) =>
    `(${own} − ${against}) ÷ ${against} × 100 = ${percent(against)} %`;
  const formulas = [sum(base.high), ...(base.low === base.high ? [] : [sum(base.low)])];
  return {
    lowPercent: percent(base.high),
    highPercent: percent(base.low),
    bound: opposite[base.bound],
    formula: formulas.join('; '),
  };
}

/** Which part of a fair stands against which part of the other. */
export type Basis = 'whole_with_whole' | 'first_days_with_first_days' | 'first_days_with_whole';

export type NoGrowth = 'own_lacks_figure' | 'base_lacks_figure' | 'first_days_against_whole';

/** Why no growth may be said, the first that holds; null when it may. */
function whyNoGrowth(
  measure: Measure,
  basis: Basis,
  known: { own: boolean; base: boolean },
): NoGrowth | null {
  if (!known.own) return 'own_lacks_figure';
  if (!known.base) return 'base_lacks_figure';
  return basis === 'first_days_with_whole' && GROWING.includes(measure)
    ? 'first_days_against_whole'
    : null;
}

/** Our fair, and what is known of it. */
export interface OwnSide {
  isOver: boolean;
  finishedDays: number;
  known: (kind: FigureKind) => Value | null;
}

/** The base: what was said of it, and what our fair decided of that. */
export interface BaseSide {
  statements: readonly Statement[];
  chosen: ReadonlyMap<FigureKind, string>;
}

export interface ComparedLine {
  measure: Measure;
  basis: Basis;
  own: Answer<Value>;
  base: Answer<Value>;
  statementIds: string[];
  growth: Growth | null;
  noGrowth: NoGrowth | null;
}

/**
 * A measure of ours beside the base's. While our fair runs its first days stand against the same
 * days of the base where they are known, else against the whole; then no growth is said of what grows
 * with every day.
 */
export function compare(measure: Measure, ours: OwnSide, base: BaseSide): ComparedLine {
  const own = measured(measure, ours.known);
  const { basis, readings } = readingsFor(measure, ours, base);
  const answer = measured(measure, (kind) => readings.get(kind) ?? null);
  const growth =
    own.value === null || answer.value === null ? null : growthOf(own.value.low, answer.value);
  const noGrowth = whyNoGrowth(measure, basis, {
    own: own.value !== null,
    base: growth !== null,
  });
  return {
    measure,
    basis,
    own,
    base: answer,
    statementIds: [...readings.values()].flatMap((reading) => reading?.statementIds ?? []),
    growth: noGrowth === null ? growth : null,
    noGrowth,
  };
}

/** What the base said of a kind in the whole, with our decision. */
export const wholeReading = ({ statements, chosen }: BaseSide, kind: FigureKind): Reading | null =>
  readingOf(statements, kind, chosen.get(kind) ?? null);

/** What the base said of a kind from its first day to the day of this number. */
export const readingToDate = (base: BaseSide, kind: FigureKind, number: number): Reading | null =>
  readingOfFirstDays(base.statements, kind, number, {
    days: wholeReading(base, 'days'),
    reading: wholeReading(base, kind),
  });

function readingsFor(
  measure: Measure,
  { isOver, finishedDays }: OwnSide,
  base: BaseSide,
): { basis: Basis; readings: Map<FigureKind, Reading | null> } {
  const { of, per } = MEASURES[measure];
  const kinds: FigureKind[] = per === null ? [of] : [of, per];
  const whole = new Map(kinds.map((kind) => [kind, wholeReading(base, kind)]));
  if (isOver || measure === 'booths') return { basis: 'whole_with_whole', readings: whole };
  const toDate = new Map(
    kinds.map((kind) => {
      if (kind === 'days') return [kind, exactDays(finishedDays)];
      if (kind === 'booths') return [kind, whole.get(kind) ?? null];
      return [kind, readingToDate(base, kind, finishedDays)];
    }),
  );
  const areKnown = finishedDays > 0 && kinds.every((kind) => toDate.get(kind) !== null);
  return areKnown
    ? { basis: 'first_days_with_first_days', readings: toDate }
    : { basis: 'first_days_with_whole', readings: whole };
}

const exactDays = (days: number): Reading => ({ ...exactly(days), statementIds: [] });
