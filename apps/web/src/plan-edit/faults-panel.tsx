import { CircleCheck, OctagonAlert, TriangleAlert, X } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import type { Fault } from './drawing.rules';
import classes from './faults-panel.module.css';

interface FaultsPanelProps {
  faults: readonly Fault[];
  onShow: (fault: Fault) => void;
  onClose: () => void;
}

const MOST = 200;

/** What the check found, as of the last save; a press goes to the place. */
export function FaultsPanel({ faults, onShow, onClose }: FaultsPanelProps) {
  const { language } = useLanguage();
  return (
    <section className={classes.panel} aria-label={m.edit_faults()} data-testid="faults">
      <header className={classes.head}>
        <h2>{m.edit_faults()}</h2>
        <button
          type="button"
          className={buttons.quiet}
          onClick={onClose}
          aria-label={m.plan_close()}
        >
          <X size={20} aria-hidden />
        </button>
      </header>
      {faults.length === 0 ? (
        <p className={classes.none}>
          <CircleCheck size={20} aria-hidden />
          {m.edit_faults_none()}
        </p>
      ) : (
        <ul className={classes.list}>
          {faults.slice(0, MOST).map((fault, at) => (
            <li key={at}>
              <button type="button" onClick={() => onShow(fault)} data-blocks={fault.isBlocking}>
                {fault.isBlocking ? (
                  <OctagonAlert size={18} aria-hidden />
                ) : (
                  <TriangleAlert size={18} aria-hidden />
                )}
                <span>
                  {fault[language]}
                  {fault.isBlocking && <small>{m.edit_fault_blocks()}</small>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {faults.length > MOST && (
        <p className={classes.none}>{m.edit_faults_more({ count: faults.length - MOST })}</p>
      )}
    </section>
  );
}
