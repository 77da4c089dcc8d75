import { csvText, foldText } from '@phien/kernel';
import type { CsvCell } from '@phien/kernel';
import type { Board } from '../api/client';
import { m } from '../paraglide/messages.js';
import type { ShownTwin, TwinUnit, TwinValue } from '../ui/table-twin';

/** "phien-thu-dong-2025-doanh-thu-theo-khu-2025-10-28.csv" */
export function twinCsvName(
  of: string,
  { from, day }: { from: string; day: string },
  twin: ShownTwin,
) {
  const period = from === day ? day : `${from}-${day}`;
  const words = ['phien', of, foldText(twin.title), period].join('-');
  return `${words.replace(/[^a-z0-9-]+/gi, '-')}.csv`;
}

/** The rows of a table as they are shown, figures as whole numbers, below what they stand on. */
export function twinCsv(head: readonly CsvCell[][], { columns, rows, total }: ShownTwin): string {
  const line = (values: readonly TwinValue[]) =>
    columns.map(({ unit }, at) => figureOf(values[at] ?? null, unit));
  return csvText([
    ...head,
    [],
    columns.map(({ title, unit }) => columnTitle(title, unit)),
    ...rows.map(line),
    ...(total ? [line(total)] : []),
  ]);
}

/* A share as whole parts of ten thousand: no decimal sign that a spreadsheet could misread. */
const figureOf = (value: TwinValue, unit: TwinUnit | undefined): CsvCell =>
  unit === 'share' && typeof value === 'number' ? Math.round(value * 10_000) : value;

function columnTitle(title: string, unit: TwinUnit | undefined): string {
  if (unit === 'vnd' || unit === 'exactVnd') return m.csv_vnd({ title });
  return unit === 'share' ? m.csv_share({ title }) : title;
}

/** What the columns count, by their titles, and what is said below the table. */
export const meaningLines = (
  twin: ShownTwin,
  meanings: Partial<Record<string, string>> = {},
): CsvCell[][] => [
  ...twin.columns.flatMap(({ title, unit }) => {
    const meaning = unit === 'share' ? m.csv_share_meaning() : meanings[title];
    return meaning === undefined ? [] : [[m.csv_meaning({ title }), meaning]];
  }),
  ...(twin.note === undefined ? [] : [[m.csv_note(), twin.note]]),
];

/** That figures are invented, or of a moved clock. */
export const markLines = (fair: { isDemo: boolean }, clock: Board['clock'] | null): CsvCell[][] => [
  ...(fair.isDemo ? [[m.csv_demo(), m.demo_meaning()]] : []),
  ...(clock?.isMoved ? [[m.csv_demo(), m.clock_moved_meaning()]] : []),
];

/** "2025-10-28 10:32:05" on the wall clock of the fair: what every spreadsheet reads as a time. */
export const wallTime = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(instant),
  );
