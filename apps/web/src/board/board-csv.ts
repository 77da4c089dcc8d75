import { csvText, foldText } from '@phien/kernel';
import type { CsvCell, Language } from '@phien/kernel';
import type { Board, Fair } from '../api/client';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { saveCsv } from '../ui/save-file';
import type { ShownTwin, TwinUnit, TwinValue } from '../ui/table-twin';
import { lacksSilent } from './day-line.rules';
import { coverageWords } from './coverage-words';
import { originName } from './origin-words';
import { isFiltered } from './selection.rules';

/** Saves a picture's table as a file, with what its figures stand on at its head. */
export function saveBoardTwin(board: Board, twin: ShownTwin, language: Language): void {
  saveCsv(
    twinCsvName(board.fair.code, board, twin),
    twinCsv(boardHead(board, twin, language), twin),
  );
}

/** The page of one booth or zone: what is told of it is what the page shows this viewer. */
export interface PlaceOfTwin {
  fair: Fair;
  /** "Gian A01" */
  subject: string;
  page: { version: number; asOf: string; timeZone: string; from: string; day: string };
  clock: Board['clock'] | null;
}

/** The same of a page of one booth or zone. */
export function savePlaceTwin(place: PlaceOfTwin, twin: ShownTwin, language: Language): void {
  const { fair, subject, page } = place;
  const name = twinCsvName(`${fair.code}-${foldText(subject)}`, page, twin);
  saveCsv(name, twinCsv(placeHead(place, twin, language), twin));
}

/** "phien-thu-dong-2025-doanh-thu-theo-khu-2025-10-28.csv" */
function twinCsvName(of: string, { from, day }: { from: string; day: string }, twin: ShownTwin) {
  const period = from === day ? day : `${from}-${day}`;
  const words = ['phien', of, foldText(twin.title), period].join('-');
  return `${words.replace(/[^a-z0-9-]+/gi, '-')}.csv`;
}

/* The rows of a table as they are shown, figures as whole numbers, below what they stand on. */
function twinCsv(head: readonly CsvCell[][], { columns, rows, total }: ShownTwin): string {
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

function boardHead(board: Board, twin: ShownTwin, language: Language): CsvCell[][] {
  const { fair, from, day, filter, tills, clock } = board;
  const parts = [
    ...(filter.zones.length > 0 ? [`${m.filter_zones()}: ${filter.zones.join(', ')}`] : []),
    ...(filter.origins.length > 0
      ? [`${m.filter_origins()}: ${filter.origins.map(originName).join(', ')}`]
      : []),
  ];
  const silence =
    tills.silentSince !== null && lacksSilent(board)
      ? m.board_silent({
          count: formatCount(tills.silentCount, language),
          time: formatDateTime(tills.silentSince, fair.timeZone, language),
        })
      : null;
  return [
    [m.csv_fair(), language === 'vi' ? fair.nameVi : fair.nameEn, fair.code],
    [m.csv_table(), twin.title],
    [m.csv_period(), from, day],
    [m.csv_filter(), isFiltered(filter) ? parts.join('; ') : m.csv_no_filter()],
    [m.csv_as_of(), wallTime(twin.asOf ?? board.asOf, fair.timeZone), fair.timeZone],
    ...(twin.asOf === undefined ? [[m.csv_version(), board.version]] : []),
    [m.csv_coverage(), coverageWords(board, language)],
    ...(silence === null ? [] : [[m.csv_silence(), silence]]),
    ...meaningLines(twin),
    ...markLines(fair, clock),
  ];
}

function placeHead(
  { fair, subject, page, clock }: PlaceOfTwin,
  twin: ShownTwin,
  language: Language,
): CsvCell[][] {
  return [
    [m.csv_fair(), language === 'vi' ? fair.nameVi : fair.nameEn, fair.code],
    [m.csv_place(), subject],
    [m.csv_table(), twin.title],
    [m.csv_period(), page.from, page.day],
    [m.csv_as_of(), wallTime(page.asOf, page.timeZone), page.timeZone],
    [m.csv_version(), page.version],
    ...meaningLines(twin),
    ...markLines(fair, clock),
  ];
}

const meaningLines = (twin: ShownTwin): CsvCell[][] => [
  ...twin.columns.flatMap(({ title }) => {
    const meaning = meanings()[title];
    return meaning === undefined ? [] : [[m.csv_meaning({ title }), meaning]];
  }),
  ...(twin.note === undefined ? [] : [[m.csv_note(), twin.note]]),
];

const markLines = (fair: { isDemo: boolean }, clock: Board['clock'] | null): CsvCell[][] => [
  ...(fair.isDemo ? [[m.csv_demo(), m.demo_meaning()]] : []),
  ...(clock?.isMoved ? [[m.csv_demo(), m.clock_moved_meaning()]] : []),
];

/** What a column counts, by its title. */
const meanings = (): Partial<Record<string, string>> => ({
  [m.col_revenue()]: m.kpi_revenue_meaning(),
  [m.col_sales()]: m.kpi_sales_meaning(),
  [m.line_entries()]: m.kpi_visits_meaning(),
  [m.gates_entries()]: m.kpi_visits_meaning(),
  [m.zones_booths()]: m.kpi_booths_meaning(),
  [m.zones_heard()]: m.csv_heard_meaning(),
  [m.share()]: m.csv_share_meaning(),
});

/* "2025-10-28 10:32:05" on the wall clock of the fair: what every spreadsheet reads as a time. */
const wallTime = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(instant),
  );
