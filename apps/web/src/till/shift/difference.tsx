import { m } from '../../paraglide/messages.js';
import { useVnd } from '../ui/parts';
import classes from './shift.module.css';

/** Counted less expected, large: nobody should have to look for it. */
export function Difference({ differenceVnd }: { differenceVnd: number }) {
  const vnd = useVnd();
  const isEven = differenceVnd === 0;
  return (
    <p
      className={`${classes.difference} ${isEven ? classes.even : classes.off}`}
      aria-live="polite"
    >
      <span>
        {isEven
          ? m.till_difference_none()
          : differenceVnd < 0
            ? m.till_difference_short()
            : m.till_difference_over()}
      </span>
      <strong data-testid="difference" data-value={differenceVnd}>
        {differenceVnd > 0 ? '+' : ''}
        {vnd(differenceVnd)}
      </strong>
    </p>
  );
}
