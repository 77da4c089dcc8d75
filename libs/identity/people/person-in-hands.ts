import { isId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Account } from '../account/account.entity';
import { holdOrganizer } from '../role/hold-organizer';
import { RoleGrant } from '../role/role-grant.entity';
import type { Caller } from '../session/caller.dto';
import { personNotFound, personNotInYourHands } from './people.refusals';
import { isInHandsOf } from './people.rules';

/**
 * An account that the caller may take over, held to the end of the transaction so that it gains no
 * role meanwhile. Refuses `role_missing`, `person_not_found`, `person_not_in_your_hands`.
 */
export async function personInHands(
  em: EntityManager,
  caller: Caller,
  { fairId, accountId }: { fairId: string; accountId: string },
): Promise<Account> {
  if (!isId(accountId)) throw personNotFound();
  await holdOrganizer(em, caller, fairId);
  const account = await em.findOne(Account, {
    where: { id: accountId },
    lock: { mode: 'pessimistic_write' },
  });
  const grants = await em.findBy(RoleGrant, { accountId });
  if (account === null || !grants.some((grant) => grant.fairId === fairId)) throw personNotFound();
  const { mayOpenFairs } = account;
  if (!isInHandsOf(caller, { accountId, mayOpenFairs, grants })) throw personNotInYourHands();
  return account;
}
