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

/** (now − base) ÷ base; null on a base that is not above 0, for nothing grows from nothing. */
export const changeOf = (now: number, base: number): number | null =>
  base > 0 ? (now - base) / base : null;
