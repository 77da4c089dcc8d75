import { fairMoment } from '@phien/kernel';

const MINUTE_MS = 60_000;

/**
 * What the clock on the fair's wall shows at an instant, to the second, as if it were UTC: a cell of a
 * workbook has a date and no zone.
 */
export function wallTime(instant: Date, timeZone: string): Date {
  const { day, minute } = fairMoment(instant, timeZone, 0);
  const midnightMs = Date.parse(`${day}T00:00:00Z`);
  const seconds = Math.floor(instant.getTime() / 1_000) % 60;
  return new Date(midnightMs + minute * MINUTE_MS + ((seconds + 60) % 60) * 1_000);
}
