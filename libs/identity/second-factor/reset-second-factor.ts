import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { ownAccount } from '../people/people.refusals';
import { personInHands } from '../people/person-in-hands';
import type { Caller } from '../session/caller.dto';
import { refuseBothInOneHand } from './hands-apart';
import { retireSecondFactor } from './retire-second-factor';

/**
 * Takes away the lost phone of somebody in the caller's hands, who then sets up another with their
 * password. What was signed with it stays signed. Without a phone nothing happens. Refuses
 * `own_account`, `person_not_found`, `person_not_in_your_hands`, `takes_another_organizer`.
 */
@Injectable()
export class ResetSecondFactor {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, accountId: string): Promise<void> {
    if (accountId === caller.accountId) throw ownAccount();
    await inTransaction(this.source, async (em) => {
      await personInHands(em, caller, { fairId, accountId });
      const by = caller.accountId;
      await refuseBothInOneHand(em, 'reset_link_issued', { by, accountId });
      if (!(await retireSecondFactor(em, { accountId, retiredBy: by }))) return;
      await recordAudit(em, {
        fairId,
        accountId: by,
        action: 'second_factor_reset',
        subjectId: accountId,
      });
    });
  }
}
