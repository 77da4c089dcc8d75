import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';

/** One time that an organizer had the fees reckoned, after seeing what would change. */
@Entity('fee_reckoning')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('fee_reckoning_hash_shape', `changes_hash ~ '^[0-9a-f]{64}$'`)
export class FeeReckoning {
  @PrimaryColumn('uuid') fairId: string;
  /** Made by whoever has them reckoned, so that sending twice is once. */
  @PrimaryColumn('uuid') id: string;
  /** Of the changes that were looked at. */
  @Column('text') changesHash: string;
  /** The last day on which what was charged is paid in time. */
  @Column('date') dueOn: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  reckonedBy: string;
  /** Fair time. */
  @Column('timestamptz') reckonedAt: Date;
}
