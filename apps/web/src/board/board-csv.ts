import type { CsvCell, Language } from '@phien/kernel';
import type { Board } from '../api/client';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { saveCsv } from '../ui/save-file';
import type { ShownTwin } from '../ui/table-twin';
import { lacksSilent } from './day-line.rules';
import { coverageWords } from './coverage-words';
import { originName } from './origin-words';
import { isFiltered } from './selection.rules';
import { markLines, meaningLines, twinCsv, twinCsvName, wallTime } from './twin-csv';

/** Saves a picture's table as a file, with what its figures stand on at its head. */
export function saveBoardTwin(board: Board, twin: ShownTwin, language: Language): void {
  saveCsv(
    twinCsvName(board.fair.code, board, twin),
    twinCsv(boardHead(board, twin, language), twin),
  );
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
    ...meaningLines(twin, meanings()),
    ...markLines(fair, clock),
  ];
}

/** What a column counts, by its title. */
const meanings = (): Partial<Record<string, string>> => ({
  [m.col_revenue()]: m.kpi_revenue_meaning(),
  [m.col_sales()]: m.kpi_sales_meaning(),
  [m.line_entries()]: m.kpi_visits_meaning(),
  [m.gates_entries()]: m.kpi_visits_meaning(),
  [m.zones_booths()]: m.kpi_booths_meaning(),
  [m.zones_heard()]: m.csv_heard_meaning(),
});
