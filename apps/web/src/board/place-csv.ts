import { foldText } from '@phien/kernel';
import type { CsvCell, Language } from '@phien/kernel';
import type { Board, Fair } from '../api/client';
import { m } from '../paraglide/messages.js';
import { saveCsv } from '../ui/save-file';
import type { ShownTwin } from '../ui/table-twin';
import { markLines, meaningLines, twinCsv, twinCsvName, wallTime } from './twin-csv';

/** The page of one booth or zone: what is told of it is what the page shows this viewer. */
export interface PlaceOfTwin {
  fair: Fair;
  /** "Gian A01" */
  subject: string;
  page: { version: number; asOf: string; timeZone: string; from: string; day: string };
  clock: Board['clock'] | null;
}

/** Saves a table of such a page as a file, with what its figures stand on at its head. */
export function savePlaceTwin(place: PlaceOfTwin, twin: ShownTwin, language: Language): void {
  const { fair, subject, page } = place;
  const name = twinCsvName(`${fair.code}-${foldText(subject)}`, page, twin);
  saveCsv(name, twinCsv(headOf(place, twin, language), twin));
}

function headOf(
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
