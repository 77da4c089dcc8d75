import { useEffect, useRef } from 'react';
import { X } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './keys-help.module.css';

const rows: readonly { keys: string; says: () => string }[] = [
  { keys: '← ↑ ↓ →', says: m.plan_key_arrows },
  { keys: 'Enter', says: m.plan_key_enter },
  { keys: '/', says: m.plan_key_search },
  { keys: '1 · 2 · 3', says: m.plan_key_share },
  { keys: 'C', says: m.plan_key_move },
  { keys: 'Delete', says: m.plan_key_free },
  { keys: 'Ctrl + Z', says: m.plan_key_undo },
  { keys: '+ · −', says: m.plan_key_zoom },
  { keys: 'Esc', says: m.plan_key_escape },
  { keys: '?', says: m.plan_key_help },
];

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={classes.dialog} onClose={onClose} aria-labelledby="plan-keys">
      <div className={classes.head}>
        <h2 id="plan-keys">{m.plan_keys()}</h2>
        <button
          type="button"
          className={buttons.quiet}
          onClick={() => dialog.current?.close()}
          aria-label={m.plan_close()}
        >
          <X size={20} aria-hidden />
        </button>
      </div>
      <dl className={classes.keys}>
        {rows.map(({ keys, says }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{says()}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
