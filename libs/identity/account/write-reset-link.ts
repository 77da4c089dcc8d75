import type { EntityManager } from 'typeorm';
import { linkTokenHash, newLinkToken, resetEnd } from '../link/one-time-link.rules';
import { ResetLink } from './reset-link.entity';

/** A new link for an account in the caller's transaction; earlier ones of that account are void. */
export async function writeResetLink(
  em: EntityManager,
  { accountId, issuedBy }: { accountId: string; issuedBy: string | null },
): Promise<{ token: string; expiresAt: Date }> {
  const token = newLinkToken();
  const issuedAt = new Date();
  const expiresAt = resetEnd(issuedAt);
  await em.delete(ResetLink, { accountId });
  await em.insert(ResetLink, {
    tokenHash: linkTokenHash(token),
    accountId,
    issuedBy,
    issuedAt,
    expiresAt,
  });
  return { token, expiresAt };
}
