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
  /** Made one after another where there are many; gone through again by whoever asks again. */
  rows: Iterable<readonly Value[]>;
  total?: readonly Value[];
  /** The head of the table in the first row, for programs that read the sheet. */
  isPlain?: boolean;
}

/** Rows made when they are gone through, so that a long list is never there twice. */
export const eachOf = <Of>(
  list: readonly Of[],
  row: (one: Of) => readonly Value[],
): View['rows'] => ({
  *[Symbol.iterator]() {
    for (const one of list) yield row(one);
  },
});
