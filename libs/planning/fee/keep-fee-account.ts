import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { PaymentAccountDto } from '../exhibitor/payment-account.dto';
import { asKept, faultsOfAccount, lastDigits } from '../exhibitor/payment-account.rules';
import { firstOf } from '../form/field-faults.rules';
import type { FeeTariffDto } from './fee.dto';
import { FeeAccount } from './fee-account.entity';
import { ShowTariff } from './show-tariff';

/**
 * Keeps the account that fees are paid to, in place of the one before. Refuses `bank_unknown`,
 * `account_number_refused`, `holder_name_refused`.
 */
@Injectable()
export class KeepFeeAccount {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly showTariff: ShowTariff,
  ) {}

  async run(
    { accountId }: Caller,
    fairId: string,
    wanted: PaymentAccountDto,
  ): Promise<FeeTariffDto> {
    const account = asKept(wanted);
    const refusal = firstOf(faultsOfAccount(account));
    if (refusal) throw refusal;
    await inTransaction(this.source, async (em) => {
      const before = await em.findOneBy(FeeAccount, { fairId });
      await em.upsert(FeeAccount, { fairId, ...account, changedAt: this.clock.now() }, ['fairId']);
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'fee_account_kept',
        subjectId: fairId,
        detail: {
          bankBin: account.bankBin,
          lastDigits: lastDigits(account.accountNumber),
          bankBinBefore: before?.bankBin ?? null,
          lastDigitsBefore: before ? lastDigits(before.accountNumber) : null,
        },
      });
    });
    return this.showTariff.run(fairId);
  }
}
