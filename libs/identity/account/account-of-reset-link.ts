import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { linkTokenHash } from '../link/one-time-link.rules';
import { Account } from './account.entity';
import { ResetLink } from './reset-link.entity';

/** Whose password a link resets; null when it is unknown, used, old, or the account is closed. */
export async function accountOfResetLink(
  em: EntityManager,
  token: string,
): Promise<Account | null> {
  const link = await em.findOneBy(ResetLink, {
    tokenHash: linkTokenHash(token),
    expiresAt: MoreThan(new Date()),
  });
  return link && em.findOneBy(Account, { id: link.accountId, disabledAt: IsNull() });
}
