import type { EntityManager } from 'typeorm';
import { Account } from '../account/account.entity';
import { RoleGrant } from './role-grant.entity';

/**
 * What an account may still do in a fair, held to the end of the transaction; nothing once it is
 * closed. For what was offered in its name a while ago, and is taken by somebody else now.
 */
export async function holdRoles(
  em: EntityManager,
  fairId: string,
  accountId: string,
): Promise<RoleGrant[]> {
  const account = await em.findOne(Account, {
    where: { id: accountId },
    lock: { mode: 'pessimistic_read' },
  });
  if (account === null || account.disabledAt !== null) return [];
  return em.find(RoleGrant, {
    where: { fairId, accountId },
    lock: { mode: 'pessimistic_read' },
  });
}
