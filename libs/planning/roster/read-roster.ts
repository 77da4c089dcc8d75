import { basename } from 'node:path';
import { readPlainLines } from './read-plain-lines';
import { readWorkbook } from './read-workbook';
import { ROSTER_BOUNDS } from './roster-bounds';
import { RosterTables, type ReadRoster } from './roster-tables';
import { RosterUnread } from './roster-unread';

export interface RosterFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * The rows of a list, of a workbook (.xlsx) or of plain lines (.csv), whatever the file is called. It
 * runs in a thread of its own: within bounds it may still take seconds. Throws `RosterUnread`.
 */
export async function readRoster({ name, bytes }: RosterFile): Promise<ReadRoster> {
  if (bytes.byteLength > ROSTER_BOUNDS.fileBytes)
    throw new RosterUnread({ code: 'roster_too_large' });
  const tables = new RosterTables();
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) await readWorkbook(bytes, tables);
  else if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new RosterUnread({ code: 'roster_locked' });
  } else readPlainLines(bytes, basename(name), tables);
  return tables.end();
}

const beginsWith = (bytes: Uint8Array, sign: readonly number[]) =>
  sign.every((byte, at) => bytes[at] === byte);
