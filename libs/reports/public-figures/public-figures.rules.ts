/*
 * What people without an account are told of a fair: totals of its days, rounded down, as of an
 * earlier minute, and never so few booths together that it would be the money of one.
 */

export const VISITS_STEPS = [10, 100, 1_000] as const;
export const REVENUE_STEPS_VND = [1_000_000, 10_000_000, 100_000_000] as const;
export const DELAYS_MINUTES = [0, 15, 60] as const;

/** `shut`: not open, and nothing was counted. `unclosed`: over, and its figures may still change. */
export const PUBLIC_DAY_STATES = ['coming', 'running', 'unclosed', 'closed', 'shut'] as const;
export type PublicDayState = (typeof PUBLIC_DAY_STATES)[number];

/**
 * `later`: a declaration has no minute, so it comes with the closing. `leftOut`: fewer than three
 * booths declared.
 */
export const DECLARED_PARTS = ['none', 'included', 'later', 'leftOut'] as const;
export type DeclaredPart = (typeof DECLARED_PARTS)[number];

export interface PublicationChoice {
  isPublished: boolean;
  showsVisits: boolean;
  showsRevenue: boolean;
  showsBooths: boolean;
  visitsStep: number;
  revenueStepVnd: number;
  delayMinutes: number | null;
}

/** A fair publishes nothing of itself until an organizer chooses to. */
export const nothingPublished: PublicationChoice = {
  isPublished: false,
  showsVisits: false,
  showsRevenue: false,
  showsBooths: false,
  visitsStep: 100,
  revenueStepVnd: 10_000_000,
  delayMinutes: 15,
};

const A_MINUTE_MS = 60_000;

/**
 * The minute up to which figures are told: so many whole minutes ago, and not beyond what the sums
 * hold. It stands still within a minute, so that two who look together see the same.
 */
export function publicAsOf(state: {
  now: Date;
  /** Up to when every fact is in the sums. */
  summedUpTo: Date;
  delayMinutes: number;
}): Date {
  const wanted = state.now.getTime() - state.delayMinutes * A_MINUTE_MS;
  const known = Math.min(wanted, state.summedUpTo.getTime());
  return new Date(Math.floor(known / A_MINUTE_MS) * A_MINUTE_MS);
}

/** "At least": never more than what was counted, and never below 0. */
export const roundedDown = (figure: number, step: number): number =>
  Math.max(0, Math.floor(figure / step) * step);

/** A day measured at tills and gates, up to the as-of minute. */
export interface MeasuredDay {
  measuredVnd: number;
  entries: number;
  boothsSelling: number;
  /** With a sale, a refund or a void. */
  boothsMeasured: number;
}

/** A day as its latest revision before the as-of minute has it. */
export interface ClosedDay extends MeasuredDay {
  revision: number;
  closedAt: Date;
  isComplete: boolean;
  declaredVnd: number;
  /** With more than 0 đồng. */
  boothsDeclared: number;
}

export interface DayToTell {
  day: string;
  opensAt: string | null;
  closesAt: string | null;
  isOpen: boolean;
  closed: ClosedDay | null;
  /** What is measured where nothing is closed yet. */
  measured: MeasuredDay;
}

export interface PublicDay {
  day: string;
  opensAt: string | null;
  closesAt: string | null;
  state: PublicDayState;
  revision: number | null;
  closedAt: string | null;
  isComplete: boolean | null;
  visits: number | null;
  revenueVnd: number | null;
  isRevenueWithheld: boolean;
  declared: DeclaredPart | null;
  boothsSelling: number | null;
}

/** What is told of a day. `today` is the fair's day at the as-of minute. */
export function publicDay(
  facts: DayToTell,
  choice: PublicationChoice,
  { today, fewestBooths }: { today: string; fewestBooths: number },
): PublicDay {
  const state = stateOf(facts, today);
  const { day, opensAt, closesAt, closed } = facts;
  const told = figuresToTell(facts, state, choice);
  const isDeclaredTold = closed !== null && closed.boothsDeclared >= fewestBooths;
  const isRevenueTold =
    told !== null &&
    choice.showsRevenue &&
    (isDeclaredTold || told.boothsMeasured === 0 || told.boothsMeasured >= fewestBooths);
  const revenueVnd = (told?.measuredVnd ?? 0) + (isDeclaredTold ? closed.declaredVnd : 0);
  return {
    day,
    opensAt,
    closesAt,
    state,
    revision: closed?.revision ?? null,
    closedAt: closed?.closedAt.toISOString() ?? null,
    isComplete: closed?.isComplete ?? null,
    visits: told && choice.showsVisits ? roundedDown(told.entries, choice.visitsStep) : null,
    revenueVnd: isRevenueTold ? roundedDown(revenueVnd, choice.revenueStepVnd) : null,
    isRevenueWithheld: told !== null && choice.showsRevenue && !isRevenueTold,
    declared: isRevenueTold ? declaredPart(closed, isDeclaredTold) : null,
    boothsSelling: told && choice.showsBooths ? told.boothsSelling : null,
  };
}

/** The sum of the days as they are told, so that the parts sum to the whole and nothing else shows. */
export function publicTotal(days: readonly PublicDay[]) {
  const visits = days.flatMap((day) => day.visits ?? []);
  const revenues = days.flatMap((day) => day.revenueVnd ?? []);
  return {
    visits: visits.length === 0 ? null : sum(visits),
    revenueVnd: revenues.length === 0 ? null : sum(revenues),
    revenueDays: revenues.length,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function stateOf({ day, isOpen, closed, measured }: DayToTell, today: string) {
  if (closed !== null) return 'closed';
  if (day > today) return 'coming';
  const isQuiet = measured.entries === 0 && measured.boothsMeasured === 0;
  if (!isOpen && isQuiet) return 'shut';
  return day === today ? 'running' : 'unclosed';
}

function figuresToTell(
  { closed, measured }: DayToTell,
  state: PublicDayState,
  { delayMinutes }: PublicationChoice,
): MeasuredDay | null {
  if (closed !== null) return closed;
  if (delayMinutes === null) return null;
  return state === 'running' || state === 'unclosed' ? measured : null;
}

function declaredPart(closed: ClosedDay | null, isTold: boolean): DeclaredPart {
  if (closed === null) return 'later';
  if (closed.boothsDeclared === 0) return 'none';
  return isTold ? 'included' : 'leftOut';
}
