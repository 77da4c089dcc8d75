import { fairMoment } from '@phien/kernel';
import type { Board } from '../api/client';

/** A day as columns of equal length, one place per minute from opening to the end of what is shown. */
export interface DayLine {
  /** Minutes since midnight of the fair day. */
  minutes: number[];
  /** Null where the minute has not come yet. */
  revenueVnd: (number | null)[];
  salesCount: (number | null)[];
  entries: (number | null)[];
  /** Minutes from here on may still change; past the end on a day that is over. */
  provisionalFrom: number;
  /** The same of what gates count, which no silent till can hold back. */
  newestFrom: number;
}

/**
 * Tills send within seconds while they have a network, so only the newest minutes are in motion; while
 * a phone is silent with an open shift, everything since it was last heard is.
 */
const PROVISIONAL_MINUTES = 3;
const OPENS = 8 * 60;
const CLOSES = 22 * 60;

const minuteOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Minutes from midnight of `day` to an instant, in the fair's zone; negative before it. */
export function minuteOnDay(instant: string, day: string, timeZone: string): number {
  const moment = fairMoment(new Date(instant), timeZone, 0);
  const days = (Date.parse(moment.day) - Date.parse(day)) / 86_400_000;
  return days * 1_440 + moment.minute;
}

/** Whether the board's day is the one that its as-of falls on. */
export function isToday(board: Board): boolean {
  const now = minuteOnDay(board.asOf, board.day, board.fair.timeZone);
  return now >= 0 && now < 1_440;
}

/** Whether a phone that is silent with an open shift may hold back some of what is shown. */
export function lacksSilent({ tills, day, fair }: Board): boolean {
  return tills.silentSince !== null && minuteOnDay(tills.silentSince, day, fair.timeZone) < 1_440;
}

/** Whether more went out than came in, or the fair fills up. */
export const isGateAlarm = ({ difference, level }: Board['visits']): boolean =>
  difference < 0 || level === 'near' || level === 'full';

/** The fair day of the board's as-of time. */
export const todayOf = (board: Board) =>
  fairMoment(new Date(board.asOf), board.fair.timeZone, 0).day;

/** The last open day of the fair before the one shown; null on the first. */
export function dayBefore(board: Board): string | null {
  const earlier = board.fair.days.filter((day) => day.isOpen && day.day < board.from);
  return (
    earlier
      .map((day) => day.day)
      .sort()
      .at(-1) ?? null
  );
}

/** The day of the board, a place for each minute; quiet minutes are 0, those to come are null. */
export function dayLine(board: Board): DayLine {
  const hours = board.fair.days.find((day) => day.day === board.day);
  const rows = minuteRows(board.minutes);
  const busy = board.minutes.minute;
  const first = Math.min(hours ? minuteOf(hours.opensAt) : OPENS, ...busy);
  const last = Math.max(hours ? minuteOf(hours.closesAt) : CLOSES, ...busy);
  const now = minuteOnDay(board.asOf, board.day, board.fair.timeZone);
  const shownTo = Math.max(now, ...busy);
  const { silentSince } = board.tills;
  const silent =
    silentSince === null ? Infinity : minuteOnDay(silentSince, board.day, board.fair.timeZone);
  const newestFrom = now - PROVISIONAL_MINUTES + 1;

  const byMinute = new Map(rows.map((row) => [row.minute, row]));
  const line: DayLine = {
    minutes: [],
    revenueVnd: [],
    salesCount: [],
    entries: [],
    provisionalFrom: Math.min(newestFrom, silent),
    newestFrom,
  };
  for (let minute = first; minute <= last; minute += 1) {
    const row = byMinute.get(minute);
    const isToCome = minute > shownTo;
    line.minutes.push(minute);
    line.revenueVnd.push(isToCome ? null : (row?.revenueVnd ?? 0));
    line.salesCount.push(isToCome ? null : (row?.salesCount ?? 0));
    line.entries.push(isToCome ? null : (row?.entries ?? 0));
  }
  return line;
}

/** The same day with each place holding everything up to it. */
export function runningTotals(line: DayLine): DayLine {
  return {
    ...line,
    revenueVnd: runUp(line.revenueVnd),
    salesCount: runUp(line.salesCount),
    entries: runUp(line.entries),
  };
}

function runUp(values: (number | null)[]): (number | null)[] {
  let sum = 0;
  return values.map((value) => {
    if (value === null) return null;
    sum += value;
    return sum;
  });
}

export interface MinuteRow {
  minute: number;
  revenueVnd: number;
  salesCount: number;
  entries: number;
}

/** The columns of a board as rows. */
export const minuteRows = (columns: Board['minutes']): MinuteRow[] =>
  columns.minute.map((minute, at) => ({
    minute,
    revenueVnd: columns.revenueVnd[at] ?? 0,
    salesCount: columns.salesCount[at] ?? 0,
    entries: columns.entries[at] ?? 0,
  }));

export interface HourRow {
  hour: number;
  revenueVnd: number;
  salesCount: number;
  entries: number;
}

/** The minutes added up by the hour; hours without anything between two others are kept. */
export function hoursOf(minutes: readonly MinuteRow[]): HourRow[] {
  if (minutes.length === 0) return [];
  const hourOf = (row: { minute: number }) => Math.floor(row.minute / 60);
  const first = Math.min(...minutes.map(hourOf));
  const last = Math.max(...minutes.map(hourOf));
  const rows = Array.from({ length: last - first + 1 }, (_, at) => ({
    hour: first + at,
    revenueVnd: 0,
    salesCount: 0,
    entries: 0,
  }));
  for (const minute of minutes) {
    const row = rows[hourOf(minute) - first];
    if (!row) continue;
    row.revenueVnd += minute.revenueVnd;
    row.salesCount += minute.salesCount;
    row.entries += minute.entries;
  }
  return rows;
}

/** Whether some of an hour may still change. */
export const isProvisionalHour = (line: DayLine, hour: number): boolean =>
  hour * 60 + 59 >= line.provisionalFrom;

/** A series without the minutes that may still change. */
export function settledOnly(line: DayLine, values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, at) => ((line.minutes[at] ?? 0) < line.provisionalFrom ? value : null));
}

/**
 * The mean over the 15 minutes around each place (fewer at both ends), for the shape under a
 * line that jumps from minute to minute. Null where the minute has not come.
 */
export function movingMean(values: readonly (number | null)[], width = 15): (number | null)[] {
  const reach = Math.floor(width / 2);
  return values.map((value, at) => {
    if (value === null) return null;
    const near = values.slice(Math.max(0, at - reach), at + reach + 1).filter((x) => x !== null);
    return near.reduce((sum, x) => sum + x, 0) / near.length;
  });
}

const SPARK_MINUTES = 20;

/** A series thinned to sums of 20 minutes, without the unfinished last one; for a sparkline. */
export function sparkOf(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null);
  const sums: number[] = [];
  for (let at = 0; at + SPARK_MINUTES <= known.length; at += SPARK_MINUTES) {
    sums.push(known.slice(at, at + SPARK_MINUTES).reduce((sum, value) => sum + value, 0));
  }
  return sums;
}

/** The average sale in steps of 20 minutes; a step without sales repeats the one before. */
export function averageSpark(line: DayLine): number[] {
  const sales = sparkOf(line.salesCount);
  let last = 0;
  return sparkOf(line.revenueVnd).map((revenueVnd, at) => {
    const count = sales[at] ?? 0;
    if (count > 0) last = revenueVnd / count;
    return last;
  });
}
