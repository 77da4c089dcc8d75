import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { signOut } from '../api/client';
import { m } from '../paraglide/messages.js';
import { PinPad } from '../pin/pin-pad';
import buttons from '../ui/buttons.module.css';
import { forgetLock } from './gate-lock';
import classes from './lock-dialog.module.css';

interface LockDialogProps {
  name: string;
  lockedUntilMs: number;
  onTry: (digits: string) => Promise<boolean>;
}

/** Over everything while this phone is locked; what was counted goes on being sent. */
export function LockedDialog({ name, lockedUntilMs, onTry }: LockDialogProps) {
  const [isFailed, setFailed] = useState(false);
  const leave = async () => {
    try {
      await signOut();
      await forgetLock();
      location.assign('/?next=/gate/');
    } catch {
      setFailed(true);
    }
  };
  return (
    <Over title={m.gate_locked()} isHeld>
      <p>{m.till_pin_of({ name })}</p>
      <PinPad
        lockedUntilMs={lockedUntilMs}
        enter={m.till_pin_enter()}
        enterClass={buttons.main ?? ''}
        onTry={onTry}
      />
      <button type="button" className={buttons.quiet} onClick={() => void leave()}>
        {m.gate_lock_forgotten()}
      </button>
      <p role="alert">{isFailed && m.gate_lock_offline()}</p>
    </Over>
  );
}

interface ChoosePinProps {
  onChoose: (digits: string) => void;
  onClose: () => void;
}

/** A PIN for this phone, typed twice. */
export function ChoosePinDialog({ onChoose, onClose }: ChoosePinProps) {
  const [first, setFirst] = useState<string | null>(null);
  const isAgain = first !== null;
  return (
    <Over title={m.gate_lock_choose()} onClose={onClose}>
      <p>{isAgain ? m.gate_lock_again() : m.gate_lock_text()}</p>
      <PinPad
        key={String(isAgain)}
        lockedUntilMs={0}
        enter={isAgain ? m.gate_lock() : m.gate_lock_next()}
        enterClass={buttons.main ?? ''}
        wrong={m.gate_lock_differs()}
        onTry={(digits) => {
          if (!isAgain) setFirst(digits);
          else if (digits === first) onChoose(digits);
          return Promise.resolve(!isAgain || digits === first);
        }}
      />
      <button type="button" className={buttons.quiet} onClick={onClose}>
        {m.gate_group_cancel()}
      </button>
    </Over>
  );
}

interface OverProps {
  title: string;
  /** Nothing closes it but the right PIN. */
  isHeld?: boolean;
  onClose?: () => void;
  children: ReactNode;
}

function Over({ title, isHeld = false, onClose, children }: OverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  /* Keys are digits here: none of them may press the button that happens to have the focus. */
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={classes.over}
      aria-labelledby={id}
      onCancel={(event) => isHeld && event.preventDefault()}
      onClose={() => (isHeld ? dialog.current?.showModal() : onClose?.())}
    >
      <div className={classes.inside}>
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
