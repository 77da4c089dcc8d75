import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findKeptExhibitor, holdExhibitor } from './find-kept-exhibitor';
import { PaymentAccount } from './payment-account.entity';
import { lastDigits } from './payment-account.rules';

/** Forgets the account an exhibitor was paid to; twice is once. Refuses `exhibitor_not_found`. */
@Injectable()
export class RemovePaymentAccount {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, exhibitorId: string): Promise<void> {
    const exhibitor = await findKeptExhibitor(this.source.manager, caller, fairId, exhibitorId);
    await inTransaction(this.source, async (em) => {
      await holdExhibitor(em, exhibitor);
      const before = await em.findOneBy(PaymentAccount, { fairId, exhibitorId });
      if (!before) return;
      await em.delete(PaymentAccount, { fairId, exhibitorId });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'payment_account_removed',
        subjectId: exhibitorId,
        detail: { bankBin: before.bankBin, lastDigits: lastDigits(before.accountNumber) },
      });
    });
  }
}
