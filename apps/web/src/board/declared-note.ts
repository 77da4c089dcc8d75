import { formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { m } from '../paraglide/messages.js';
import type { TwinColumn, TwinValue } from '../ui/table-twin';

/** How much of a picture's money booths declared, or that it is left out; nothing where there is none. */
export function declaredNote(
  { revenue, withheld }: Pick<Board, 'revenue' | 'withheld'>,
  language: 'vi' | 'en',
): string | undefined {
  if (withheld.includes('declared')) return m.withheld_declared();
  const { declaredVnd } = revenue;
  if (!declaredVnd) return undefined;
  return m.declared_within({ amount: formatVnd(declaredVnd, language) });
}

type Told = Pick<Board, 'revenue'>;

/** A column of a table with how much of each row was declared; none where nothing was. */
export const declaredColumn = ({ revenue }: Told): TwinColumn<{ declaredVnd: number | null }>[] =>
  revenue.declaredVnd === 0
    ? []
    : [{ title: m.col_declared(), cell: (row) => row.declaredVnd, unit: 'vnd' }];

/** What stands below that column. */
export const declaredTotal = ({ revenue }: Told): TwinValue[] =>
  revenue.declaredVnd === 0 ? [] : [revenue.declaredVnd];
