import { sendWhatWaits } from './send-declaration';

const LOOK_MS = 60_000;

let isKept = false;

/** Sends what was declared without a network as soon as there is one. Twice is once. */
export function keepDeclaring(): void {
  if (isKept) return;
  isKept = true;
  const look = () =>
    void navigator.locks.request('phien-declare', { ifAvailable: true }, async (lock) => {
      if (lock) await sendWhatWaits();
    });
  window.addEventListener('online', look);
  setInterval(look, LOOK_MS);
  look();
}
