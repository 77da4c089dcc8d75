import { type Bar, barChart, CHART_HEIGHT } from '../report/end-of-day/bars';
import type { Sheet } from '../report/end-of-day/sheet';

/** A figure of each day, and how it is written: in the picture, and where there is room. */
export interface DayBars {
  title: string;
  days: readonly { day: string; value: number }[];
  short: (value: number) => string;
  whole: (value: number) => string;
}

/** Room that charts of days need under their heading. */
export const roomForDayBars = (charts: number) => 20 + charts * CHART_HEIGHT;

/** Days side by side; of a single day, or of days without anything, there is nothing to compare. */
export function dayBars(sheet: Sheet, { title, days, short, whole }: DayBars): void {
  if (days.length < 2 || days.every(({ value }) => value === 0)) return;
  const bars = days.map(({ day, value }): Bar => {
    const label = day.slice(5).split('-').reverse().join('/');
    return { label, value, shown: short(value) };
  });
  const spoken = days.map(({ value }, at) => `${bars[at]?.label ?? ''} ${whole(value)}`).join('; ');
  barChart(sheet, { title, note: '', spoken: `${title}: ${spoken}.`, bars });
}
