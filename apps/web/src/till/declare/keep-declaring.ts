import { sendWhatWaits } from './send-declaration';

const LOOK_MS = 15_000;

let isKept = false;

/** Sends what was declared without a network as soon as there is one. Twice is once. */
export function keepDeclaring(): void {
  if (isKept) return;
  isKept = true;
  /* One behind the other: what was tried a moment too early is tried again, not passed over. */
  const look = () => void navigator.locks.request('phien-declare', sendWhatWaits);
  window.addEventListener('online', look);
  setInterval(look, LOOK_MS);
  look();
}
