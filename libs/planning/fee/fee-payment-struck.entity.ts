import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FeePayment } from './fee-payment.entity';

/** A payment that was recorded wrongly and does not count, and why. */
@Entity('fee_payment_struck')
@ForeignKey(() => FeePayment, ['fairId', 'paymentId'], ['fairId', 'id'])
@Check('fee_payment_struck_reasoned', `length(btrim(reason)) BETWEEN 1 AND 200`)
export class FeePaymentStruck {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') paymentId: string;
  @Column('text') reason: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  struckBy: string;
  /** Fair time. */
  @Column('timestamptz') struckAt: Date;
}
