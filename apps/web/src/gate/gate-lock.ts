import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { isSameHash, pinHash } from '../pin/pin-hash';
import { afterWrongPin, lockedForMs } from '../pin/pin.rules';
import type { PinTries } from '../pin/pin.rules';

/** What this phone keeps of the PIN of whoever counts with it. A screen lock: it proves nothing to the fair. */
export interface GateLock {
  /** Whose PIN it is: another account begins without one. */
  accountId: string;
  salt: Uint8Array<ArrayBuffer>;
  hash: Uint8Array;
  rounds: number;
  isLocked: boolean;
  tries: PinTries;
}

interface LockDatabase extends DBSchema {
  lock: { key: 'lock'; value: GateLock };
}

const ROUNDS = 150_000;
const HASH_BYTES = 32;
const NO_TRIES: PinTries = { wrong: 0, lockedUntilMs: 0 };

let opened: Promise<IDBPDatabase<LockDatabase>> | undefined;

function database(): Promise<IDBPDatabase<LockDatabase>> {
  opened ??= openDB<LockDatabase>('phien-gate-lock', 1, {
    upgrade(db) {
      db.createObjectStore('lock');
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** The lock of this account on this phone; null when it has none. */
export async function readLock(accountId: string): Promise<GateLock | null> {
  const lock = await (await database()).get('lock', 'lock');
  return lock?.accountId === accountId ? lock : null;
}

/** Locks this phone with a new PIN. */
export async function lockWith(accountId: string, digits: string): Promise<GateLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await pinHash(digits, { salt, rounds: ROUNDS, bytes: HASH_BYTES });
  const lock = { accountId, salt, hash, rounds: ROUNDS, isLocked: true, tries: NO_TRIES };
  await (await database()).put('lock', lock, 'lock');
  return lock;
}

/** Locks it with the PIN that it has. */
export async function lockAgain(lock: GateLock): Promise<GateLock> {
  const locked = { ...lock, isLocked: true };
  await (await database()).put('lock', locked, 'lock');
  return locked;
}

/**
 * Opens it if these are its digits. The try is written down as wrong before it is looked at, so that
 * closing the page wins no further tries.
 */
export async function tryPin(accountId: string, digits: string): Promise<GateLock | null> {
  const db = await database();
  const work = db.transaction('lock', 'readwrite', { durability: 'strict' });
  const lock = await work.store.get('lock');
  if (!lock || lock.accountId !== accountId) return null;
  if (lockedForMs(lock.tries, Date.now()) > 0) return lock;
  const tried = { ...lock, tries: afterWrongPin(lock.tries, Date.now()) };
  await work.store.put(tried, 'lock');
  await work.done;
  const { salt, rounds, hash } = lock;
  const isRight = isSameHash(await pinHash(digits, { salt, rounds, bytes: hash.length }), hash);
  if (!isRight) return tried;
  const open = { ...lock, isLocked: false, tries: NO_TRIES };
  await db.put('lock', open, 'lock');
  return open;
}

/** Whoever signs in again has shown who they are. */
export async function forgetLock(): Promise<void> {
  await (await database()).delete('lock', 'lock');
}
