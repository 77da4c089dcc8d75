import { formatVnd } from '@phien/kernel';
import type { SealedClosing } from '../../closing/closing.rules';
import type { HourFigures } from '../../closing/day-hours.rules';
import { barChart, CHART_HEIGHT } from './bars';
import { localTime } from './head-parts';
import { millions, type Page, whole } from './page';

const nothing = (hour: number): HourFigures => ({
  hour,
  measuredVnd: 0,
  salesCount: 0,
  entries: 0,
  exits: 0,
});

const hourOf = (time: string) => Number(time.slice(0, 2));

/**
 * The hours to draw, those without anything between them included: from the opening, or what came
 * before it, to the closing hour, or what came after it; not beyond the hour of the closing itself,
 * of which nothing is known.
 */
export function hoursToDraw(
  { figures, day, closedAt }: Pick<SealedClosing, 'figures' | 'day' | 'closedAt'>,
  hourly: readonly HourFigures[],
): { hours: HourFigures[]; isCutShort: boolean } {
  const { hours: opening, fair } = figures;
  const known = hourly.map(({ hour }) => hour);
  const opens = opening?.isOpen ? hourOf(opening.opensAt) : undefined;
  const closes = opening?.isOpen ? lastHourOf(opening.opensAt, opening.closesAt) : undefined;
  const asOf = localTime(closedAt, fair.timeZone);
  const isSameDay = asOf.date === day.split('-').reverse().join('/');
  const isCutShort = isSameDay && closes !== undefined && hourOf(asOf.time) <= closes;
  const planned = [opens, isCutShort ? hourOf(asOf.time) : closes];
  const all = [...known, ...planned.filter((hour) => hour !== undefined)];
  if (known.length === 0) return { hours: [], isCutShort };
  const first = Math.min(...all);
  const hours = Array.from({ length: Math.max(...all) - first + 1 }, (_, at) => {
    const hour = first + at;
    return hourly.find((figured) => figured.hour === hour) ?? nothing(hour);
  });
  return { hours, isCutShort };
}

/* A fair that closes at 22:00 has its last hour from 21; one that closes after midnight goes on past 24. */
function lastHourOf(opensAt: string, closesAt: string): number {
  const last = hourOf(closesAt) - (closesAt.endsWith(':00') ? 1 : 0);
  return closesAt <= opensAt ? last + 24 : last;
}

/** What was sold and who came by the hour of the day, as charts. */
export function course({ closing, words, language, sheet }: Page): void {
  const { hourly, visits, totals } = closing.figures;
  if (hourly === undefined) return;
  const { hours, isCutShort } = hoursToDraw(closing, hourly);
  if (hours.length === 0) {
    sheet.heading(words.byHour);
    return sheet.paragraph(words.nothingByHour);
  }
  const charts = visits.gates.length > 0 ? 2 : 1;
  sheet.heading(words.byHour, 20 + charts * CHART_HEIGHT);
  const { time } = localTime(closing.closedAt, closing.figures.fair.timeZone);
  sheet.paragraph(
    [words.byHourNote, ...(isCutShort ? [words.hoursUntil(time.slice(0, 5))] : [])].join(' '),
  );
  const label = (hour: number) => String(hour % 24);
  const spoken = (title: string, figureOf: (hour: HourFigures) => string) =>
    `${title}: ${hours.map((hour) => `${words.hourSpan(hour.hour)} ${figureOf(hour)}`).join('; ')}.`;
  const highest = (valueOf: (hour: HourFigures) => number, write: (amount: number) => string) => {
    const peak = hours.reduce((a, b) => (valueOf(b) > valueOf(a) ? b : a));
    return valueOf(peak) > 0 ? words.peakHour(words.hourSpan(peak.hour), write(valueOf(peak))) : '';
  };

  const vnd = (amount: number) => formatVnd(amount, language);
  barChart(sheet, {
    title: words.soldByHour,
    note:
      totals.salesCount > 0 ? highest(({ measuredVnd }) => measuredVnd, vnd) : words.nothingSold,
    spoken: spoken(words.soldByHour, ({ measuredVnd }) => vnd(measuredVnd)),
    bars: hours.map(({ hour, measuredVnd }) => ({
      label: label(hour),
      value: measuredVnd,
      shown: millions(measuredVnd, language),
    })),
  });
  if (visits.gates.length === 0) return;
  const count = (amount: number) => whole(amount, language);
  barChart(sheet, {
    title: words.countedByHour,
    note: highest(({ entries }) => entries, count),
    spoken: spoken(words.countedByHour, ({ entries }) => count(entries)),
    bars: hours.map(({ hour, entries }) => ({
      label: label(hour),
      value: entries,
      shown: count(entries),
    })),
  });
}
