import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { FeeNoticeDto, RecordFeePaymentDto } from './fee.dto';
import { feePaidInFuture, feePayerNotFound, otherFeePayment } from './fee.refusals';
import { FeePayer } from './fee-payer.entity';
import { FeePayment } from './fee-payment.entity';
import { readFairToday } from './fair-today';
import { ReadFeeNotice } from './read-fee-notice';

/**
 * Writes down money that arrived; the same id twice is one payment. More than is owed is taken and
 * said. Refuses `fair_not_found`, `fee_payer_not_found`, `fee_paid_in_future`, `other_fee_payment`.
 */
@Injectable()
export class RecordFeePayment {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly readNotice: ReadFeeNotice,
  ) {}

  async run(caller: Caller, fairId: string, wanted: RecordFeePaymentDto): Promise<FeeNoticeDto> {
    const now = this.clock.now();
    const { today } = await readFairToday(this.source.manager, fairId, now);
    const payment = {
      payerId: wanted.payerId,
      paidOn: wanted.paidOn,
      amountVnd: wanted.amountVnd,
      method: wanted.method,
      bankText: wanted.bankText.normalize('NFC').trim(),
      note: wanted.note.normalize('NFC').trim(),
    };
    const { accountId } = caller;
    await inTransaction(this.source, async (em) => {
      if (!(await em.existsBy(FeePayer, { fairId, id: payment.payerId }))) throw feePayerNotFound();
      if (payment.paidOn > today) throw feePaidInFuture(today);
      const inserted = await em
        .createQueryBuilder()
        .insert()
        .into(FeePayment)
        .values({ fairId, id: wanted.id, ...payment, recordedBy: accountId, recordedAt: now })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) {
        const earlier = await em.findOneByOrFail(FeePayment, { fairId, id: wanted.id });
        const isSame = (Object.keys(payment) as (keyof typeof payment)[]).every(
          (field) => earlier[field] === payment[field],
        );
        if (!isSame) throw otherFeePayment();
        return;
      }
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'fee_payment_recorded',
        subjectId: wanted.id,
        detail: {
          about: [payment.payerId],
          amountVnd: payment.amountVnd,
          paidOn: payment.paidOn,
          method: payment.method,
        },
      });
    });
    return this.readNotice.run(caller, fairId, payment.payerId);
  }
}
