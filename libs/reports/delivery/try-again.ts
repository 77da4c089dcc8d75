import { Injectable } from '@nestjs/common';
import { Clock, isFairDay } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { TryAgainDto } from './delivery.dto';
import { deliveryNotFailed } from './delivery.refusals';
import { MailDelivery } from './mail-delivery.entity';
import { MailRecipient } from './mail-recipient.entity';

/** Sends a mail again that was given up. Refuses `mail_delivery_not_failed`. */
@Injectable()
export class TryAgain {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string, { day, revision, recipientId }: TryAgainDto): Promise<void> {
    if (!isFairDay(day)) throw deliveryNotFailed();
    const name = { fairId, day, revision, recipientId };
    await inTransaction(this.source, async (em) => {
      const delivery = await em.findOne(MailDelivery, {
        where: name,
        lock: { mode: 'pessimistic_write' },
      });
      const recipient = await em.findOneBy(MailRecipient, { fairId, id: recipientId });
      if (delivery?.state !== 'failed' || recipient?.endedAt !== null) throw deliveryNotFailed();
      await em.update(MailDelivery, name, {
        state: 'waiting',
        tries: 0,
        nextTryAt: this.clock.now(),
      });
    });
  }
}
