import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './toast.module.css';

interface Said {
  text: string;
  /** Offers to take it back. */
  onUndo?: () => void;
}

const SHOWN_MS = 10_000;
const ToastContext = createContext<((said: Said) => void) | null>(null);

/** One line at the foot of the screen for ten seconds; waits while it is pointed at or focused. */
export function ToastPlace({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Said & { at: number }) | null>(null);
  const [isHeld, setHeld] = useState(false);
  const say = useCallback((said: Said) => setShown({ ...said, at: performance.now() }), []);
  const gone = useCallback(() => {
    setShown(null);
    setHeld(false);
  }, []);
  useEffect(() => {
    if (shown === null || isHeld) return;
    const wait = setTimeout(gone, SHOWN_MS);
    return () => clearTimeout(wait);
  }, [shown, isHeld, gone]);
  return (
    <ToastContext value={useMemo(() => say, [say])}>
      {children}
      <div className={classes.place} role="status" aria-live="polite">
        {shown && (
          <div
            className={classes.toast}
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            <span className={classes.text}>{shown.text}</span>
            {shown.onUndo && (
              <button
                type="button"
                className={classes.undo}
                onClick={() => {
                  shown.onUndo?.();
                  gone();
                }}
              >
                {m.my_undo()}
              </button>
            )}
            <button
              type="button"
              className={classes.close}
              aria-label={m.my_close()}
              onClick={gone}
            >
              <X size={18} aria-hidden />
            </button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}

export function useToast(): (said: Said) => void {
  const say = use(ToastContext);
  if (say === null) throw new Error('useToast outside of ToastPlace');
  return say;
}
