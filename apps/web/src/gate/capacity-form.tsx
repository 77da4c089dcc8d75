import { useCallback, useId, useState } from 'react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './gate-page.module.css';
import { readCapacity, setCapacity } from './gate-requests';
import { useAnswer } from './use-answer';

/** For organizers: how many may be inside before the gates warn. */
export function CapacityForm({ fairId }: { fairId: string }) {
  const { language } = useLanguage();
  const { asked } = useAnswer(useCallback(() => readCapacity(fairId), [fairId]));
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState<{ isFault: boolean; text: string } | null>(null);
  const id = useId();
  if (asked.state !== 'answered') return null;
  const shown = typed ?? asked.answer.visitors?.toString() ?? '';

  const save = async () => {
    const visitors = shown.trim() === '' ? null : Number(shown);
    try {
      const kept = await setCapacity(fairId, visitors);
      setSaid({
        isFault: false,
        text:
          kept.visitors === null
            ? m.gate_capacity_none()
            : m.gate_capacity_saved({ count: formatCount(kept.visitors, language) }),
      });
    } catch (fault) {
      const sentence = fault instanceof Problem ? fault.sentence(language) : null;
      setSaid({ isFault: true, text: sentence ?? m.error_unreachable() });
    }
  };

  return (
    <form
      className={classes.capacity}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={id}>{m.gate_capacity_label()}</label>
      <p className={classes.hint} id={`${id}-hint`}>
        {m.gate_capacity_hint()}
      </p>
      <div className={classes.row}>
        <input
          id={id}
          className={classes.input}
          type="number"
          inputMode="numeric"
          min={1}
          max={1_000_000}
          step={1}
          value={shown}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className={buttons.main}>
          {m.gate_capacity_save()}
        </button>
      </div>
      <p role="status" className={said?.isFault ? classes.fault : classes.hint}>
        {said?.text}
      </p>
    </form>
  );
}
