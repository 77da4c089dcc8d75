import { useEffect, useId, useRef, useState } from 'react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './group-dialog.module.css';
import type { Way } from './tally.rules';

const MOST = 500;

interface GroupDialogProps {
  way: Way;
  onCount: (size: number) => void;
  onClose: () => void;
}

/** A group of any size in one tap. */
export function GroupDialog({ way, onCount, onClose }: GroupDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const id = useId();
  const size = Number(typed);
  const isSize = Number.isInteger(size) && size >= 1 && size <= MOST;
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
    >
      <form
        method="dialog"
        onSubmit={() => {
          if (isSize) onCount(size);
        }}
      >
        <h2 id={`${id}-title`} className={classes.title}>
          {way === 'in' ? m.gate_group_title_in() : m.gate_group_title_out()}
        </h2>
        <label htmlFor={id}>{m.gate_group_size({ most: MOST })}</label>
        <input
          id={id}
          className={classes.input}
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST}
          step={1}
          required
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className={classes.row}>
          <button type="button" className={buttons.button} onClick={() => dialog.current?.close()}>
            {m.gate_group_cancel()}
          </button>
          <button type="submit" className={buttons.main} disabled={!isSize}>
            {isSize ? m.gate_group_add({ count: size }) : m.gate_group_add_plain()}
          </button>
        </div>
      </form>
    </dialog>
  );
}
