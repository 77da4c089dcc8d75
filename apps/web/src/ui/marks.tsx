import { FlaskConical, History } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './marks.module.css';

/** Says that the fair is invented; stands beside its name on every screen. */
export function DemoMark() {
  return (
    <span className={`${classes.mark} ${classes.demo}`} title={m.demo_meaning()}>
      <FlaskConical size={14} aria-hidden />
      {m.demo()}
    </span>
  );
}

/** Says that the screen's time is simulated. */
export function MovedClockMark({ speed }: { speed: number }) {
  return (
    <span className={`${classes.mark} ${classes.clock}`} title={m.clock_moved_meaning()}>
      <History size={14} aria-hidden />
      {speed === 1 ? m.clock_moved_plain() : m.clock_moved({ speed })}
    </span>
  );
}
