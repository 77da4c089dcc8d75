import { useState } from 'react';
import buttons from './buttons.module.css';
import classes from './asked-twice.module.css';

interface AskedTwiceProps {
  /** What the deed is called, on both buttons that do it. */
  deed: string;
  /** The first button's name for those who do not see which row it stands in. */
  deedOf: string;
  question: string;
  keep: string;
  isPending: boolean;
  onSure: () => void;
}

/** A button for what cannot be taken back: it asks in its row before it does it. */
export function AskedTwice({ deed, deedOf, question, keep, isPending, onSure }: AskedTwiceProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <button
        type="button"
        className={buttons.button}
        aria-label={deedOf}
        onClick={() => setAsked(true)}
      >
        {deed}
      </button>
    );
  }
  return (
    <div className={classes.sure} role="alert">
      <p>{question}</p>
      <div className={classes.answers}>
        <button type="button" className={buttons.button} autoFocus onClick={() => setAsked(false)}>
          {keep}
        </button>
        <button
          type="button"
          className={`${buttons.button} ${classes.danger}`}
          disabled={isPending}
          onClick={onSure}
        >
          {deed}
        </button>
      </div>
    </div>
  );
}
