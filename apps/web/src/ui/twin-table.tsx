import { useContext, useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from './buttons.module.css';
import { Money } from './figures';
import { SaveTwin } from './table-twin';
import type { ShownTwin, TwinUnit, TwinValue } from './table-twin';
import classes from './table-twin.module.css';

/** The table of a twin, and its file where the screen knows what the figures stand on. */
export default function TwinTable({ twin, titleId }: { twin: ShownTwin; titleId: string }) {
  const { columns, keys, rows, total } = twin;
  return (
    <>
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
            {rows.map((row, at) => (
              <tr key={keys[at]}>
                {columns.map((column, place) => (
                  <td key={column.title} className={cellClass(column)}>
                    <Value unit={column.unit} value={row[place] ?? null} />
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
                    <Value unit={column.unit} value={total[at] ?? ''} />
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <SaveButton twin={twin} />
    </>
  );
}

function SaveButton({ twin }: { twin: ShownTwin }) {
  const save = useContext(SaveTwin);
  const [isFailed, setFailed] = useState(false);
  if (save === null) return null;
  const start = () => {
    setFailed(false);
    save(twin).catch(() => setFailed(true));
  };
  return (
    <button
      type="button"
      className={`${buttons.quiet} ${classes.save}`}
      onClick={start}
      aria-label={isFailed ? undefined : m.csv_of({ title: twin.title })}
    >
      {isFailed ? m.csv_again() : m.csv()}
    </button>
  );
}

function Value({ unit, value }: { unit: TwinUnit | undefined; value: TwinValue }) {
  const { language } = useLanguage();
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (unit === 'vnd') return <Money vnd={value} />;
  if (unit === 'exactVnd') return formatVnd(value, language);
  return unit === 'share' ? formatShare(value, language) : formatCount(value, language);
}

const cellClass = ({ unit, isNumber, isName }: ShownTwin['columns'][number]) =>
  unit || isNumber ? classes.number : isName ? classes.name : undefined;
