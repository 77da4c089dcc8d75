import type { EntityManager } from 'typeorm';
import { prepared } from '../transaction/prepared';

/** What is locked; the order in which a transaction may take several is in docs/locks.md. */
export type LockKind =
  | 'register'
  | 'day'
  | 'fair'
  | 'plan'
  | 'booth'
  | 'gate'
  | 'wall'
  | 'fees'
  | 'sign_in'
  | 'account';

const keyOf = (kind: LockKind, parts: readonly string[]) => [kind, ...parts].join(':');

/** Holds the key to the end of the transaction; others may hold it shared as well. */
export async function lockShared(
  em: EntityManager,
  kind: LockKind,
  ...parts: string[]
): Promise<void> {
  await em.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))`, [
    keyOf(kind, parts),
  ]);
}

/** Holds the key alone to the end of the transaction. */
export async function lockExclusive(
  em: EntityManager,
  kind: LockKind,
  ...parts: string[]
): Promise<void> {
  await em.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [keyOf(kind, parts)]);
}

/** One lock of several. */
export interface Lock {
  kind: LockKind;
  parts: readonly string[];
  isShared: boolean;
}

const LOCK_ALL = `
  SELECT CASE WHEN shared THEN pg_advisory_xact_lock_shared(hashtextextended(key, 0))
              ELSE pg_advisory_xact_lock(hashtextextended(key, 0)) END
    FROM unnest($1::text[], $2::boolean[]) AS wanted (key, shared)`;

/** Takes several locks in one round trip, in the order of their keys: exclusive ones first. */
export async function lockAll(em: EntityManager, locks: readonly Lock[]): Promise<void> {
  const byKey = new Map(locks.map((lock) => [keyOf(lock.kind, lock.parts), lock.isShared]));
  const sorted = [...byKey].sort(([a, isSharedA], [b, isSharedB]) =>
    isSharedA === isSharedB ? (a < b ? -1 : 1) : Number(isSharedA) - Number(isSharedB),
  );
  await prepared(em, 'lock_all', LOCK_ALL, [
    sorted.map(([key]) => key),
    sorted.map(([, isShared]) => isShared),
  ]);
}
