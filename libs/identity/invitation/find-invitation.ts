import type { EntityManager } from 'typeorm';
import { fairOfLinkToken, linkTokenHash } from '../link/one-time-link.rules';
import { Invitation } from './invitation.entity';

/** The invitation of a link's secret, taken, withdrawn or old ones too; null when there is none. */
export async function findInvitation(
  em: EntityManager,
  token: string,
  lock?: 'pessimistic_write',
): Promise<Invitation | null> {
  const fairId = fairOfLinkToken(token);
  if (fairId === null) return null;
  return em.findOne(Invitation, {
    where: { fairId, tokenHash: linkTokenHash(token) },
    ...(lock && { lock: { mode: lock } }),
  });
}
