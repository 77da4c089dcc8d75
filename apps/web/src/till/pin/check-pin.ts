import { fromBase64 } from '@phien/till';
import { writing } from '../keep/keep';
import type { Cashier } from '../keep/catalogue';
import type { Keep } from '../keep/keep';
import { afterWrongPin, lockedForMs } from './pin.rules';

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

/** PBKDF2-HMAC-SHA-256 over the digits, as the server hashed them when the cashier was added. */
async function isPinOf(cashier: Cashier, digits: string): Promise<boolean> {
  const salt = fromBase64(cashier.pinSalt);
  const expected = fromBase64(cashier.pinHash);
  if (!salt || !expected) return false;
  const subtle = globalThis.crypto.subtle;
  const key = await subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: cashier.pinRounds };
  const bits = new Uint8Array(await subtle.deriveBits(algorithm, key, expected.length * 8));
  let difference = 0;
  bits.forEach((byte, at) => (difference |= byte ^ (expected[at] ?? 0)));
  return difference === 0;
}
