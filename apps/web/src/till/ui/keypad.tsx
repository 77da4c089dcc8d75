import { Delete } from './icons';
import { m } from '../../paraglide/messages.js';
import classes from './keypad.module.css';

interface KeypadProps {
  label: string;
  onKey: (key: string) => void;
  /** The key left of 0: 000 for money, nothing for a PIN. */
  corner?: '000';
  isTall?: boolean;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A pad of the till's own: no keyboard slides over the amount. */
export function Keypad({ label, onKey, corner, isTall = false }: KeypadProps) {
  const buzz = (key: string) => {
    navigator.vibrate?.(10);
    onKey(key);
  };
  const key = (face: string) => (
    <button key={face} type="button" className={classes.key} onClick={() => buzz(face)}>
      {face}
    </button>
  );
  return (
    <div className={`${classes.pad} ${isTall ? classes.tall : ''}`} role="group" aria-label={label}>
      {digits.map(key)}
      {corner ? key(corner) : <span />}
      {key('0')}
      <button
        type="button"
        className={classes.key}
        onClick={() => buzz('back')}
        aria-label={m.till_key_back()}
      >
        <Delete size={24} aria-hidden />
      </button>
    </div>
  );
}
