import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { accountClosed, ownAccount } from '../people/people.refusals';
import { personInHands } from '../people/person-in-hands';
import { ResetLinkDto } from '../people/person.dto';
import { refuseBothInOneHand } from '../second-factor/hands-apart';
import type { Caller } from '../session/caller.dto';
import { writeResetLink } from './write-reset-link';

/**
 * A one-time link by which somebody in the caller's hands chooses a new password. Refuses
 * `own_account`, `person_not_found`, `person_not_in_your_hands`, `account_closed`,
 * `takes_another_organizer`.
 */
@Injectable()
export class IssueResetLink {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, accountId: string): Promise<ResetLinkDto> {
    if (accountId === caller.accountId) throw ownAccount();
    return inTransaction(this.source, async (em) => {
      const { login, name, disabledAt } = await personInHands(em, caller, { fairId, accountId });
      if (disabledAt !== null) throw accountClosed();
      const by = caller.accountId;
      await refuseBothInOneHand(em, 'second_factor_reset', { by, accountId });
      const link = await writeResetLink(em, { accountId, issuedBy: caller.accountId });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'reset_link_issued',
        subjectId: accountId,
      });
      return { login, name, ...link };
    });
  }
}
