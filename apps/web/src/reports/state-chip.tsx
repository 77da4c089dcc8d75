import { m } from '../paraglide/messages.js';
import { standingOf, type Standing } from './reports.rules';
import type { Day } from './reports-requests';
import classes from './state-chip.module.css';

const words: Record<Standing, () => string> = {
  upcoming: m.reports_state_upcoming,
  open: m.reports_state_open,
  silent: m.reports_state_silent,
  provisional: m.reports_state_provisional,
  complete: m.reports_state_complete,
};

/** How a day stands; the mark before the word tells it without colour too. */
export function StateChip({ day }: { day: Day }) {
  const standing = standingOf(day);
  return (
    <span className={`${classes.chip} ${classes[standing]}`} data-testid={`state-${day.day}`}>
      <span className={classes.mark} aria-hidden />
      {words[standing]()}
    </span>
  );
}

/** The same of a single revision. */
export function RevisionChip({ isComplete }: { isComplete: boolean }) {
  const standing = isComplete ? 'complete' : 'provisional';
  return (
    <span className={`${classes.chip} ${classes[standing]}`}>
      <span className={classes.mark} aria-hidden />
      {words[standing]()}
    </span>
  );
}
