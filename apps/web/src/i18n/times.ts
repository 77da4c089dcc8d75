import type { Language } from '@phien/kernel';
import { tagOf } from './numbers';

/** "10:32:05" of an instant, on the wall clock of the fair. */
export const formatClock = (instant: string, timeZone: string, language: Language) =>
  new Intl.DateTimeFormat(tagOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

/** "10:31" of an instant, on the wall clock of the fair. */
export const formatHourMinute = (instant: string, timeZone: string, language: Language) =>
  new Intl.DateTimeFormat(tagOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

/** "10:31 01/11/2025" of an instant, on the wall clock of the fair. */
export const formatDateTime = (instant: string, timeZone: string, language: Language) =>
  new Intl.DateTimeFormat(tagOf(language), {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

/* A fair day is a date without a zone: read and written in UTC it stays the same date. */
const asUtc = (day: string) => new Date(`${day}T00:00:00Z`);

/** "Thứ Bảy, 1 tháng 11, 2025" of a fair day. */
export function formatDay(day: string, language: Language): string {
  const text = new Intl.DateTimeFormat(tagOf(language), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(asUtc(day));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "T7, 01/11" in Vietnamese, "Sat 01/11" in English. */
export const formatShortDay = (day: string, language: Language) =>
  new Intl.DateTimeFormat(tagOf(language), {
    timeZone: 'UTC',
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
  }).format(asUtc(day));

/** "01/11" of a fair day, where there is no room for more. */
export const formatDayMonth = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;

/** "08:05" of a fair minute; minutes past midnight run on to "24:30". */
export const formatMinute = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** "28/10/2025 – 03/11/2025" of the first and last day of a fair. */
export function formatDays(first: string, last: string, language: Language): string {
  const words = new Intl.DateTimeFormat(tagOf(language), {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  return `${words.format(asUtc(first))} – ${words.format(asUtc(last))}`;
}
