export interface FairMoment {
  /** YYYY-MM-DD, in the fair's zone and by its day cut. */
  day: string;
  /** Minutes since the local midnight of `day`; above 1439 between midnight and the day cut. */
  minute: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

interface Zone {
  format: Intl.DateTimeFormat;
  lastMinute: number;
  lastOffsetMs: number;
}

const zones = new Map<string, Zone>();

function zoneNamed(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const zone: Zone = {
    format: new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    }),
    lastMinute: Number.NaN,
    lastOffsetMs: 0,
  };
  zones.set(timeZone, zone);
  return zone;
}

/**
 * What the wall clock of a zone shows minus UTC, at an instant. The last minute asked for is
 * remembered: a day of sales asks about the same minute many times, and formatting costs more than
 * everything else on the way.
 */
function offsetMs(epochMs: number, timeZone: string): number {
  const zone = zoneNamed(timeZone);
  const minute = Math.floor(epochMs / minuteMs);
  if (minute !== zone.lastMinute) {
    const atMs = minute * minuteMs;
    const shown: Record<string, number> = {};
    for (const { type, value } of zone.format.formatToParts(atMs)) shown[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute: shownMinute = 0, second = 0 } = shown;
    zone.lastOffsetMs = Date.UTC(year, month - 1, day, hour, shownMinute, second) - atMs;
    zone.lastMinute = minute;
  }
  return zone.lastOffsetMs;
}

/**
 * The fair day and minute of an instant: the one place where instants become days.
 * `dayCutMinutes` (0 to 719) is when a day ends: with 240, sales until 03:59 belong to the evening
 * before. Throws RangeError for an unknown zone. Whatever zone the process runs in, the answer is
 * the same.
 */
export function fairMoment(instant: Date, timeZone: string, dayCutMinutes: number): FairMoment {
  const wallMs = instant.getTime() + offsetMs(instant.getTime(), timeZone);
  const dayStartMs = Math.floor((wallMs - dayCutMinutes * minuteMs) / dayMs) * dayMs;
  return { day: dayText(dayStartMs), minute: Math.floor((wallMs - dayStartMs) / minuteMs) };
}

/**
 * The instant at which a fair day's clock shows `minute` (minutes since its local midnight, may
 * exceed 1439). Where the clocks go forward over it, the instant after the gap; where they show it
 * twice, the first.
 */
export function fairInstant(day: string, minute: number, timeZone: string): Date {
  const wallMs = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs;
  const early = wallMs - offsetMs(wallMs - dayMs, timeZone);
  const late = wallMs - offsetMs(wallMs + dayMs, timeZone);
  const candidates = early <= late ? [early, late] : [late, early];
  const fitting = candidates.find((atMs) => atMs + offsetMs(atMs, timeZone) === wallMs);
  return new Date(fitting ?? early);
}

let lastDayStartMs = Number.NaN;
let lastDayText = '';

function dayText(dayStartMs: number): string {
  if (dayStartMs !== lastDayStartMs) {
    lastDayText = new Date(dayStartMs).toISOString().slice(0, 10);
    lastDayStartMs = dayStartMs;
  }
  return lastDayText;
}

/** True for a day that exists, written YYYY-MM-DD. */
export function isFairDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const midnightMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnightMs) && new Date(midnightMs).toISOString().startsWith(text);
}

/** The day so many days later (earlier when negative). */
export function fairDayPlus(day: string, days: number): string {
  if (!isFairDay(day)) throw new RangeError(`${day} is not a day`);
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
