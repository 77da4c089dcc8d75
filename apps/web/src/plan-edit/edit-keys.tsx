import { m } from '../paraglide/messages.js';
import { Dialog } from './dialog';
import classes from './edit-keys.module.css';
import { TOOLS } from './tools';

const rows: readonly { keys: string; says: () => string }[] = [
  { keys: 'Tab', says: m.edit_key_tab },
  { keys: '← ↑ ↓ →', says: m.edit_key_arrows },
  { keys: 'Shift + →', says: m.edit_key_far },
  { keys: 'Enter', says: m.edit_key_enter },
  { keys: 'Ctrl + Z / Y', says: m.edit_key_undo },
  { keys: 'Ctrl + D', says: m.edit_key_duplicate },
  { keys: 'Ctrl + C / V', says: m.edit_key_copy },
  { keys: 'Ctrl + A', says: m.edit_key_all },
  { keys: 'Q · N', says: m.edit_key_rotate },
  { keys: 'Delete', says: m.edit_key_delete },
  { keys: '+ · − · Shift + 1', says: m.edit_key_zoom },
  { keys: 'Esc', says: m.edit_key_escape },
];

/** Which key does what. */
export function EditKeys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={m.plan_keys()} onClose={onClose}>
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
      <dl className={classes.tools}>
        {TOOLS.map(({ key, name }) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{name()}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
