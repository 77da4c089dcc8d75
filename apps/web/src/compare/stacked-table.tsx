import type { ReactNode } from 'react';
import classes from './stacked-table.module.css';

export interface Column {
  title: string;
  isNumber?: boolean;
}

interface StackedTableProps {
  title: string;
  /** The first names the rows. */
  columns: readonly Column[];
  children: ReactNode;
}

/**
 * A table whose rows stand as blocks on a phone, each figure with the title of its column. The roles
 * are said, since a table that is not laid out as one is none to some screen readers.
 */
export function StackedTable({ title, columns, children }: StackedTableProps) {
  return (
    <table role="table" aria-label={title} className={classes.table}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column, at) => (
            <th
              key={at}
              role="columnheader"
              scope="col"
              className={column.isNumber ? classes.number : undefined}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      {children}
    </tr>
  );
}

interface CellProps {
  /** Of its column, as a phone shows it. */
  title: string;
  isNumber?: boolean;
  /** Left out on a phone. */
  isUnknown?: boolean;
  children: ReactNode;
}

export function Cell({ title, isNumber = false, isUnknown = false, children }: CellProps) {
  return (
    <td
      role="cell"
      data-title={title}
      data-unknown={isUnknown || undefined}
      className={isNumber ? classes.number : undefined}
    >
      <div className={classes.value}>{children}</div>
    </td>
  );
}
