import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './dialog.module.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** Sent by Enter in any field. */
  onSubmit?: () => void;
  /** Without a way out but its own buttons. */
  isFirm?: boolean;
  children: ReactNode;
  actions?: ReactNode;
}

/** A question over the desk: Enter says yes, Esc leaves. */
export function Dialog({ title, onClose, onSubmit, isFirm, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    /* A question that is answered by typing is answered at once. */
    opened?.querySelector('input')?.focus();
    /* Closed before it goes, so that the focus is back where it was. */
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={id}
      onCancel={(event) => isFirm && event.preventDefault()}
      onClose={onClose}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <div className={classes.head}>
          <h2 id={id}>{title}</h2>
          {!isFirm && (
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
        {children}
        {actions && <div className={classes.actions}>{actions}</div>}
      </form>
    </dialog>
  );
}
