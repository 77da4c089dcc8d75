import { m } from '../paraglide/messages.js';
import { KeysDialog } from '../ui/keys-dialog';
import { TOOLS } from './tools';

const rows = [
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
const letters = TOOLS.map(({ key, name }) => ({ keys: key.toUpperCase(), says: name }));

/** Which key of the drawing desk does what. */
export const EditKeys = ({ onClose }: { onClose: () => void }) => (
  <KeysDialog rows={rows} letters={letters} onClose={onClose} />
);
