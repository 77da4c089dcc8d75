import { Injectable } from '@nestjs/common';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource } from 'typeorm';
import { Account } from '../account/account.entity';
import { linkTokenHash, newLinkToken, setupEnd } from '../link/one-time-link.rules';
import { SetupLink } from './setup-link.entity';

/**
 * The secret of a new link to make the first account, 24 hours; the one before no longer works.
 * Null once there is any account.
 */
@Injectable()
export class IssueSetupLink {
  constructor(private readonly source: DataSource) {}

  run(): Promise<string | null> {
    return inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'account', 'first');
      await em.createQueryBuilder().delete().from(SetupLink).execute();
      if (await em.exists(Account)) return null;
      const token = newLinkToken();
      const issuedAt = new Date();
      await em.insert(SetupLink, {
        tokenHash: linkTokenHash(token),
        issuedAt,
        expiresAt: setupEnd(issuedAt),
      });
      return token;
    });
  }
}
