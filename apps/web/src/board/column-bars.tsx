import classes from './column-bars.module.css';

interface ColumnBarsProps {
  title: string;
  tone: 'first' | 'second';
  values: readonly number[];
  /** The place that is being read. */
  read: number;
  onPoint: (at: number) => void;
}

/** A bar for each hour or day, the tallest filling the height. Negative values draw none. */
export function ColumnBars({ title, tone, values, read, onPoint }: ColumnBarsProps) {
  const most = Math.max(1, ...values);
  return (
    <>
      <p className={`${classes.legend} ${classes[tone]}`}>{title}</p>
      <div className={`${classes.bars} ${classes[tone]}`} aria-hidden>
        {values.map((value, at) => (
          <span
            key={at}
            className={`${classes.slot} ${at === read ? classes.read : ''}`}
            onClick={() => onPoint(at)}
          >
            <span style={{ height: `${(Math.max(0, value) / most) * 100}%` }} />
          </span>
        ))}
      </div>
    </>
  );
}
