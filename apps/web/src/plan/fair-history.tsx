import { useState } from 'react';
import { X } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './fair-history.module.css';
import { History } from './history';
import { readSteps } from './plan-requests';
import type { Step } from './plan-requests';
import type { Desk } from './use-plan-desk';

/** Everything that was done to the plan, a page at a time. */
export function FairHistory({ desk, onClose }: { desk: Desk; onClose?: () => void }) {
  const [older, setOlder] = useState<{ steps: Step[]; next: string | null } | null>(null);
  const next = older ? older.next : (desk.steps?.next ?? null);
  const more = async () => {
    if (next === null) return;
    const page = await readSteps(desk.fairId, { before: next });
    setOlder({ steps: [...(older?.steps ?? []), ...page.steps], next: page.next });
  };
  return (
    <section className={classes.history} aria-label={m.plan_history()}>
      <div className={classes.historyHead}>
        <h2>{m.plan_history()}</h2>
        {onClose && (
          <button
            type="button"
            className={buttons.quiet}
            onClick={onClose}
            aria-label={m.plan_close()}
          >
            <X size={20} aria-hidden />
          </button>
        )}
      </div>
      <History desk={desk} steps={[...(desk.steps?.steps ?? []), ...(older?.steps ?? [])]} />
      {next !== null && (
        <button type="button" className={buttons.button} onClick={() => void more()}>
          {m.plan_history_more()}
        </button>
      )}
    </section>
  );
}
