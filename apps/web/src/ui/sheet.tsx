import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './sheet.module.css';

interface SheetProps {
  title: string;
  onClose: () => void;
  /** Asked before Escape or the cross closes; false keeps it open. */
  mayClose?: () => boolean;
  children: ReactNode;
}

/**
 * A page over the page: from below on a phone, at the right on a desk. The browser keeps the focus
 * inside and gives it back afterwards.
 */
export function Sheet({ title, onClose, mayClose, children }: SheetProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    return () => dialog.close();
  }, []);
  const leave = () => {
    if (mayClose?.() !== false) onClose();
  };
  return (
    <dialog
      ref={box}
      className={classes.sheet}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== box.current) return;
        event.preventDefault();
        leave();
      }}
      onClose={() => {
        if (box.current && !box.current.open) onClose();
      }}
    >
      <header className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        <button
          type="button"
          className={classes.cross}
          onClick={leave}
          aria-label={m.toast_close()}
        >
          <X size={22} aria-hidden />
        </button>
      </header>
      {children}
    </dialog>
  );
}
