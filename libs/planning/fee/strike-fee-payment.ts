import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { FeeNoticeDto, StrikeFeePaymentDto } from './fee.dto';
import { feePaymentNotFound } from './fee.refusals';
import { FeePaymentStruck } from './fee-payment-struck.entity';
import { FeePayment } from './fee-payment.entity';
import { ReadFeeNotice } from './read-fee-notice';

/**
 * Says that a payment was recorded wrongly, and why; it stays to be seen and does not count. Twice is
 * once, with the first reason. Refuses `fee_payment_not_found`.
 */
@Injectable()
export class StrikeFeePayment {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly readNotice: ReadFeeNotice,
  ) {}

  async run(
    caller: Caller,
    { fairId, paymentId }: { fairId: string; paymentId: string },
    wanted: StrikeFeePaymentDto,
  ): Promise<FeeNoticeDto> {
    const reason = wanted.reason.normalize('NFC').trim();
    const { accountId } = caller;
    const payment =
      isId(fairId) && isId(paymentId)
        ? await this.source.manager.findOneBy(FeePayment, { fairId, id: paymentId })
        : null;
    if (!payment) throw feePaymentNotFound();
    await inTransaction(this.source, async (em) => {
      const inserted = await em
        .createQueryBuilder()
        .insert()
        .into(FeePaymentStruck)
        .values({ fairId, paymentId, reason, struckBy: accountId, struckAt: this.clock.now() })
        .orIgnore()
        .returning('payment_id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return;
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'fee_payment_struck',
        subjectId: paymentId,
        detail: { about: [payment.payerId], reason },
      });
    });
    return this.readNotice.run(caller, fairId, payment.payerId);
  }
}
