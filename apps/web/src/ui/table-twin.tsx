import { Suspense, createContext, lazy, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from './buttons.module.css';
import { importAnew } from './import-anew';
import classes from './table-twin.module.css';

const loadTable = () => import('./twin-table');

/* Few look at a table, and it is most of a twin: it comes when somebody does. */
const TwinTable = lazy(() =>
  loadTable().catch((failure: unknown) => importAnew(failure, loadTable)),
);

/** Whole VND, whole VND to the last đồng on screen too, a count, or a share from 0 to 1. */
export type TwinUnit = 'vnd' | 'exactVnd' | 'count' | 'share';
export type TwinValue = string | number | null;

export interface TwinColumn<Row> {
  title: string;
  /** Words, or a figure in the column's unit; null where there is none. */
  cell: (row: Row) => TwinValue;
  unit?: TwinUnit;
  /** Words that stand to the right, as figures do. */
  isNumber?: boolean;
  /** Holds long names: kept wide enough to read, the table scrolls instead. */
  isName?: boolean;
}

/** What a twin shows, as values. */
export interface ShownTwin {
  title: string;
  columns: readonly Omit<TwinColumn<never>, 'cell'>[];
  keys: readonly string[];
  rows: readonly (readonly TwinValue[])[];
  total?: readonly TwinValue[];
  note?: string;
  /** Of when it is, ISO 8601, when that is not the screen's own as-of. */
  asOf?: string;
}

/** How a screen saves its twins as files, with what their figures stand on; null: it does not. */
export const SaveTwin = createContext<((twin: ShownTwin) => Promise<void>) | null>(null);

export interface TableTwinProps<Row> {
  title: string;
  columns: readonly TwinColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Last row of the table, one value per column. */
  total?: readonly TwinValue[];
  /** Controls beside the title that belong to the picture. */
  controls?: ReactNode;
  note?: string;
  asOf?: string;
  className?: string;
  children: ReactNode;
}

/** A card with a picture, and the same numbers as a table one tap away. */
export function TableTwin<Row>(props: TableTwinProps<Row>) {
  const { title, controls, note, className, children } = props;
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
        <Suspense fallback={children}>
          <TwinTable twin={shownTwin(props)} titleId={titleId} />
        </Suspense>
      ) : (
        children
      )}
      {note && <p className={classes.note}>{note}</p>}
    </section>
  );
}

/* A table is of values: what it shows is what it saves. */
const shownTwin = <Row,>({ rows, keyOf, ...twin }: TableTwinProps<Row>): ShownTwin => ({
  ...twin,
  keys: rows.map(keyOf),
  rows: rows.map((row) => twin.columns.map(({ cell }) => cell(row))),
});
