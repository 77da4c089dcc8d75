import { useMemo } from 'react';
import { movingMean } from '../board/day-line.rules';
import type { DayLine } from '../board/day-line.rules';
import { formatMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './day-picture.module.css';
import { roundTop } from './wall.rules';

interface DayPictureProps {
  title: string;
  note?: string;
  line: DayLine;
  values: readonly (number | null)[];
  /** A CSS colour. */
  colour: string;
  formatValue: (value: number) => string;
}

const WIDTH = 1_000;
const HEIGHT = 1_000;

/**
 * A day minute by minute as the mean of a quarter of an hour, which can be read across a hall; single
 * minutes cannot. The last ones, which may still change, are dashed.
 */
export function DayPicture({ title, note, line, values, colour, formatValue }: DayPictureProps) {
  const { minutes, provisionalFrom } = line;
  const mean = useMemo(() => movingMean(values), [values]);
  const [first = 0, last = 1] = [minutes[0], minutes.at(-1)];
  const most = Math.max(0, ...mean.map((value) => value ?? 0));
  const top = roundTop(most * 1.05);
  const x = (minute: number) => ((minute - first) / Math.max(1, last - first)) * WIDTH;
  const y = (value: number) => HEIGHT - (Math.max(0, value) / top) * HEIGHT;
  const points = mean.flatMap((value, at) =>
    value === null ? [] : [{ minute: minutes[at] ?? 0, value }],
  );
  const path = (shown: typeof points) =>
    shown
      .map(
        ({ minute, value }, at) =>
          `${at ? 'L' : 'M'}${x(minute).toFixed(1)} ${y(value).toFixed(1)}`,
      )
      .join('');
  const settled = points.filter(({ minute }) => minute < provisionalFrom);
  const provisional = points.filter(({ minute }) => minute >= provisionalFrom - 1);
  const end = x(settled.at(-1)?.minute ?? first).toFixed(1);
  return (
    <figure className={classes.figure}>
      <figcaption>
        {title}
        {note !== undefined && most > 0 && <span> · {note}</span>}
      </figcaption>
      {most === 0 ? (
        <p className={classes.nothing}>{m.line_empty()}</p>
      ) : (
        <div className={classes.plot}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
            {[0, 0.5, 1].map((part) => (
              <path key={part} className={classes.grid} d={`M0 ${HEIGHT * part}H${WIDTH}`} />
            ))}
            {settled.length > 0 && (
              <path
                className={classes.area}
                fill={colour}
                d={`${path(settled)}L${end} ${HEIGHT}L${x(settled[0]?.minute ?? first).toFixed(1)} ${HEIGHT}Z`}
              />
            )}
            <path className={classes.provisional} stroke={colour} d={path(provisional)} />
            <path className={classes.mean} stroke={colour} d={path(settled)} />
          </svg>
          <span className={classes.top}>{formatValue(top)}</span>
          <span className={classes.half}>{formatValue(top / 2)}</span>
          {hoursBetween(first, last).map((minute) => (
            <span
              key={minute}
              className={classes.hour}
              style={{ left: `${(x(minute) / WIDTH) * 100}%` }}
            >
              {formatMinute(minute)}
            </span>
          ))}
        </div>
      )}
    </figure>
  );
}

/** Whole hours, no more than five of them. */
function hoursBetween(first: number, last: number): number[] {
  const step = [60, 120, 180, 240].find((each) => (last - first) / each <= 5) ?? 360;
  const hours: number[] = [];
  for (let minute = Math.ceil(first / step) * step; minute <= last; minute += step) {
    hours.push(minute);
  }
  return hours;
}
