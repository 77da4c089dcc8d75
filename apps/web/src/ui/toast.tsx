import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './toast.module.css';

/** As long as a person needs to see what happened and to think again. */
const SHOWN_MS = 10_000;

export interface Toast {
  text: string;
  /** Takes back what was done; without it the toast only tells. */
  undo?: () => void;
}

interface Toaster {
  say: (toast: Toast) => void;
  /** To be drawn once, at the end of the screen. */
  toast: ReactNode;
}

/**
 * "Done – undo": in place of a question beforehand. One at a time; it waits while the pointer or the
 * keyboard is on it.
 */
export function useToast(): Toaster {
  const [said, setSaid] = useState<(Toast & { at: number }) | null>(null);
  const forget = useCallback(() => setSaid(null), []);
  return {
    say: (toast) => setSaid({ ...toast, at: Date.now() }),
    toast: (
      <div role="status" aria-live="polite">
        {said && <Shown key={said.at} {...said} onGone={forget} />}
      </div>
    ),
  };
}

function Shown({ text, undo, onGone }: Toast & { onGone: () => void }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const wait = setTimeout(onGone, SHOWN_MS);
    return () => clearTimeout(wait);
  }, [isHeld, onGone]);
  return (
    <div
      className={classes.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={classes.text}>{text}</span>
      {undo && (
        <button
          type="button"
          className={classes.undo}
          onClick={() => {
            undo();
            onGone();
          }}
        >
          {m.toast_undo()}
        </button>
      )}
      <button type="button" className={classes.close} aria-label={m.toast_close()} onClick={onGone}>
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}
