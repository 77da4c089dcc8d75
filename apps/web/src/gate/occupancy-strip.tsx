import { TriangleAlert } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { formatClock } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './count-screen.module.css';
import type { Visits } from './gate-requests';

interface OccupancyStripProps {
  visits: Visits | null;
  timeZone: string | null;
}

/** How many are inside the fair, of how many, as of when; a full fair is said in words too. */
export function OccupancyStrip({ visits, timeZone }: OccupancyStripProps) {
  const { language } = useLanguage();
  const level = visits === null ? 'ok' : alarmOf(visits);
  const count = (number: number) => formatCount(number, language);
  return (
    <section className={classes.strip} data-level={level} aria-label={m.gate_inside()}>
      <p className={classes.inside}>
        <span className={classes.label}>{m.gate_inside()}</span>
        <span className={classes.figure}>
          <strong data-testid="inside">{visits ? count(visits.inside) : '–'}</strong>
          {visits?.capacity != null && <span> / {count(visits.capacity)}</span>}
        </span>
      </p>
      <div className={classes.words}>
        <p role="status" className={classes.sentence} data-testid="capacity-sentence">
          {level !== 'ok' && <TriangleAlert size={18} aria-hidden />}
          <span>
            {visits && sentenceOf(visits, count, (share) => formatShare(share, language))}
          </span>
        </p>
        {visits && timeZone && (
          <p className={classes.label}>
            {m.as_of({ time: formatClock(visits.asOf, timeZone, language) })}
          </p>
        )}
      </div>
    </section>
  );
}

/* Nobody inside and more gone than came: the figure is wrong, and says so like a fair that fills up. */
const alarmOf = ({ level, difference }: Visits) => (difference < 0 ? 'below' : (level ?? 'ok'));

function sentenceOf(
  { level, share, difference }: Visits,
  count: (number: number) => string,
  percent: (share: number) => string,
): string {
  if (level === 'full') return m.gate_full({ share: percent(share ?? 1) });
  if (level === 'near') return m.gate_near({ share: percent(share ?? 0) });
  if (difference < 0) return m.gate_below({ count: count(-difference) });
  return share === null ? '' : m.gate_share({ share: percent(share) });
}
