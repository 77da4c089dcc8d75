import type { ReactNode } from 'react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import classes from './fees.module.css';

interface FeeFormProps {
  label: string;
  /** What the button that saves says; "save" unless told. */
  save?: string;
  isReady: boolean;
  isPending: boolean;
  problem: Error | null;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form inside a card: its fields in as many columns as there is room for. */
export function FeeForm(props: FeeFormProps) {
  const { label, save, isReady, isPending, problem, onSave, onClose, children } = props;
  return (
    <form
      className={classes.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isPending) onSave();
      }}
    >
      <div className={classes.fields}>{children}</div>
      {problem && <ProblemLine problem={problem} />}
      <div className={classes.deeds}>
        <button type="submit" className={buttons.main} disabled={!isReady || isPending}>
          {save ?? m.fee_save()}
        </button>
        <button type="button" className={buttons.button} onClick={onClose}>
          {m.fee_cancel()}
        </button>
      </div>
    </form>
  );
}

/** The whole number that was typed, however it was grouped; null for anything else. */
export function wholeNumber(text: string): number | null {
  const plain = text.replace(/[\s.,_]/g, '');
  return /^\d{1,12}$/.test(plain) ? Number(plain) : null;
}
