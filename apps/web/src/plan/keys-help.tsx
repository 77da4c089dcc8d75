import { m } from '../paraglide/messages.js';
import { KeysDialog } from '../ui/keys-dialog';

const rows = [
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

/** Which key of the planning desk does what. */
export const KeysHelp = ({ onClose }: { onClose: () => void }) => (
  <KeysDialog rows={rows} onClose={onClose} />
);
