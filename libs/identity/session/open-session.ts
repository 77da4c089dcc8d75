import type { EntityManager } from 'typeorm';
import { Session } from './session.entity';
import { newSessionToken, sessionEnd, sessionTokenHash } from './session.rules';

/** Opens a session in the caller's transaction; answers its token, which is kept nowhere else. */
export async function openSession(
  em: EntityManager,
  { accountId, userAgent }: { accountId: string; userAgent: string },
): Promise<string> {
  const token = newSessionToken();
  const now = new Date();
  await em.insert(Session, {
    tokenHash: sessionTokenHash(token),
    accountId,
    createdAt: now,
    expiresAt: sessionEnd(now),
    userAgent: userAgent.slice(0, 300),
  });
  return token;
}
