import { formatClock } from '../i18n/times';
import { useLanguage } from '../i18n/language';
import type { LiveState } from '../live/live.rules';
import { m } from '../paraglide/messages.js';
import classes from './as-of-chip.module.css';

interface AsOfChipProps {
  state: LiveState | 'past';
  asOf: string | null;
  timeZone: string | null;
}

const words = {
  live: m.live_live,
  connecting: m.live_connecting,
  stale: m.live_stale,
  offline: m.live_offline,
  past: m.board_past_day,
};

/**
 * Up to when the numbers hold. Only the state is announced: reading out a clock every five
 * seconds would drown everything else.
 */
export function AsOfChip({ state, asOf, timeZone }: AsOfChipProps) {
  const { language } = useLanguage();
  return (
    <span className={`${classes.chip} ${classes[state]}`} data-testid="as-of" data-state={state}>
      <span className={classes.dot} aria-hidden />
      <span aria-live="polite">{words[state]()}</span>
      {asOf !== null && timeZone !== null && (
        <span className={classes.time}>
          {m.as_of({ time: formatClock(asOf, timeZone, language) })}
        </span>
      )}
    </span>
  );
}
