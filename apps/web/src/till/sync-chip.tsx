import { CloudOff, CloudUpload, CircleCheck, TriangleAlert } from './ui/icons';
import { m } from '../paraglide/messages.js';
import { useTill } from './core/till-context';
import { openView } from './core/view';
import classes from './till-app.module.css';

/** Whether the ledger has everything; a tap sends now, or opens what needs someone. */
export function SyncChip() {
  const { till, state } = useTill();
  const { outbox, waitingCount, problemCount } = state;
  const hasProblem = problemCount > 0 || (outbox === 'refused' && waitingCount > 0);
  const { tone, Icon, words } = hasProblem
    ? {
        tone: classes.bad,
        Icon: TriangleAlert,
        words: m.till_chip_problem({ count: problemCount || waitingCount }),
      }
    : waitingCount === 0
      ? { tone: classes.good, Icon: CircleCheck, words: m.till_chip_done() }
      : outbox === 'offline'
        ? {
            tone: classes.warn,
            Icon: CloudOff,
            words: m.till_chip_offline({ count: waitingCount }),
          }
        : {
            tone: classes.info,
            Icon: CloudUpload,
            words: m.till_chip_sending({ count: waitingCount }),
          };
  return (
    <button
      type="button"
      className={`${classes.chip} ${tone}`}
      data-testid="sync"
      data-waiting={waitingCount}
      onClick={() => {
        till.sendNow();
        if (hasProblem) openView('sales');
      }}
    >
      <Icon size={16} aria-hidden />
      <span role="status" aria-live="polite">
        {words}
      </span>
    </button>
  );
}
