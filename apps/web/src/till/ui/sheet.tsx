import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { X } from './icons';
import { m } from '../../paraglide/messages.js';
import classes from './sheet.module.css';

interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays in view under what scrolls. */
  foot?: ReactNode;
  /** Wider than a phone, where there is room. */
  isWide?: boolean;
}

/** Over the screen: from below on a phone, in the middle elsewhere. Escape and the cross close it. */
export function Sheet({ title, onClose, children, foot, isWide = false }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${classes.sheet} ${isWide ? classes.wide : ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={classes.head}>
        <h2 id={heading} className={classes.title} tabIndex={-1} autoFocus>
          {title}
        </h2>
        <button
          type="button"
          className={classes.close}
          onClick={onClose}
          aria-label={m.till_close_sheet()}
        >
          <X size={24} aria-hidden />
        </button>
      </header>
      <div className={classes.body}>{children}</div>
      {foot && <footer className={classes.foot}>{foot}</footer>}
    </dialog>
  );
}
