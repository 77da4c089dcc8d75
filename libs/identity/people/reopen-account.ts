import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { Account } from '../account/account.entity';
import { recordAudit } from '../audit/record-audit';
import type { Caller } from '../session/caller.dto';
import { personInHands } from './person-in-hands';

/** Opens a closed account again. Refuses `person_not_found`, `person_not_in_your_hands`. */
@Injectable()
export class ReopenAccount {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, accountId: string): Promise<void> {
    await inTransaction(this.source, async (em) => {
      const account = await personInHands(em, caller, { fairId, accountId });
      if (account.disabledAt === null) return;
      await em.update(Account, { id: accountId }, { disabledAt: null });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'account_reopened',
        subjectId: accountId,
      });
    });
  }
}
