import type { Board } from '../api/client';
import { minuteOnDay } from './day-line.rules';

export interface Comparison {
  /** The day compared with. */
  day: string;
  /** Both days are counted up to this minute; null when both are counted whole. */
  upToMinute: number | null;
  /** (now − base) / base; null when the base is 0, for nothing grows from nothing. */
  revenue: { baseVnd: number; change: number | null };
  sales: { base: number; change: number | null };
  entries: { base: number; change: number | null };
}

/** The last open day of the fair before the one shown; null on the first. */
export function dayBefore(board: Board): string | null {
  const earlier = board.fair.days.filter((day) => day.isOpen && day.day < board.day);
  return (
    earlier
      .map((day) => day.day)
      .sort()
      .at(-1) ?? null
  );
}

/** The day shown against an earlier one, at the same time of day while it is still running. */
export function compare(board: Board, earlier: Board): Comparison {
  const now = minuteOnDay(board.asOf, board.day, board.fair.timeZone);
  const isRunning = now < 1_440;
  const base = sumUpTo(earlier.minutes, isRunning ? now : Infinity);
  const shown = sumUpTo(board.minutes, Infinity);
  return {
    day: earlier.day,
    upToMinute: isRunning ? now : null,
    revenue: { baseVnd: base.revenueVnd, change: changeOf(shown.revenueVnd, base.revenueVnd) },
    sales: { base: base.salesCount, change: changeOf(shown.salesCount, base.salesCount) },
    entries: { base: base.entries, change: changeOf(shown.entries, base.entries) },
  };
}

function sumUpTo(minutes: Board['minutes'], last: number) {
  const sum = { revenueVnd: 0, salesCount: 0, entries: 0 };
  for (const row of minutes) {
    if (row.minute > last) continue;
    sum.revenueVnd += row.revenueVnd;
    sum.salesCount += row.salesCount;
    sum.entries += row.entries;
  }
  return sum;
}

const changeOf = (now: number, base: number) => (base > 0 ? (now - base) / base : null);
