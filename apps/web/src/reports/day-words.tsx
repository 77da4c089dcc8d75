import { formatVnd, type Language } from '@phien/kernel';
import type { WholeFair } from '../api/client';
import { formatCount } from '../i18n/numbers';
import { formatHourMinute, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { standingOf } from './reports.rules';
import type { Day } from './reports-requests';

/** "Mở cửa 08:00–22:00", or what kind of day it is instead. */
export function hoursOf(day: Day): string {
  if (day.isOutside || day.opensAt === null || day.closesAt === null) return m.reports_outside();
  if (!day.isOpen) return m.reports_closed_day();
  return m.reports_hours({ opens: day.opensAt, closes: day.closesAt });
}

/** What a day's figures still lack, in numbers; empty when nothing does. */
export function missingOf(
  figures: {
    boothsHeard: number;
    boothsAllocated: number;
    unclosedRegisterCount: number;
  } | null,
  language: Language,
): string[] {
  if (figures === null) return [];
  const silent = figures.boothsAllocated - figures.boothsHeard;
  const { unclosedRegisterCount: open } = figures;
  return [
    ...(open > 0 ? [m.reports_missing_shifts({ count: formatCount(open, language) })] : []),
    ...(silent > 0 ? [m.reports_missing_booths({ count: formatCount(silent, language) })] : []),
  ];
}

/** When the day closes itself, or why it does not; null once it is closed. */
export function closesWords(day: Day, fair: WholeFair, language: Language): string | null {
  if (day.revision !== null) return null;
  if (day.closesByItselfAt === null) {
    return standingOf(day) === 'silent' ? m.reports_nothing_to_close() : null;
  }
  const time = formatHourMinute(day.closesByItselfAt, fair.timeZone, language);
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: fair.timeZone }).format(
    new Date(day.closesByItselfAt),
  );
  return on === day.day
    ? m.reports_closes_itself({ time })
    : m.reports_closes_itself_day({ time, day: formatShortDay(on, language) });
}

/** "3 chứng từ đến muộn chưa vào bản nào (1.200.000 ₫)." */
export function lateWords(day: Day, language: Language): string | null {
  const { waitingDocumentCount, waitingDeclaredCount } = day;
  const count = waitingDocumentCount + waitingDeclaredCount;
  if (day.revision === null || count === 0) return null;
  return (waitingDeclaredCount > 0 ? m.reports_late_declared : m.reports_late)({
    count: formatCount(count, language),
    amount: formatVnd(day.waitingVnd + day.waitingDeclaredVnd, language),
  });
}
