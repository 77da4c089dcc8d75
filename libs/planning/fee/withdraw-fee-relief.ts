import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import type { FeeTariffDto } from './fee.dto';
import { feeReliefNotFound } from './fee.refusals';
import { FeeRelief } from './fee-relief.entity';
import { ShowTariff } from './show-tariff';

/**
 * Ends a relief; what was charged under it stays until the fees are reckoned again. Twice is once.
 * Refuses `fee_relief_not_found`.
 */
@Injectable()
export class WithdrawFeeRelief {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly showTariff: ShowTariff,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, reliefId }: { fairId: string; reliefId: string },
  ): Promise<FeeTariffDto> {
    await inTransaction(this.source, async (em) => {
      if (!isId(reliefId) || !(await em.existsBy(FeeRelief, { fairId, id: reliefId }))) {
        throw feeReliefNotFound();
      }
      const { affected } = await em.update(
        FeeRelief,
        { fairId, id: reliefId, withdrawnAt: IsNull() },
        { withdrawnAt: this.clock.now(), withdrawnBy: accountId },
      );
      if (affected === 0) return;
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'fee_relief_withdrawn',
        subjectId: reliefId,
      });
    });
    return this.showTariff.run(fairId);
  }
}
