import { type Bar, barChart, CHART_HEIGHT } from '../report/end-of-day/bars';
import type { Sheet } from '../report/end-of-day/sheet';

/** A figure of each day, and how it is written: in the picture, and where there is room. */
export interface DayBars {
  title: string;
  days: readonly { day: string; value: number }[];
  short: (value: number) => string;
  whole: (value: number) => string;
}

/**
 * The heading of a table of days with charts of them under it. Of a single day, and of days without
 * anything, there is nothing to compare: then it only answers the heading, for the table to keep.
 */
export function headWithDayBars(
  sheet: Sheet,
  heading: string,
  charts: readonly DayBars[],
): string | undefined {
  const told = charts.filter(
    ({ days }) => days.length > 1 && days.some(({ value }) => value !== 0),
  );
  if (told.length === 0) return heading;
  sheet.heading(heading, 20 + told.length * CHART_HEIGHT);
  for (const { title, days, short, whole } of told) {
    const bars = days.map(({ day, value }): Bar => {
      const label = day.slice(5).split('-').reverse().join('/');
      return { label, value, shown: short(value) };
    });
    const spoken = days.map(({ value }, at) => `${bars[at]?.label ?? ''} ${whole(value)}`);
    barChart(sheet, { title, note: '', spoken: `${title}: ${spoken.join('; ')}.`, bars });
  }
  return undefined;
}
