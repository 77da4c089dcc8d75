import type { Cell, Sheet } from 'write-excel-file/node';
import { printable } from '../printable';

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
    return { type: Date, value: new Date(`${value.day}T00:00:00Z`), format: 'dd/mm/yyyy' };
  }
  if ('moment' in value) return { type: Date, value: value.moment, format: 'dd/mm/yyyy hh:mm:ss' };
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

const titleRow = (title: string) => [
  {
    type: String,
    value: printable(title),
    fontWeight: 'bold' as const,
    fontSize: 14,
    height: 24,
  },
];

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
    stickyRowsCount: isPlain ? 1 : 3,
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    data: [
      ...(isPlain
        ? []
        : [titleRow(title), [{ type: String, value: note ?? '', textColor: INK.muted }]]),
      head,
      ...rows.map((cells) => cells.map((value) => (isBlank(value) ? null : cellOf(value)))),
      ...(sum ? [sum] : []),
    ],
  };
}
