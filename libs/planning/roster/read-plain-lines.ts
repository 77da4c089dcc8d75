import { parseCsv } from 'hucre/csv';
import { ROSTER_BOUNDS } from './roster-bounds';
import { RosterUnread } from './roster-unread';
import type { RosterTables } from './roster-tables';

/**
 * Reads plain lines: UTF-8 with or without its mark, or UTF-16 as a spreadsheet's "Unicode text"; commas,
 * semicolons or tabs between cells. The sign that told a spreadsheet not to compute a text is taken off.
 */
export function readPlainLines(bytes: Uint8Array, name: string, tables: RosterTables): void {
  const lines = parseCsv(decoded(bytes), { maxRows: ROSTER_BOUNDS.rows + 100 });
  const sheet = tables.sheet(name);
  for (const [at, cells] of lines.entries()) {
    if (
      !sheet.take(
        at + 1,
        cells.map((cell) => uncomputed(String(cell ?? ''))),
      )
    )
      break;
  }
  sheet.end();
}

function decoded(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RosterUnread({ code: 'roster_not_unicode' });
  }
}

const uncomputed = (cell: string) => cell.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, '');
