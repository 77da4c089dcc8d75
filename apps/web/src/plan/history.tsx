import { Undo2 } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './history.module.css';
import type { Step } from './plan-requests';
import { sayDid } from './plan-words';
import type { Desk } from './use-plan-desk';

/** Who did what and when, newest first; one's own steps can be undone from here. */
export function History({ desk, steps }: { desk: Desk; steps: readonly Step[] }) {
  const { language } = useLanguage();
  if (steps.length === 0) return <p className={classes.none}>{m.plan_history_empty()}</p>;
  return (
    <ol className={classes.list}>
      {steps.map((step) => (
        <li key={step.stepId} className={classes.step}>
          <p className={step.undoneByStepId === null ? undefined : classes.undone}>
            <strong>{step.isOwn ? m.plan_you() : (step.accountName ?? m.plan_someone())}</strong>{' '}
            {sayDid(step, desk.told)}
          </p>
          <div className={classes.foot}>
            <time dateTime={step.at}>
              {formatDateTime(step.at, desk.fair?.timeZone ?? 'UTC', language)}
              {step.undoneByStepId !== null && ` · ${m.plan_history_undone()}`}
            </time>
            {step.isOwn && step.isUndoable && (
              <button
                type="button"
                className={buttons.quiet}
                disabled={desk.isBusy}
                onClick={() => void desk.undo(step.stepId)}
                aria-label={`${m.plan_undo()}: ${sayDid(step, desk.told)}`}
              >
                <Undo2 size={16} aria-hidden />
                {m.plan_undo()}
              </button>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
