import { streamXlsxRows, type CellValue } from 'hucre/xlsx';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { isSheetAside } from './find-columns.rules';
import { ROSTER_BOUNDS } from './roster-bounds';
import type { RosterTables } from './roster-tables';
import { RosterUnread } from './roster-unread';

/**
 * Reads a workbook. Before a spreadsheet's words are looked at, every part of it is unpacked once and
 * counted: a zip says what it likes of its sizes, and what a reader unpacks is no heap that a thread's
 * bounds would hold. Refuses macros, and a DTD, which no workbook has (ECMA-376, part 2) and which is how
 * XML brings in other files.
 */
export async function readWorkbook(bytes: Uint8Array, tables: RosterTables): Promise<void> {
  const sheets = await checkedSheets(bytes);
  for (const [at, name] of sheets.slice(0, ROSTER_BOUNDS.sheets).entries()) {
    if (isSheetAside(name)) continue;
    const sheet = tables.sheet(name);
    for await (const { index, values } of rowsOf(bytes, at)) {
      if (!sheet.take(index + 1, values.map(textOf))) break;
    }
    sheet.end();
  }
}

async function* rowsOf(bytes: Uint8Array, sheet: number) {
  try {
    yield* streamXlsxRows(bytes, { sheet });
  } catch (fault) {
    if (fault instanceof RosterUnread) throw fault;
    throw new RosterUnread({ code: 'roster_unreadable' });
  }
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

/** Names of the sheets, of a workbook that may be read. */
async function checkedSheets(bytes: Uint8Array): Promise<string[]> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    let unpacked = 0;
    let workbook = '';
    for await (const entry of zip.eachEntry()) {
      if (/vbaProject|macrosheets/i.test(entry.fileName)) {
        throw new RosterUnread({ code: 'roster_with_macros' });
      }
      const isWorkbook = entry.fileName === 'xl/workbook.xml';
      const part = await countedPart(
        zip,
        entry,
        ROSTER_BOUNDS.unpackedBytes - unpacked,
        isWorkbook,
      );
      unpacked += part.size;
      if (isWorkbook) workbook = part.text;
    }
    const names = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)];
    if (names.length === 0) throw new RosterUnread({ code: 'roster_unreadable' });
    return names.map(([, name = '']) => plain(name));
  } catch (fault) {
    if (fault instanceof RosterUnread) throw fault;
    throw new RosterUnread({ code: 'roster_unreadable' });
  } finally {
    zip?.close();
  }
}

const DTD = '<!DOCTYPE';

async function countedPart(zip: ZipFile, entry: Entry, mostBytes: number, isKept: boolean) {
  if (entry.uncompressedSize > mostBytes)
    throw new RosterUnread({ code: 'roster_unpacks_too_large' });
  const isXml = /\.(xml|rels|vml)$/i.test(entry.fileName);
  let size = 0;
  let end = '';
  let text = '';
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > mostBytes) throw new RosterUnread({ code: 'roster_unpacks_too_large' });
    if (!isXml) continue;
    const words = bytes.toString('latin1');
    if (`${end}${words}`.includes(DTD)) throw new RosterUnread({ code: 'roster_with_entities' });
    end = words.slice(-DTD.length);
    if (isKept) text += words;
  }
  return { size, text: Buffer.from(text, 'latin1').toString('utf8') };
}

const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
