import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import classes from './points-line.module.css';
import { formatPoints } from './suggest-words';

/** How many points the best plan had at an instant of this machine's clock. */
export interface Moment {
  atMs: number;
  points: number;
}

interface PointsLineProps {
  moments: readonly Moment[];
  bound: number | null;
}

const [WIDTH, HEIGHT, TOP] = [100, 40, 3];

/** The points as they fall, by steps, above what is proven that none can be below. */
export function PointsLine({ moments, bound }: PointsLineProps) {
  const { language } = useLanguage();
  const [first] = moments;
  const last = moments.at(-1);
  if (!first || !last || last.points === first.points) return null;
  const most = Math.max(...moments.map(({ points }) => points));
  const least = Math.min(last.points, bound ?? last.points);
  const xOf = ({ atMs }: Moment) => ((atMs - first.atMs) / (last.atMs - first.atMs || 1)) * WIDTH;
  const yOf = (points: number) =>
    TOP + ((most - points) / (most - least || 1)) * (HEIGHT - 2 * TOP);
  const steps = moments.map((moment, at) => {
    const y = yOf(moment.points).toFixed(2);
    return at === 0 ? `M${xOf(moment).toFixed(2)} ${y}` : `H${xOf(moment).toFixed(2)}V${y}`;
  });
  return (
    <figure className={classes.figure}>
      <svg
        className={classes.line}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
        focusable="false"
      >
        {bound !== null && (
          <line className={classes.bound} x1={0} x2={WIDTH} y1={yOf(bound)} y2={yOf(bound)} />
        )}
        <path className={classes.points} d={steps.join('')} />
      </svg>
      <figcaption>
        {m.suggest_fell({
          from: formatPoints(first.points, language),
          to: formatPoints(last.points, language),
        })}
      </figcaption>
    </figure>
  );
}
