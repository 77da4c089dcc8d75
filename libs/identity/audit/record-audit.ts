import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { AuditEntry } from './audit-entry.entity';

export interface Deed {
  /** Made by whoever asks, when asking twice must be once; else made here. */
  id?: string;
  fairId: string | null;
  /** Null when no account did it (a seed, a register's key). */
  accountId: string | null;
  /** snake_case, what was done: `role_granted`. */
  action: string;
  /** Id of what it was done to. */
  subjectId: string;
  /** Values only; never a password, a token or a key. */
  detail?: Record<string, unknown>;
}

/** Writes one line of the audit log in the caller's transaction, on real time. */
export async function recordAudit(em: EntityManager, deed: Deed): Promise<void> {
  await em.insert(AuditEntry, {
    id: deed.id ?? newId(),
    fairId: deed.fairId,
    accountId: deed.accountId,
    at: new Date(),
    action: deed.action,
    subjectId: deed.subjectId,
    detail: deed.detail ?? {},
  } as Omit<AuditEntry, 'detail'> & { detail: object });
}

/* A statement takes 65,535 values. */
const DEEDS_AT_ONCE = 2_000;

/** Writes many lines of the audit log at once. */
export async function recordAudits(em: EntityManager, deeds: readonly Deed[]): Promise<void> {
  for (let from = 0; from < deeds.length; from += DEEDS_AT_ONCE) {
    const at = new Date();
    const lines = deeds
      .slice(from, from + DEEDS_AT_ONCE)
      .map((deed): Omit<AuditEntry, 'detail'> & { detail: object } => ({
        id: deed.id ?? newId(),
        fairId: deed.fairId,
        accountId: deed.accountId,
        at,
        action: deed.action,
        subjectId: deed.subjectId,
        detail: deed.detail ?? {},
      }));
    await em.insert(AuditEntry, lines);
  }
}
