import { csvText, printable, type CsvCell } from '@phien/kernel';
import type { Value, View } from './view';

/**
 * One table as a file of plain lines, UTF-8 with its mark: its head, then its rows. Money and counts
 * are whole numbers, days are YYYY-MM-DD, a quantity has a point before its thousandths.
 */
export const csvOfView = ({ columns, rows }: View): Buffer =>
  Buffer.from(
    csvText([columns.map(({ title }) => title), ...Array.from(rows, (row) => row.map(cellOf))]),
  );

/** What a line of several tables says of one cell, in this order. */
export interface CsvHead {
  table: string;
  row: string;
  item: string;
  column: string;
  value: string;
}

/**
 * Several tables as plain lines, a line for each cell that holds something: which table, which row,
 * what the row is of (its texts), which column, and the value. A program reads it without knowing the
 * tables, and a spreadsheet filters it.
 */
export function csvOfViews(views: readonly View[], head: CsvHead): Buffer {
  const lines: CsvCell[][] = [[head.table, head.row, head.item, head.column, head.value]];
  for (const { name, columns, rows, total } of views) {
    for (const [at, row] of [...rows, ...(total ? [total] : [])].entries()) {
      const item = itemOf(row);
      for (const [column, value] of row.entries()) {
        const cell = cellOf(value);
        const title = columns[column]?.title ?? '';
        if (cell === null || cell === '' || isOfItem(row, column)) continue;
        lines.push([name, at + 1, item, title, cell]);
      }
    }
  }
  return Buffer.from(csvText(lines));
}

const isText = (value: Value | undefined): value is { text: string } =>
  value !== undefined && 'text' in value;

/*
 * Which of its cells name a row: its first texts, after a rank where one leads. Of a row of texts alone
 * the first names it, and the others are what it says.
 */
function naming(row: readonly Value[]): { from: number; to: number } {
  const from = Math.max(0, row.findIndex(isText));
  const after = row.findIndex((value, at) => at > from && !isText(value));
  return { from, to: after < 0 ? from + 1 : after };
}

function isOfItem(row: readonly Value[], column: number): boolean {
  const { from, to } = naming(row);
  return column >= from && column < to && isText(row[column]);
}

const itemOf = (row: readonly Value[]) =>
  row
    .filter((_, column) => isOfItem(row, column))
    .flatMap((value) => (isText(value) && value.text !== '' ? [printable(value.text)] : []))
    .join(' · ');

function cellOf(value: Value): CsvCell {
  if ('text' in value) return printable(value.text);
  if ('day' in value) return value.day;
  if ('moment' in value) return value.moment.toISOString().slice(0, 19).replace('T', ' ');
  if ('count' in value) return value.count;
  if ('vnd' in value) return value.vnd;
  if ('milli' in value) return value.milli === null ? null : value.milli / 1_000;
  return value.share === null ? null : value.share / 10;
}
