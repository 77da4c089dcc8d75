import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { firstOf } from '../form/field-faults.rules';
import { findKeptExhibitor, holdExhibitor } from './find-kept-exhibitor';
import { KeptPaymentAccountDto, PaymentAccountDto } from './payment-account.dto';
import { PaymentAccount } from './payment-account.entity';
import { asKept, faultsOfAccount, lastDigits } from './payment-account.rules';

/**
 * Keeps the account that an exhibitor's VietQR codes pay to, in place of the one before. Refuses
 * `exhibitor_not_found`, `bank_unknown`, `account_number_refused`, `holder_name_refused`.
 */
@Injectable()
export class KeepPaymentAccount {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    exhibitorId: string,
    wanted: PaymentAccountDto,
  ): Promise<KeptPaymentAccountDto> {
    const exhibitor = await findKeptExhibitor(this.source.manager, caller, fairId, exhibitorId);
    const account = asKept(wanted);
    const refusal = firstOf(faultsOfAccount(account));
    if (refusal) throw refusal;

    await inTransaction(this.source, async (em) => {
      await holdExhibitor(em, exhibitor);
      const before = await em.findOneBy(PaymentAccount, { fairId, exhibitorId });
      if (before && isSame(before, account)) return;
      await em.upsert(
        PaymentAccount,
        { fairId, exhibitorId, ...account, changedAt: this.clock.now() },
        ['fairId', 'exhibitorId'],
      );
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'payment_account_kept',
        subjectId: exhibitorId,
        detail: {
          bankBin: account.bankBin,
          lastDigits: lastDigits(account.accountNumber),
          bankBinBefore: before?.bankBin ?? null,
          lastDigitsBefore: before ? lastDigits(before.accountNumber) : null,
        },
      });
    });
    return { account };
  }
}

const isSame = (before: PaymentAccount, account: PaymentAccountDto) =>
  before.bankBin === account.bankBin &&
  before.accountNumber === account.accountNumber &&
  before.holderName === account.holderName;
