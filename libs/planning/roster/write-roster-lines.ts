import { csvText, type Language } from '@phien/kernel';
import { columnsOf, type RosterPart } from './roster-columns';
import type { RosterContent } from './roster-content.rules';

/**
 * One of the two tables as plain lines: UTF-8 with its mark, and a text that a spreadsheet would compute
 * told as a text. It reads as it was written.
 */
export function writeRosterLines(
  part: RosterPart,
  content: RosterContent,
  language: Language,
): Buffer {
  const columns = Object.entries(columnsOf(part));
  const rows: readonly Readonly<Record<string, string>>[] = content[part];
  return Buffer.from(
    csvText([
      columns.map(([, { title }]) => title[language]),
      ...rows.map((cells) => columns.map(([field]) => shown(cells[field] ?? ''))),
    ]),
  );
}

/** A text without what XML cannot carry and a page cannot show. */
export const shown = (text: string) =>
  text.replace(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\r\n])\p{Cc}/gu, ' ');
