import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import classes from './form.module.css';

interface FormProps {
  children: ReactNode;
  /** What the server said to the last attempt. */
  problem: Error | null;
  isPending: boolean;
  /** Fields that a problem may speak of; any other is said above. */
  fields: readonly string[];
  onSave: () => void;
  /** Beside the button that saves. */
  aside?: ReactNode;
  /** Asks whether unsaved changes may go. */
  leaving?: { onDiscard: () => void; onStay: () => void } | null;
}

/**
 * The body of a sheet that saves. What is wrong with a field stands under it, anything else above
 * the button; the first wrong field takes the focus.
 */
export function Form(props: FormProps) {
  const { children, problem, isPending, fields, onSave, aside, leaving } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem === null) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSave();
  };
  const isSaidByFields =
    problem instanceof Problem &&
    problem.errors.length > 0 &&
    problem.errors.every(({ field }) => fields.includes(field));
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.body}>{children}</div>
      <div className={classes.foot}>
        {problem && !isSaidByFields && <ProblemLine problem={problem} />}
        {leaving ? (
          <div className={classes.leaving} role="alert">
            <p>{m.my_unsaved()}</p>
            <div className={classes.actions}>
              <button type="button" className={buttons.button} onClick={leaving.onDiscard}>
                {m.my_discard()}
              </button>
              <button type="button" className={buttons.main} onClick={leaving.onStay}>
                {m.my_keep_editing()}
              </button>
            </div>
          </div>
        ) : (
          <div className={classes.actions}>
            {aside}
            <button type="submit" className={buttons.main} aria-disabled={isPending}>
              {isPending ? m.my_saving() : m.my_save()}
            </button>
          </div>
        )}
      </div>
    </form>
  );
}

/** What the server says of one field. */
export function useFieldErrors(problem: Error | null): (field: string) => string | null {
  const { language } = useLanguage();
  const errors = problem instanceof Problem ? problem.errors : [];
  return (field) => {
    const found = errors.find((error) => error.field === field);
    if (!found) return null;
    return language === 'vi' ? found.detailVi : found.detailEn;
  };
}

/** Whether a sheet with unsaved changes may go: the first attempt asks. */
export function useLeaving(isDirty: boolean, onClose: () => void) {
  const [isAsking, setAsking] = useState(false);
  const mayClose = () => {
    if (!isDirty || isAsking) return true;
    setAsking(true);
    return false;
  };
  const leaving = isAsking ? { onDiscard: onClose, onStay: () => setAsking(false) } : null;
  return { mayClose, leaving };
}
