import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { Account } from './account.entity';
import { foldLogin } from './account.rules';
import { writeResetLink } from './write-reset-link';

/**
 * A one-time link for any account, for the one who runs the server: whoever holds the database
 * holds everything in it. Null when nobody has the login.
 */
@Injectable()
export class IssueServerResetLink {
  constructor(private readonly source: DataSource) {}

  async run(login: string): Promise<{ name: string; token: string; expiresAt: Date } | null> {
    return inTransaction(this.source, async (em) => {
      const account = await em.findOneBy(Account, { login: foldLogin(login) });
      if (account === null) return null;
      const link = await writeResetLink(em, { accountId: account.id, issuedBy: null });
      await recordAudit(em, {
        fairId: null,
        accountId: null,
        action: 'reset_link_issued',
        subjectId: account.id,
      });
      return { name: account.name, ...link };
    });
  }
}
