import { fairDayPlus, isFairDay, type Refusal } from '@phien/kernel';
import { DAYS_AHEAD, FAIR_KIND_RULES, type FairKind } from './fair-kind.rules';
import {
  dayHasFacts,
  dayIsOver,
  dayTwice,
  dayUnknown,
  fairHasNoOpenDay,
  hoursReversed,
  openEndNotOfKind,
  openingEveningNotOfKind,
  openingEveningOnce,
  openingEveningTooLate,
  tooManyDays,
} from './fair.refusals';

export const DAY_KINDS = ['open', 'closed', 'opening_evening'] as const;

/** `closed`: inside the fair, and shut. `opening_evening`: sold on, and not counted as a day. */
export type DayKind = (typeof DAY_KINDS)[number];

/** A day as it is wished and shown; 'YYYY-MM-DD', and HH:MM in the fair's zone. */
export interface ScheduledDay {
  day: string;
  opensAt: string;
  closesAt: string;
  kind: DayKind;
  noteVi: string;
  noteEn: string;
}

/** How a day's kind lies in its row. */
export const kindOfDay = (day: { isOpen: boolean; isOpening: boolean }): DayKind =>
  day.isOpen ? 'open' : day.isOpening ? 'opening_evening' : 'closed';

export const flagsOfKind = (kind: DayKind) => ({
  isOpen: kind === 'open',
  isOpening: kind === 'opening_evening',
});

/** Opening hours of a new fair, until its organizers set others. */
export const USUAL_HOURS = { opensAt: '08:00', closesAt: '22:00' };

/** The same hours on each of these days. */
export const everyDay = (
  days: readonly string[],
  said: Partial<Pick<ScheduledDay, 'opensAt' | 'closesAt' | 'noteVi' | 'noteEn'>> = {},
): ScheduledDay[] =>
  days.map((day) => ({ day, kind: 'open', ...USUAL_HOURS, noteVi: '', noteEn: '', ...said }));

export const inOrder = (days: readonly ScheduledDay[]): ScheduledDay[] =>
  [...days].sort((one, other) => one.day.localeCompare(other.day));

export interface Schedule {
  kind: FairKind;
  hasOpenEnd: boolean;
  days: readonly ScheduledDay[];
  /** Days that it has already: those that came with the years are not too many. */
  known?: number;
}

/** Why a fair cannot have these days, or null: which day, how many, the opening evening, the end. */
export function whyNotScheduled({ kind, hasOpenEnd, days, known = 0 }: Schedule): Refusal | null {
  const rules = FAIR_KIND_RULES[kind];
  const seen = new Set<string>();
  for (const { day, opensAt, closesAt } of days) {
    if (!isFairDay(day)) return dayUnknown(day);
    if (seen.has(day)) return dayTwice(day);
    if (opensAt >= closesAt) return hoursReversed(opensAt, closesAt);
    seen.add(day);
  }
  const open = days.filter((day) => day.kind === 'open').map(({ day }) => day);
  if (open.length === 0) return fairHasNoOpenDay();
  if (days.length > Math.max(rules.mostDays, known)) return tooManyDays(rules.mostDays);
  const evenings = days.filter((day) => day.kind === 'opening_evening').map(({ day }) => day);
  const [evening, another] = evenings;
  if (evening !== undefined && !rules.mayHaveOpeningEvening) return openingEveningNotOfKind();
  if (another !== undefined) return openingEveningOnce();
  if (evening !== undefined && open.some((day) => day < evening)) return openingEveningTooLate();
  if (hasOpenEnd && !rules.mayHaveOpenEnd) return openEndNotOfKind();
  return null;
}

export interface ChangeOfDays {
  was: readonly ScheduledDay[];
  wanted: readonly ScheduledDay[];
  /** The fair day that it is now. */
  today: string;
  /** Days on which something was sold, counted, declared or closed. */
  withFacts: ReadonlySet<string>;
  /** Nobody was told of its days yet, so that those behind may still be moved. */
  isDraft: boolean;
}

/**
 * Why the days of a fair cannot become others, or null. A day with facts neither vanishes nor changes
 * whether it counts; a day that is over keeps its hours, and none is put behind today.
 */
export function whyDaysStay(change: ChangeOfDays): Refusal | null {
  const { was, wanted, today, withFacts, isDraft } = change;
  const before = new Map(was.map((day) => [day.day, day]));
  const after = new Map(wanted.map((day) => [day.day, day]));
  for (const day of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(day), after.get(day)];
    if (old && now && isSameDay(old, now)) continue;
    if (withFacts.has(day) && old?.kind !== now?.kind) return dayHasFacts(day);
    if (day < today && !isDraft) return dayIsOver(day);
  }
  return null;
}

export const isSameDay = (one: ScheduledDay, other: ScheduledDay) =>
  one.kind === other.kind &&
  one.opensAt === other.opensAt &&
  one.closesAt === other.closesAt &&
  one.noteVi === other.noteVi &&
  one.noteEn === other.noteEn;

/**
 * Days to add to a fair with an open end, so that it knows those to come: each like the one of the
 * same weekday before it. None is ever taken away.
 */
export function daysToCome(known: readonly ScheduledDay[], today: string): ScheduledDay[] {
  const days = new Map(known.map((day) => [day.day, day]));
  const ordered = inOrder(known);
  const [first, latest] = [ordered[0]?.day, ordered.at(-1)?.day];
  const usual = ordered.findLast(({ kind }) => kind === 'open');
  if (first === undefined || latest === undefined || !usual) return [];
  const until = fairDayPlus(today > first ? today : first, DAYS_AHEAD);
  const added: ScheduledDay[] = [];
  for (let day = fairDayPlus(latest, 1); day <= until; day = fairDayPlus(day, 1)) {
    const like = days.get(fairDayPlus(day, -7)) ?? usual;
    const next = { ...like, day, noteVi: '', noteEn: '' };
    days.set(day, next);
    added.push(next);
  }
  return added;
}
