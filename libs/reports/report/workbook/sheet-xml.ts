import { cellLooks, type ValueLooks } from './cell-looks';
import { FITS_PAGE, LINE_POINTS, PAGES, ROW_HEIGHT, rowsOfHead } from './printed-pages';
import type { SharedTexts } from './shared-texts';
import type { Value, View, ViewColumn } from './view';

const CHUNK_LETTERS = 64_000;
const DAY_MS = 86_400_000;
/* Excel counts days from the end of 1899, and believes in a 29 February 1900. */
const EPOCH_IN_EXCEL = 25_569;

const UNKNOWN = '–';
const HEAD_POINTS = 32;

/** The letters of a column, from A. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

const serial = (ms: number) => ms / DAY_MS + EPOCH_IN_EXCEL;

/** A sheet of a view, piece by piece; the head of the table stays in sight. */
export function* sheetXml(view: View, texts: SharedTexts, isFirst: boolean): Generator<string> {
  const { columns, rows, total, isPlain = false } = view;
  const letters = columns.map((_, at) => columnName(at));
  yield openingXml(view, letters, texts, isFirst);

  const starts = letters.map((letter) => `<c r="${letter}`);
  const rowXml = isPlain ? plainRow(starts, texts) : tableRow(starts, columns, texts);
  let at = rowsOfHead(view);
  /* Rows are joined by the hundred: letter by letter a long piece costs more than all else. */
  let written: string[] = [];
  let length = 0;
  for (const row of rows) {
    at += 1;
    const xml = rowXml(row, String(at));
    written.push(xml);
    length += xml.length;
    if (length < CHUNK_LETTERS) continue;
    yield written.join('');
    [written, length] = [[], 0];
  }
  if (total) {
    at += 1;
    const cells = total.map(
      (value, column) => `${starts[column]}${at}${cellEnd(value, SUM, texts)}`,
    );
    written.push(`<row r="${at}">${cells.join('')}</row>`);
  }
  const last = letters.at(-1);
  const isMerged = !isPlain && columns.length > 1;
  const merged = `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>`;
  yield `${written.join('')}</sheetData>${isMerged ? merged : ''}${PAGES}</worksheet>`;
}

/* Up to the first row of figures. */
function openingXml(
  view: View,
  letters: readonly string[],
  texts: SharedTexts,
  isFirst: boolean,
): string {
  const { columns, isPlain = false } = view;
  const head = rowsOfHead(view);
  const text = (at: string, words: string, look: number) =>
    words === ''
      ? `<c r="${at}" s="${look}"/>`
      : `<c r="${at}" s="${look}" t="s"><v>${texts.place(words)}</v></c>`;
  const heads = columns.map(({ title, isNumber }, at) =>
    text(`${letters[at]}${head}`, title, isNumber ? cellLooks.numberHead : cellLooks.head),
  );
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const over = (at: number, words: string, look: number, letterPoints: number) =>
    `${opened(at, pointsOver(words, columns, letterPoints))}${words && text(`A${at}`, words, look)}</row>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${FITS_PAGE}` +
    `<sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0">` +
    `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews>${ROW_HEIGHT}<cols>${widths.join('')}</cols><sheetData>` +
    (isPlain
      ? ''
      : over(1, view.title, cellLooks.title, 14) + over(2, view.note ?? '', cellLooks.note, 11)) +
    `${opened(head, HEAD_POINTS)}${heads.join('')}</row>`
  );
}

const opened = (at: number | string, points: number) =>
  `<row r="${at}" ht="${points}" customHeight="1">`;

/* Of a text over all columns: a merged cell does not grow by itself. */
function pointsOver(text: string, columns: readonly ViewColumn[], letterPoints: number): number {
  const scale = letterPoints / 11;
  const room = columns.reduce((sum, { width }) => sum + width, 0) / scale;
  const lines = Math.max(1, Math.ceil([...text].length / room));
  return Math.ceil(lines * LINE_POINTS * scale + 4);
}

type RowXml = (row: readonly Value[], at: string) => string;

const isBlank = (value: Value) => 'text' in value && value.text === '';

/* Beside a cell without anything a long text may run on. */
const plainRow =
  (starts: readonly string[], texts: SharedTexts): RowXml =>
  (row, at) => {
    let cells = '';
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column];
      if (value && !isBlank(value)) cells += starts[column] + at + cellEnd(value, PLAIN, texts);
    }
    return `<row r="${at}">${cells}</row>`;
  };

const isFigure = (value: Value | undefined) =>
  value !== undefined && !('text' in value || 'day' in value || 'moment' in value);

/* Lines that a text takes in its column; words are not broken, so some room is lost at each end. */
function linesOf(value: Value, column: ViewColumn | undefined): number {
  if (!('text' in value) || column === undefined) return 1;
  if (value.text.length <= column.width) return 1;
  const letters = [...value.text].length;
  return letters <= column.width ? 1 : Math.ceil(letters / (column.width * 0.9));
}

/*
 * A row of figures: a text that its column cannot hold goes on below, one that follows a figure keeps
 * its distance from it, and the row is as high as its longest text.
 */
const tableRow =
  (starts: readonly string[], columns: readonly ViewColumn[], texts: SharedTexts): RowXml =>
  (row, at) => {
    let cells = '';
    let most = 1;
    for (const [column, value] of row.entries()) {
      if (isBlank(value)) continue;
      const lines = linesOf(value, columns[column]);
      most = Math.max(most, lines);
      const isAfterFigure = isFigure(row[column - 1]) && !isFigure(value);
      const ends = TABLE[lines > 1 ? 'wrapped' : 'usual'][isAfterFigure ? 'indented' : 'usual'];
      cells += starts[column] + at + cellEnd(value, ends, texts);
    }
    return `${most > 1 ? opened(at, most * LINE_POINTS + 1) : `<row r="${at}">`}${cells}</row>`;
  };

type Ends = Record<keyof ValueLooks | 'blank', string>;

/* What follows the name of a cell, up to its value: written once, and not for each of a million cells. */
function endsOf(looks: ValueLooks): Ends {
  const number = (look: number) => `" s="${look}"><v>`;
  const text = (look: number) => `" s="${look}" t="s"><v>`;
  return {
    blank: `" s="${looks.text}"/>`,
    text: text(looks.text),
    unknown: text(looks.unknown),
    count: number(looks.count),
    vnd: number(looks.vnd),
    milli: number(looks.milli),
    share: number(looks.share),
    day: number(looks.day),
    moment: number(looks.moment),
  };
}

const PLAIN = endsOf(cellLooks.values);
const SUM = endsOf(cellLooks.sums);
const TABLE = {
  usual: { usual: endsOf(cellLooks.table.usual), indented: endsOf(cellLooks.table.indented) },
  wrapped: {
    usual: endsOf(cellLooks.table.wrapped),
    indented: endsOf(cellLooks.table.wrappedAndIndented),
  },
};

const closed = (start: string, value: number) => `${start}${value}</v></c>`;

/** A cell from behind its name: numbers are numbers, days are days, and names are text. */
function cellEnd(value: Value, ends: Ends, texts: SharedTexts): string {
  if ('text' in value) {
    return value.text === '' ? ends.blank : closed(ends.text, texts.place(value.text));
  }
  if ('vnd' in value) return numberEnd(ends.vnd, value.vnd, ends, texts);
  if ('count' in value) return numberEnd(ends.count, value.count, ends, texts);
  if ('day' in value) return closed(ends.day, serial(Date.parse(`${value.day}T00:00:00Z`)));
  if ('moment' in value) return closed(ends.moment, serial(value.moment.getTime()));
  const [end, thousandths] =
    'milli' in value ? [ends.milli, value.milli] : [ends.share, value.share];
  return numberEnd(end, thousandths === null ? null : thousandths / 1_000, ends, texts);
}

const numberEnd = (start: string, number: number | null, ends: Ends, texts: SharedTexts) =>
  number === null ? closed(ends.unknown, texts.place(UNKNOWN)) : closed(start, number);
