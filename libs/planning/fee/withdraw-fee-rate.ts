import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import type { FeeTariffDto } from './fee.dto';
import { feeRateNotFound } from './fee.refusals';
import { FeeRate } from './fee-rate.entity';
import { ShowTariff } from './show-tariff';

/**
 * Takes a line out of the tariff; what it charged stays until the fees are reckoned again. Twice is
 * once. Refuses `fee_rate_not_found`.
 */
@Injectable()
export class WithdrawFeeRate {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly showTariff: ShowTariff,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, rateId }: { fairId: string; rateId: string },
  ): Promise<FeeTariffDto> {
    await inTransaction(this.source, async (em) => {
      if (!isId(rateId) || !(await em.existsBy(FeeRate, { fairId, id: rateId }))) {
        throw feeRateNotFound();
      }
      const { affected } = await em.update(
        FeeRate,
        { fairId, id: rateId, withdrawnAt: IsNull() },
        { withdrawnAt: this.clock.now(), withdrawnBy: accountId },
      );
      if (affected === 0) return;
      await recordAudit(em, { fairId, accountId, action: 'fee_rate_withdrawn', subjectId: rateId });
    });
    return this.showTariff.run(fairId);
  }
}
