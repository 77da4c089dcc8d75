import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import type { AddRecipientDto } from './delivery.dto';
import { addressChosenAlready, tooManyRecipients } from './delivery.refusals';
import { MailRecipient } from './mail-recipient.entity';

const MOST = 50;

/**
 * Mails every closing from now on to one more person; what was closed before is not mailed to them.
 * Refuses `mail_address_chosen_already`, `too_many_mail_recipients`.
 */
@Injectable()
export class AddRecipient {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, wanted: AddRecipientDto): Promise<void> {
    const name = wanted.name.normalize('NFC').trim();
    const address = wanted.address.toLowerCase();
    const { language } = wanted;
    await inTransaction(this.source, async (em) => {
      await em.getRepository(Fair).findOneOrFail({
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      const living = { fairId, endedAt: IsNull() };
      if ((await em.countBy(MailRecipient, living)) >= MOST) throw tooManyRecipients();
      const id = newId();
      await em.insert(MailRecipient, {
        fairId,
        id,
        name,
        address,
        language,
        addedBy: accountId,
        addedAt: this.clock.now(),
        endedBy: null,
        endedAt: null,
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'mail_recipient_added',
        subjectId: id,
        detail: { name, language },
      });
    }).catch((fault: unknown) => {
      throw brokenConstraint(fault) === 'mail_recipient_living' ? addressChosenAlready() : fault;
    });
  }
}
