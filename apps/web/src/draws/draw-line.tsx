import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import type { DrawSummary } from './draw-requests';
import classes from './draws.module.css';

/** One line about a draw: what for, how many, and how it stands. */
export function DrawLine({ draw, timeZone }: { draw: DrawSummary; timeZone: string }) {
  const { language } = useLanguage();
  const { title, kind, exhibitorCount, preparedAt, drawnAt, withdrawnAt } = draw;
  const time = (instant: string) => formatDateTime(instant, timeZone, language);
  return (
    <>
      <strong>{title}</strong>
      <span className={classes.quiet}>
        {kind === 'order' ? m.draw_kind_order() : m.draw_kind_places()} ·{' '}
        {m.draw_exhibitors({ count: formatCount(exhibitorCount, language) })} ·{' '}
        {withdrawnAt !== null
          ? m.draw_state_withdrawn({ time: time(withdrawnAt) })
          : drawnAt !== null
            ? m.draw_state_drawn({ time: time(drawnAt) })
            : m.draw_state_waits({ time: time(preparedAt) })}
      </span>
    </>
  );
}
