import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from './buttons.module.css';
import classes from './table-twin.module.css';

export interface TwinColumn<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** Holds long names: kept wide enough to read, the table scrolls instead. */
  isName?: boolean;
}

interface TableTwinProps<Row> {
  title: string;
  columns: readonly TwinColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Last row of the table, one cell per column. */
  total?: readonly ReactNode[];
  /** Controls beside the title that belong to the picture. */
  controls?: ReactNode;
  note?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A card with a picture, and the same numbers as a table one tap away. */
export function TableTwin<Row>(props: TableTwinProps<Row>) {
  const { title, columns, rows, keyOf, total, controls, note, className, children } = props;
  const [isTable, setTable] = useState(false);
  const titleId = useId();
  const Icon = isTable ? ChartNoAxesColumn : Table2;
  return (
    <section className={`${classes.card} ${className ?? ''}`} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {!isTable && controls}
        <button
          type="button"
          className={buttons.quiet}
          onClick={() => setTable(!isTable)}
          aria-label={isTable ? m.show_picture_of({ title }) : m.show_table_of({ title })}
        >
          <Icon size={16} aria-hidden />
          <span>{isTable ? m.show_picture() : m.show_table()}</span>
        </button>
      </div>
      {isTable ? (
        <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby={titleId}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.title} scope="col" className={cellClass(column)}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={keyOf(row)}>
                  {columns.map((column) => (
                    <td key={column.title} className={cellClass(column)}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {total && (
              <tfoot>
                <tr>
                  {columns.map((column, at) => (
                    <td key={column.title} className={cellClass(column)}>
                      {total[at]}
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      ) : (
        children
      )}
      {note && <p className={classes.note}>{note}</p>}
    </section>
  );
}

const cellClass = (column: { isNumber?: boolean; isName?: boolean }) =>
  column.isNumber ? classes.number : column.isName ? classes.name : undefined;
