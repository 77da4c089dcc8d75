import { useLanguage } from '../i18n/language';
import { formatAxisVnd, formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import type { BoothsPage } from './further-requests';
import classes from './heat-card.module.css';
import type { HeatMetric } from './heat-time.rules';

type HeatClass = BoothsPage['heat']['revenue'][number];

interface HeatLegendProps {
  /** Best first. */
  rows: readonly HeatClass[];
  metric: HeatMetric;
  /** How many booths are in each class by the time that is shown, 0 for none yet; null for the whole day. */
  counts: ReadonlyMap<number, number> | null;
}

/** What the six colours mean. They are those of the whole day, whatever time is shown. */
export function HeatLegend({ rows, metric, counts }: HeatLegendProps) {
  const { language } = useLanguage();
  const amount = (value: number) =>
    metric === 'sales' ? formatCount(value, language) : formatAxisVnd(value, language);
  const ranks = ({ firstRank, lastRank }: HeatClass) =>
    firstRank === lastRank
      ? m.heat_rank_one({ first: firstRank })
      : m.heat_ranks({ first: firstRank, last: lastRank });
  const ofTheDay = (row: HeatClass) =>
    row.least !== null && row.most !== null
      ? row.least === row.most
        ? amount(row.most)
        : `${amount(row.least)} – ${amount(row.most)}`
      : ranks(row);
  /* By a time an amount may lie between two classes, or below the least of them. */
  const byATime = (row: HeatClass, at: number) => {
    const above = rows[at - 1];
    if (row.least === null) return m.heat_like_ranks({ ranks: ranks(row) });
    return at === rows.length - 1 && above?.least
      ? m.heat_below({ amount: amount(above.least) })
      : m.heat_from({ amount: amount(row.least) });
  };
  return (
    <ul className={classes.legend} aria-label={m.heat_legend()}>
      {rows.map((row, at) => (
        <li key={row.heat}>
          <span
            className={classes.swatch}
            style={{
              background: `var(--heat-${row.heat})`,
              color: `var(--heat-ink-${row.heat})`,
            }}
            aria-hidden
          >
            {counts === null ? row.boothCount : row.heat}
          </span>
          <span>
            {counts === null
              ? ofTheDay(row)
              : m.heat_class_count({
                  words: byATime(row, at),
                  count: formatCount(counts.get(row.heat) ?? 0, language),
                })}
          </span>
        </li>
      ))}
      <li>
        <span className={`${classes.swatch} ${classes.none}`} aria-hidden />
        <span>{m.heat_none()}</span>
      </li>
    </ul>
  );
}
