import { columnsOf } from './roster-columns';
import { findColumns, foldedHead, type FoundColumns } from './find-columns.rules';
import { ROSTER_BOUNDS } from './roster-bounds';
import type { RosterRow } from './roster-row';
import { RosterUnread } from './roster-unread';

/** What a file holds of ours. */
export interface ReadRoster {
  rows: RosterRow[];
  /** Columns under a head that is none of ours, and sheets without our heads. */
  unread: { sheet: string; heads: string[] }[];
}

/* A title and a date may stand over the table. */
const HEAD_WITHIN_ROWS = 20;
/* More than any of our columns may hold, so that what is longer is seen to be. */
const LONGEST_CELL = 2_001;
/* Rows that hold nothing are read over, and not for ever. */
const MOST_ROWS_SEEN = 200_000;

/** Gathers the rows of one sheet after another, within bounds. */
export class RosterTables {
  private readonly rows: RosterRow[] = [];
  private readonly unread: ReadRoster['unread'] = [];
  private seen = 0;

  /** Begins a sheet; what is given to it row by row answers whether more is wanted. */
  sheet(name: string): {
    take: (row: number, cells: readonly string[]) => boolean;
    end: () => void;
  } {
    let columns: FoundColumns | null = null;
    let looked = 0;
    let isBlank = true;
    const take = (row: number, cells: readonly string[]): boolean => {
      this.seen += 1;
      if (this.seen > MOST_ROWS_SEEN) throw this.tooMany(name, row);
      if (cells.every((cell) => cell.trim() === '')) return true;
      isBlank = false;
      if (columns === null) {
        columns = findColumns(cells);
        if (columns) this.rememberUnread(name, cells, columns);
        looked += 1;
        return columns !== null || looked < HEAD_WITHIN_ROWS;
      }
      const kept = cellsIn(columns, cells);
      if (Object.keys(kept).length === 0) return true;
      if (this.rows.length === ROSTER_BOUNDS.rows) throw this.tooMany(name, row);
      this.rows.push({ part: columns.part, sheet: name, row, cells: kept });
      return true;
    };
    const end = () => {
      if (columns === null && !isBlank) this.unread.push({ sheet: name, heads: [] });
    };
    return { take, end };
  }

  /** Everything that was gathered. Refuses a file without rows of ours. */
  end(): ReadRoster {
    if (this.rows.length === 0) throw new RosterUnread({ code: 'roster_without_rows' });
    return { rows: this.rows, unread: this.unread };
  }

  private rememberUnread(sheet: string, cells: readonly string[], { at }: FoundColumns): void {
    const known = new Set(Object.values(at));
    const heads = cells.filter((cell, column) => foldedHead(cell) !== '' && !known.has(column));
    if (heads.length > 0)
      this.unread.push({
        sheet,
        heads: heads.slice(0, 50).map((head) => head.trim().slice(0, 100)),
      });
  }

  private tooMany(sheet: string, row: number): Error {
    return new RosterUnread({ code: 'roster_too_many_rows', sheet: sheet.slice(0, 100), row });
  }
}

function cellsIn({ part, at }: FoundColumns, cells: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const field of Object.keys(columnsOf(part))) {
    const column = at[field];
    const text = column === undefined ? '' : (cells[column] ?? '').trim();
    if (text !== '') kept[field] = storable(text.slice(0, LONGEST_CELL));
  }
  return kept;
}

/* Neither a NUL nor half of a letter can be kept: another control sign stands for it, so that it is seen. */
const storable = (text: string) => text.replace(/\0|\p{Cs}/gu, '\u0001');
