import type { ReactNode } from 'react';
import classes from './bar-list.module.css';

export interface BarRow {
  key: string;
  label: ReactNode;
  sub?: ReactNode;
  /** Length of the bar; a row with null has none. */
  size: number | null;
  value: ReactNode;
  /** Beside the value, quieter: a share, or exits beside entries. */
  aside?: ReactNode;
}

interface BarListProps {
  rows: readonly BarRow[];
  colour?: 1 | 2 | 3 | 4 | 5;
}

/** Names with a bar each, the longest filling the width. Negative sizes draw no bar. */
export function BarList({ rows, colour = 1 }: BarListProps) {
  const longest = Math.max(1, ...rows.map((row) => row.size ?? 0));
  return (
    <ul className={classes.list} style={{ '--bar': `var(--chart-${colour})` } as BarStyle}>
      {rows.map((row) => (
        <li key={row.key} className={classes.row}>
          <div className={classes.words}>
            <span className={classes.label}>{row.label}</span>
            <span className={classes.value}>
              {row.value}
              {row.aside && <span className={classes.aside}>{row.aside}</span>}
            </span>
          </div>
          {row.size !== null && (
            <div className={classes.track} aria-hidden>
              <div
                className={classes.bar}
                style={{ width: `${(Math.max(row.size, 0) / longest) * 100}%` }}
              />
            </div>
          )}
          {row.sub && <span className={classes.sub}>{row.sub}</span>}
        </li>
      ))}
    </ul>
  );
}

type BarStyle = React.CSSProperties & Record<'--bar', string>;
