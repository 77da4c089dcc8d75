import { fromBase64 } from '@phien/till';
import { writing } from '../keep/keep';
import type { Cashier } from '../keep/catalogue';
import type { Keep } from '../keep/keep';
import { isSameHash, pinHash } from '../../pin/pin-hash';
import { afterWrongPin, lockedForMs } from '../../pin/pin.rules';

export type PinAnswer = { ok: true } | { ok: false; lockedMs: number };

/**
 * Whether these digits are the cashier's PIN. The try is written down as wrong before it is looked
 * at, so that pulling the plug wins no further tries.
 */
export async function checkPin(keep: Keep, cashier: Cashier, digits: string): Promise<PinAnswer> {
  const tx = writing(keep);
  const store = tx.objectStore('pinTries');
  const tries = await store.get(cashier.id);
  const lockedMs = lockedForMs(tries, Date.now());
  const next = afterWrongPin(tries, Date.now());
  if (lockedMs === 0) void store.put(next, cashier.id);
  await tx.done;
  if (lockedMs > 0) return { ok: false, lockedMs };
  if (!(await isPinOf(cashier, digits))) {
    return { ok: false, lockedMs: lockedForMs(next, Date.now()) };
  }
  await keep.delete('pinTries', cashier.id);
  return { ok: true };
}

/** As the server hashed them when the cashier was added. */
async function isPinOf(cashier: Cashier, digits: string): Promise<boolean> {
  const salt = fromBase64(cashier.pinSalt);
  const expected = fromBase64(cashier.pinHash);
  if (!salt || !expected) return false;
  const asked = { salt, rounds: cashier.pinRounds, bytes: expected.length };
  return isSameHash(await pinHash(digits, asked), expected);
}
