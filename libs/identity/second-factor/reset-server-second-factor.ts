import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { Account } from '../account/account.entity';
import { foldLogin } from '../account/account.rules';
import { recordAudit } from '../audit/record-audit';
import { retireSecondFactor } from './retire-second-factor';

/** The same for any account, for the one who runs the server. Null when nobody has the login. */
@Injectable()
export class ResetServerSecondFactor {
  constructor(private readonly source: DataSource) {}

  async run(login: string): Promise<{ name: string; wasOn: boolean } | null> {
    return inTransaction(this.source, async (em) => {
      const account = await em.findOneBy(Account, { login: foldLogin(login) });
      if (account === null) return null;
      const wasOn = await retireSecondFactor(em, { accountId: account.id, retiredBy: null });
      if (wasOn) {
        await recordAudit(em, {
          fairId: null,
          accountId: null,
          action: 'second_factor_reset',
          subjectId: account.id,
        });
      }
      return { name: account.name, wasOn };
    });
  }
}
