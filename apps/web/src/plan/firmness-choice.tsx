import { m } from '../paraglide/messages.js';
import { Choice } from '../ui/choice';
import classes from './firmness-choice.module.css';
import type { Firmness, State } from './plan-requests';
import { TERMS, usualTerm } from './plan.rules';
import { termText } from './plan-words';

const words: Record<State, () => string> = {
  confirmed: m.firm_confirmed,
  held: m.firm_held,
  offered: m.firm_offered,
};

interface FirmnessChoiceProps {
  firmness: Firmness;
  onChoose: (firmness: Firmness) => void;
}

/** Give for good, hold or offer, and for how long. */
export function FirmnessChoice({ firmness, onChoose }: FirmnessChoiceProps) {
  const { state, forMinutes } = firmness;
  return (
    <>
      <Choice
        label={m.firm_label()}
        value={state}
        options={(['confirmed', 'held', 'offered'] as const).map((value) => ({
          value,
          name: words[value](),
        }))}
        onChoose={(next) =>
          onChoose({
            state: next,
            forMinutes: next === 'confirmed' ? undefined : usualTerm(next),
          })
        }
      />
      {forMinutes !== undefined && (
        <select
          className={classes.term}
          aria-label={m.firm_term()}
          value={forMinutes}
          onChange={(event) => onChoose({ state, forMinutes: Number(event.target.value) })}
        >
          {TERMS.map((minutes) => (
            <option key={minutes} value={minutes}>
              {termText(minutes)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
