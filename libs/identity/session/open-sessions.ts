import { createHash } from 'node:crypto';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { Session } from './session.entity';

/** A name for a session that says nothing about its token or the token's hash. */
export function sessionName(tokenHash: Buffer): string {
  return createHash('sha256').update('session name').update(tokenHash).digest('hex').slice(0, 32);
}

/** Where an account is signed in, the latest first. */
export function openSessions(em: EntityManager, accountId: string): Promise<Session[]> {
  return em.find(Session, {
    where: { accountId, endedAt: IsNull(), expiresAt: MoreThan(new Date()) },
    order: { createdAt: 'DESC' },
  });
}
