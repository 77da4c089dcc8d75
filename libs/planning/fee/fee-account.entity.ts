import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';

/** The organizer's bank account that the fees of a fair are paid to. */
@Entity('fee_account')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('fee_account_bank_shape', `bank_bin ~ '^[0-9]{6}$'`)
@Check('fee_account_number_shape', `account_number ~ '^[0-9A-Za-z]{1,19}$'`)
export class FeeAccount {
  @PrimaryColumn('uuid') fairId: string;
  /** Six digits by which NAPAS knows the bank. */
  @Column('text') bankBin: string;
  @Column('text') accountNumber: string;
  @Column('text') holderName: string;
  @Column('timestamptz') changedAt: Date;
}
