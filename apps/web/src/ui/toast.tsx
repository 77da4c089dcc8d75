import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './toast.module.css';

/** As long as a person needs to see what happened and to think again. */
const SHOWN_MS = 10_000;

interface Toast {
  text: string;
  /** Takes back what was done; without it the toast only tells. */
  undo?: () => void;
}

const ToastContext = createContext<((toast: Toast) => void) | null>(null);

/**
 * "Done – undo": in place of a question beforehand. One at a time, at the foot of the screen; it
 * waits while the pointer or the keyboard is on it.
 */
export function ToastPlace({ className, children }: { className?: string; children: ReactNode }) {
  const [said, setSaid] = useState<(Toast & { at: number }) | null>(null);
  const say = useCallback((toast: Toast) => setSaid({ ...toast, at: performance.now() }), []);
  const forget = useCallback(() => setSaid(null), []);
  return (
    <ToastContext value={say}>
      {children}
      <div className={className} role="status" aria-live="polite">
        {said && <Shown key={said.at} {...said} onGone={forget} />}
      </div>
    </ToastContext>
  );
}

/** Says one line at the foot of the screen. */
export function useToast(): (toast: Toast) => void {
  const say = use(ToastContext);
  if (say === null) throw new Error('useToast outside of ToastPlace');
  return say;
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
