import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { Account } from '../account/account.entity';
import { recordAudit } from '../audit/record-audit';
import type { Caller } from '../session/caller.dto';
import { Session } from '../session/session.entity';
import { personInHands } from './person-in-hands';
import { ownAccount } from './people.refusals';

/**
 * Closes the account of somebody in the caller's hands: it signs in no more, and what it had open
 * ends within 5 seconds. Its roles stay, for the day it is opened again. Refuses `own_account`,
 * `person_not_found`, `person_not_in_your_hands`.
 */
@Injectable()
export class CloseAccount {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, accountId: string): Promise<void> {
    if (accountId === caller.accountId) throw ownAccount();
    await inTransaction(this.source, async (em) => {
      const account = await personInHands(em, caller, { fairId, accountId });
      if (account.disabledAt !== null) return;
      const now = new Date();
      await em.update(Account, { id: accountId }, { disabledAt: now });
      await em.update(Session, { accountId, endedAt: IsNull() }, { endedAt: now });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'account_closed',
        subjectId: accountId,
      });
    });
  }
}
