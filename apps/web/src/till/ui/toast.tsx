import { useEffect } from 'react';
import { Undo2 } from './icons';
import { m } from '../../paraglide/messages.js';
import classes from './toast.module.css';

const shownMs = 10_000;

interface ToastProps {
  sentence: string;
  onUndo: () => void;
  onGone: () => void;
}

/** What was just taken away, and a way to have it back. */
export function UndoToast({ sentence, onUndo, onGone }: ToastProps) {
  useEffect(() => {
    const end = setTimeout(onGone, shownMs);
    return () => clearTimeout(end);
  }, [sentence, onGone]);
  return (
    <div className={classes.toast} role="status">
      <span>{sentence}</span>
      <button type="button" onClick={onUndo}>
        <Undo2 size={18} aria-hidden />
        {m.till_undo()}
      </button>
    </div>
  );
}
