import { LogIn, LogOut } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './count-screen.module.css';
import type { Way } from './tally.rules';

const GROUPS = [5, 10] as const;

interface CountHalfProps {
  way: Way;
  /** Today's total of this gate, as it is written. */
  number: string;
  isReady: boolean;
  onTap: (count: number) => void;
  onGroup: () => void;
}

/** One half of the screen: a tap is one visitor, the row below is for groups. */
export function CountHalf({ way, number, isReady, onTap, onGroup }: CountHalfProps) {
  const Arrow = way === 'in' ? LogIn : LogOut;
  const word = way === 'in' ? m.gate_in() : m.gate_out();
  return (
    <section
      className={`${classes.half} ${classes[way]}`}
      aria-label={word}
      data-testid={`half-${way}`}
    >
      <button
        type="button"
        className={classes.tap}
        disabled={!isReady}
        aria-label={way === 'in' ? m.gate_tap_in({ number }) : m.gate_tap_out({ number })}
        aria-keyshortcuts={way === 'in' ? 'I' : 'O'}
        onClick={() => onTap(1)}
      >
        <span className={classes.word}>
          <Arrow size={30} aria-hidden />
          {word}
        </span>
        <span className={classes.number} data-testid={`count-${way}`}>
          {number}
        </span>
      </button>
      <div className={classes.groups}>
        {GROUPS.map((size) => (
          <button
            key={size}
            type="button"
            className={classes.group}
            disabled={!isReady}
            aria-label={
              way === 'in' ? m.gate_group_in({ count: size }) : m.gate_group_out({ count: size })
            }
            onClick={() => onTap(size)}
          >
            +{size}
          </button>
        ))}
        <button type="button" className={classes.group} disabled={!isReady} onClick={onGroup}>
          {m.gate_group()}
        </button>
      </div>
    </section>
  );
}
