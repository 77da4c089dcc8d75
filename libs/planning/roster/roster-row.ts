import type { RosterPart } from './roster-columns';

/** A row of a list as it was written; a cell that is empty, or a column that is not there, is left out. */
export interface RosterRow {
  part: RosterPart;
  /** Name of the sheet; of the file where it is plain lines. */
  sheet: string;
  /** As a spreadsheet counts: the first is 1. */
  row: number;
  cells: Readonly<Record<string, string>>;
}
