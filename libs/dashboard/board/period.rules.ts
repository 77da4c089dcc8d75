import { fairDayPlus } from '@phien/kernel';

export interface Period {
  from: string;
  to: string;
}

/** Days from one fair day to another, 0 for the same. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export interface EarlierPeriod extends Period {
  /** The last day counts up to and with this minute; null for the whole day. */
  upToMinute: number | null;
}

/**
 * What a period is compared with: a single day with the last open day before it, a longer one with
 * as many days just before. While the period is running both end at the same fair minute. Null
 * when that would begin before the fair, or nothing of the period has come yet.
 */
export function earlierPeriod(
  { from, to }: Period,
  days: readonly { day: string; isOpen: boolean }[],
  now: { day: string; minute: number },
): EarlierPeriod | null {
  if (now.day < from) return null;
  const last = now.day < to ? now.day : to;
  const upToMinute = now.day <= to ? now.minute : null;
  if (from === to) {
    const before = days
      .filter(({ day, isOpen }) => isOpen && day < from)
      .map(({ day }) => day)
      .sort()
      .at(-1);
    return before === undefined ? null : { from: before, to: before, upToMinute };
  }
  const length = daysBetween(from, last) + 1;
  const earlier = { from: fairDayPlus(from, -length), to: fairDayPlus(from, -1), upToMinute };
  return days.some(({ day }) => day <= earlier.from) ? earlier : null;
}

/** The same days of another fair, by their number; of both the last one up to the same minute. */
export interface SameDays {
  own: EarlierPeriod;
  base: EarlierPeriod;
  /** Open days are numbered from 1; closed ones are not counted. */
  firstNumber: number;
  lastNumber: number;
}

/**
 * What of a period has come, and the days of a base with the same numbers: a day that still runs is
 * held against its like up to the same minute, never against a whole one. Null when nothing of the
 * period has come yet, or the base had fewer days.
 */
export function sameDays(
  { from, to }: Period,
  days: readonly { day: string; isOpen: boolean }[],
  baseDays: readonly { day: string; isOpen: boolean }[],
  now: { day: string; minute: number },
): SameDays | null {
  const numbered = openDays(days).map((day, at) => ({ day, number: at + 1 }));
  const come = numbered.filter(({ day }) => from <= day && day <= to && day <= now.day);
  const [first, last] = [come[0], come.at(-1)];
  if (!first || !last) return null;
  const base = openDays(baseDays);
  const [baseFrom, baseTo] = [base[first.number - 1], base[last.number - 1]];
  if (baseFrom === undefined || baseTo === undefined) return null;
  const upToMinute = now.day === last.day ? now.minute : null;
  return {
    own: { from: first.day, to: last.day, upToMinute },
    base: { from: baseFrom, to: baseTo, upToMinute },
    firstNumber: first.number,
    lastNumber: last.number,
  };
}

const openDays = (days: readonly { day: string; isOpen: boolean }[]) =>
  days
    .filter(({ isOpen }) => isOpen)
    .map(({ day }) => day)
    .sort();

/** (now − base) ÷ base; null on a base that is not above 0, for nothing grows from nothing. */
export const changeOf = (now: number, base: number): number | null =>
  base > 0 ? (now - base) / base : null;
