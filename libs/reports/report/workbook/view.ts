import type { Cell, Sheet } from 'write-excel-file/node';
import { printable } from '../printable';
import { LINE_POINTS, rowsOfHead } from './printed-pages';

/** Colours of the screens' light palette. */
const INK = { brand: '#0B5A4A', head: '#EAF3EF', muted: '#52635D', rule: '#CBD5D1' } as const;

/** A cell that says what it is: Excel gets numbers as numbers, days as days, and names as text. */
export type Value =
  | { text: string }
  | { count: number | null }
  | { vnd: number | null }
  | { share: number | null }
  | { milli: number | null }
  | { day: string }
  | { moment: Date };

export const text = (of: string): Value => ({ text: of });
export const count = (of: number | null): Value => ({ count: of });
export const vnd = (of: number | null): Value => ({ vnd: of });
/** Thousandths of a unit. */
export const milli = (of: number | null): Value => ({ milli: of });
/** Tenths of a percent. */
export const share = (of: number | null): Value => ({ share: of });

export interface ViewColumn {
  title: string;
  /** In letters. */
  width: number;
  isNumber?: boolean;
}

/** One sheet: a title, a note, a table, and its sum. */
export interface View {
  name: string;
  title: string;
  note?: string;
  columns: readonly ViewColumn[];
  rows: readonly (readonly Value[])[];
  total?: readonly Value[];
  /** The head of the table in the first row, for programs that read the sheet. */
  isPlain?: boolean;
}

/**
 * The cell of a value. A text is always of the type text, whatever it begins with: a name like
 * `=HYPERLINK(…)` is a name and never a formula.
 */
function cellOf(value: Value): Cell & object {
  if ('text' in value) return { type: String, value: printable(value.text) };
  if ('day' in value) {
    const day = new Date(`${value.day}T00:00:00Z`);
    return { type: Date, value: day, format: 'dd/mm/yyyy', align: 'left' };
  }
  if ('moment' in value) {
    return { type: Date, value: value.moment, format: 'dd/mm/yyyy hh:mm:ss', align: 'left' };
  }
  const [number, format] =
    'count' in value
      ? [value.count, '#,##0']
      : 'vnd' in value
        ? [value.vnd, '#,##0;[Red]-#,##0']
        : 'milli' in value
          ? [value.milli === null ? null : value.milli / 1000, '#,##0.###']
          : [value.share === null ? null : value.share / 1000, '0.0%'];
  return number === null
    ? { type: String, value: '–', align: 'right' }
    : { type: Number, value: number, format, align: 'right' };
}

/* Beside a cell without anything a long text may run on. */
const isBlank = (value: Value) => 'text' in value && value.text === '';

/* A row of one text over all columns, as high as it needs: a merged cell does not grow by itself. */
function textRow(
  text: string,
  columns: readonly ViewColumn[],
  look: { fontSize?: number; fontWeight?: 'bold'; textColor?: string },
) {
  const value = printable(text);
  const scale = (look.fontSize ?? 11) / 11;
  const room = columns.reduce((sum, { width }) => sum + width, 0) / scale;
  const lines = Math.max(1, Math.ceil([...value].length / room));
  const height = Math.ceil(lines * LINE_POINTS * scale + 4);
  const shape = { columnSpan: columns.length, wrap: true, alignVertical: 'top' as const, height };
  return [{ type: String, value, ...shape, ...look }, ...columns.slice(1).map(() => null)];
}

const isFigure = (value: Value | undefined) =>
  value !== undefined && !('text' in value || 'day' in value || 'moment' in value);

/* Lines that a text takes in its column; words are not broken, so some room is lost at each end. */
function linesOf(value: Value, column: ViewColumn | undefined): number {
  if (!('text' in value) || column === undefined) return 1;
  const letters = [...value.text].length;
  return letters <= column.width ? 1 : Math.ceil(letters / (column.width * 0.9));
}

/*
 * A row of figures: a text that its column cannot hold goes on below, one that follows a figure keeps
 * its distance from it, and the row is as high as its longest text.
 */
function bodyRow(cells: readonly Value[], columns: readonly ViewColumn[]) {
  const lines = Math.max(...cells.map((value, at) => linesOf(value, columns[at])));
  const row = {
    alignVertical: 'top' as const,
    ...(lines > 1 && { height: lines * LINE_POINTS + 1 }),
  };
  return cells.map((value, at) => {
    if (isBlank(value)) return null;
    const isAfterFigure = isFigure(cells[at - 1]) && !isFigure(value);
    return {
      ...cellOf(value),
      ...row,
      ...(linesOf(value, columns[at]) > 1 && { wrap: true }),
      ...(isAfterFigure && { indent: 1 }),
    };
  });
}

/** A sheet of a view; the head of the table stays in sight. */
export function sheetOf(view: View): Sheet<never> {
  const { name, title, note, columns, rows, total, isPlain = false } = view;
  const head = columns.map(({ title: words, isNumber }) => ({
    type: String,
    value: words,
    fontWeight: 'bold' as const,
    textColor: INK.brand,
    backgroundColor: INK.head,
    align: isNumber ? ('right' as const) : ('left' as const),
    alignVertical: 'center' as const,
    wrap: true,
    height: 32,
  }));
  const sum = total?.map((value) => ({
    ...cellOf(value),
    fontWeight: 'bold' as const,
    topBorderStyle: 'thin' as const,
    topBorderColor: INK.brand,
  }));
  return {
    sheet: name,
    stickyRowsCount: rowsOfHead(view),
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    data: [
      ...(isPlain
        ? []
        : [
            textRow(title, columns, { fontSize: 14, fontWeight: 'bold' }),
            textRow(note ?? '', columns, { textColor: INK.muted }),
          ]),
      head,
      ...rows.map((cells) =>
        isPlain
          ? cells.map((value) => (isBlank(value) ? null : cellOf(value)))
          : bodyRow(cells, columns),
      ),
      ...(sum ? [sum] : []),
    ],
  };
}
