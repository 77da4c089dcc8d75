import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Exhibitor } from './exhibitor.entity';

/** The bank account that an exhibitor's VietQR codes pay to. */
@Entity('payment_account')
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Check('payment_account_bank_shape', `bank_bin ~ '^[0-9]{6}$'`)
@Check('payment_account_number_shape', `account_number ~ '^[0-9A-Za-z]{1,19}$'`)
export class PaymentAccount {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') exhibitorId: string;
  /** Six digits by which NAPAS knows the bank. */
  @Column('text') bankBin: string;
  @Column('text') accountNumber: string;
  @Column('text') holderName: string;
  @Column('timestamptz') changedAt: Date;
}
