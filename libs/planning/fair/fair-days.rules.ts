import { fairDayPlus } from '@phien/kernel';
import type { FairState } from './fair-state.rules';

/** So many fair days in a row, 'YYYY-MM-DD'. */
export function daysFrom(startsOn: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => fairDayPlus(startsOn, at));
}

/** Days the demo fair has around a day: two before it and 28 after. */
export function demoDaysAround(today: string): string[] {
  return daysFrom(fairDayPlus(today, -2), 31);
}

/** Days to append so that the demo fair is open today; none while it is, and none is ever taken away. */
export function demoDaysMissing(known: readonly string[], today: string): string[] {
  if (known.includes(today)) return [];
  return demoDaysAround(today).filter((day) => !known.includes(day));
}

/** 'HH:MM' of a wall time as Postgres writes it ('HH:MM:SS'). */
export function hourAndMinute(time: string): string {
  return time.slice(0, 5);
}

/**
 * The state of a fair as of a day. A published fair runs between its first and its last day, the
 * opening evening included, and is over after, unless its end is open; nobody has to remember to say so.
 */
export function stateOn(
  today: string,
  fair: {
    state: FairState;
    firstDay: string | null;
    lastDay: string | null;
    hasOpenEnd?: boolean;
  },
): FairState {
  const { state, firstDay, lastDay, hasOpenEnd } = fair;
  if (state !== 'published' || firstDay === null || lastDay === null) return state;
  if (today < firstDay) return 'published';
  return today <= lastDay || hasOpenEnd ? 'running' : 'closed';
}

/** From the first to the last day that is told; the opening evening is none of them. */
export function spanOf(days: readonly { day: string; isOpening: boolean }[]): {
  firstDay: string | null;
  lastDay: string | null;
} {
  const told = days
    .filter(({ isOpening }) => !isOpening)
    .map(({ day }) => day)
    .sort();
  return { firstDay: told[0] ?? null, lastDay: told.at(-1) ?? null };
}
