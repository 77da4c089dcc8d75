import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recipientNotFound } from './delivery.refusals';
import { MailRecipient } from './mail-recipient.entity';

/**
 * Mails a person no longer: what waits for them is not sent, and the links they hold open nothing
 * more. Twice is once. Refuses `mail_recipient_not_found`.
 */
@Injectable()
export class EndRecipient {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, id: string): Promise<void> {
    if (!isId(id)) throw recipientNotFound();
    await inTransaction(this.source, async (em) => {
      const recipient = await em.findOne(MailRecipient, {
        where: { fairId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (recipient === null) throw recipientNotFound();
      if (recipient.endedAt !== null) return;
      await em.update(
        MailRecipient,
        { fairId, id },
        { endedAt: this.clock.now(), endedBy: accountId },
      );
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'mail_recipient_ended',
        subjectId: id,
        detail: { name: recipient.name },
      });
    });
  }
}
