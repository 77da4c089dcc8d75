import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { m } from '../paraglide/messages.js';
import { Keypad } from '../till/ui/keypad';
import { isPin, lockedForMs } from './pin.rules';
import classes from './pin-pad.module.css';

interface PinPadProps {
  /** Until when no further PIN may be tried; 0 when it may. */
  lockedUntilMs: number;
  /** What the button does. */
  enter: string;
  enterClass: string;
  /** Whether these digits are taken. */
  onTry: (digits: string) => Promise<boolean>;
  /** What is said of digits that are not; that they are wrong unless told. */
  wrong?: string;
}

/** Asks for a PIN; says how long it stays locked after too many wrong ones. */
export function PinPad({ lockedUntilMs, enter, enterClass, onTry, wrong }: PinPadProps) {
  const [digits, setDigits] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const lockedSeconds = useLockedSeconds(lockedUntilMs);
  const isLocked = lockedSeconds > 0;

  const press = (key: string) => {
    if (isLocked || isChecking) return;
    setWrong(false);
    setDigits((before) => (key === 'back' ? before.slice(0, -1) : `${before}${key}`.slice(0, 6)));
  };
  const check = async () => {
    if (!isPin(digits) || isLocked || isChecking) return;
    setChecking(true);
    const isTaken = await onTry(digits);
    setChecking(false);
    setDigits('');
    setWrong(!isTaken);
  };
  const keys = useRef({ press, check });
  /* As soon as the pad is seen, or says what was wrong, it takes the next key. */
  useLayoutEffect(() => {
    keys.current = { press, check };
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) keys.current.press(event.key);
      else if (event.key === 'Backspace') keys.current.press('back');
      else if (event.key === 'Enter') void keys.current.check();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className={classes.pin}>
      <p className={classes.dots} aria-hidden>
        {Array.from({ length: Math.max(4, digits.length) }, (_, at) => (
          <span key={at} className={at < digits.length ? classes.full : classes.empty} />
        ))}
      </p>
      <p className="onlyForReaders" aria-live="polite">
        {m.till_pin_typed({ count: digits.length })}
      </p>
      <div role="alert" className={classes.answer}>
        {isLocked ? (
          <p className={classes.bad}>
            {m.till_pin_locked({ time: minutesAndSeconds(lockedSeconds) })}
          </p>
        ) : isWrong ? (
          <p className={classes.bad}>{wrong ?? m.till_pin_wrong()}</p>
        ) : null}
      </div>
      <Keypad label={m.till_pin_pad()} onKey={press} isTall />
      <button
        type="button"
        className={enterClass}
        disabled={!isPin(digits) || isLocked || isChecking}
        onClick={() => void check()}
      >
        {isChecking ? m.till_pin_checking() : enter}
      </button>
    </div>
  );
}

function useLockedSeconds(lockedUntilMs: number): number {
  const secondsLeft = () => Math.ceil(lockedForMs({ wrong: 0, lockedUntilMs }, Date.now()) / 1_000);
  const [seconds, setSeconds] = useState(secondsLeft);
  useEffect(() => {
    const look = () =>
      setSeconds(Math.ceil(lockedForMs({ wrong: 0, lockedUntilMs }, Date.now()) / 1_000));
    look();
    const tick = setInterval(look, 500);
    return () => clearInterval(tick);
  }, [lockedUntilMs]);
  return seconds;
}

const minutesAndSeconds = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
