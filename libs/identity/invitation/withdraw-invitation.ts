import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import type { Caller } from '../session/caller.dto';
import { Invitation } from './invitation.entity';
import { invitationUnknown, invitationUsed } from './invitation.refusals';

/** Takes an invitation back; twice is once. Refuses `invitation_unknown`, `invitation_used`. */
@Injectable()
export class WithdrawInvitation {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, id: string): Promise<void> {
    if (!isId(id)) throw invitationUnknown();
    await inTransaction(this.source, async (em) => {
      const invitation = await em.findOne(Invitation, {
        where: { fairId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (invitation === null) throw invitationUnknown();
      if (invitation.acceptedAt !== null) throw invitationUsed();
      if (invitation.withdrawnAt !== null) return;
      await em.update(Invitation, { fairId, id }, { withdrawnAt: new Date() });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'invitation_withdrawn',
        subjectId: id,
        detail: { role: invitation.role },
      });
    });
  }
}
