import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './toast.module.css';

/** As long as a person needs to see what happened and to think again; a refusal has a reason to read. */
const SHOWN_MS = { done: 10_000, news: 7_000, refused: 15_000 };

export interface Toast {
  text: string;
  /** What was done here, unless told; what was refused; or what someone else did. */
  tone?: keyof typeof SHOWN_MS;
  /** Takes back what was done; without it the toast only tells. */
  undo?: () => void;
}

const ToastContext = createContext<((toast: Toast) => void) | null>(null);

type Said = Toast & { at: number };

interface Words {
  said: Said | null;
  /** The latest of others, until what was said of one's own deed has gone. */
  next: Said | null;
}

const isNews = (toast: Toast | null) => toast?.tone === 'news';

/**
 * "Done – undo": in place of a question beforehand. One at a time, at the foot of the screen; it
 * waits while the pointer or the keyboard is on it. What somebody else did takes neither an undo nor
 * the reason of a refusal away: it is said afterwards.
 */
export function ToastPlace({ className, children }: { className?: string; children: ReactNode }) {
  const [{ said }, setWords] = useState<Words>({ said: null, next: null });
  const say = useCallback((toast: Toast) => {
    const spoken = { ...toast, at: performance.now() };
    setWords(({ said, next }) =>
      isNews(toast) && said && !isNews(said) ? { said, next: spoken } : { said: spoken, next },
    );
  }, []);
  const forget = useCallback(() => setWords(({ next }) => ({ said: next, next: null })), []);
  return (
    <ToastContext value={say}>
      {children}
      <div className={className} role="status" aria-live="polite" data-testid="toast">
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

function Shown({ text, tone = 'done', undo, onGone }: Toast & { onGone: () => void }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const wait = setTimeout(onGone, SHOWN_MS[tone]);
    return () => clearTimeout(wait);
  }, [isHeld, onGone, tone]);
  return (
    <div
      className={`${classes.toast} ${classes[tone]}`}
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
