import { m } from '../paraglide/messages.js';
import { Dialog } from './dialog';
import classes from './keys-dialog.module.css';

export interface KeyRow {
  keys: string;
  says: () => string;
}

interface KeysDialogProps {
  rows: readonly KeyRow[];
  /** Keys of one letter each, side by side under the others. */
  letters?: readonly KeyRow[];
  onClose: () => void;
}

/** Which key does what. */
export function KeysDialog({ rows, letters = [], onClose }: KeysDialogProps) {
  return (
    <Dialog title={m.plan_keys()} onClose={onClose}>
      <Keys className={classes.keys} rows={rows} />
      {letters.length > 0 && <Keys className={classes.letters} rows={letters} />}
    </Dialog>
  );
}

function Keys({ className, rows }: { className: string | undefined; rows: readonly KeyRow[] }) {
  return (
    <dl className={className}>
      {rows.map(({ keys, says }) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{says()}</dd>
        </div>
      ))}
    </dl>
  );
}
