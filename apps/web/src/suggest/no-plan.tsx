import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Bar } from '../ui/states';
import classes from './suggestion-view.module.css';

interface NoPlanProps {
  state: 'unknown' | 'failed';
  onChange: () => void;
}

/** Neither a plan nor a proof that there is none, or the search broke off: what to do now. */
export function NoPlan({ state, onChange }: NoPlanProps) {
  return (
    <section className={classes.noPlan}>
      <Bar tone="warn">{state === 'unknown' ? m.suggest_unknown() : m.suggest_failed()}</Bar>
      <p>{state === 'unknown' ? m.suggest_unknown_do() : m.suggest_failed_do()}</p>
      <button type="button" className={buttons.main} onClick={onChange}>
        {m.suggest_change()}
      </button>
    </section>
  );
}
