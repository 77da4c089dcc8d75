import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FeePayer } from './fee-payer.entity';

export const FEE_METHODS = ['transfer', 'cash', 'other'] as const;
export type FeeMethod = (typeof FEE_METHODS)[number];

/** Money for fees that an organizer saw arrive. Append-only by a trigger. */
@Entity('fee_payment')
@ForeignKey(() => FeePayer, ['fairId', 'payerId'], ['fairId', 'id'])
@Check('fee_payment_amount_range', `amount_vnd BETWEEN 1 AND 100000000000`)
@Check('fee_payment_method_known', `method IN ('transfer', 'cash', 'other')`)
@Check('fee_payment_texts', `length(bank_text) <= 200 AND length(note) <= 200`)
export class FeePayment {
  @PrimaryColumn('uuid') fairId: string;
  /** Made by whoever records it and kept, so that sending twice is once. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') payerId: string;
  @Column('date') paidOn: string;
  @Column('bigint') amountVnd: number;
  @Column('text') method: FeeMethod;
  /** As the bank writes it beside the money; empty when nothing was said. */
  @Column('text') bankText: string;
  @Column('text') note: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  recordedBy: string;
  /** Fair time. */
  @Column('timestamptz') recordedAt: Date;
}
