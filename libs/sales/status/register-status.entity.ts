import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegisterEpoch } from '../register/register-epoch.entity';

/**
 * What the phone of an epoch last said of itself. A state and no fact: nothing is counted from it,
 * and only the newest is kept, by a trigger.
 */
@Entity('register_status')
@ForeignKey(
  () => RegisterEpoch,
  ['fairId', 'registerId', 'epoch'],
  ['fairId', 'registerId', 'epoch'],
)
@Check('register_status_number_positive', 'number >= 1')
@Check(
  'register_status_counts',
  'unsent_count >= 0 AND clash_count >= 0 AND unsent_count::bigint + clash_count <= sequence',
)
@Check('register_status_build_bounded', 'length(app_build) BETWEEN 1 AND 60')
@Check('register_status_storage', 'storage_used_bytes >= 0 AND storage_quota_bytes >= 0')
export class RegisterStatus {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  registerId: string;

  @PrimaryColumn('integer')
  epoch: number;

  /** Grows with everything that the phone says. */
  @Column('bigint')
  number: number;

  /** By the phone's own clock. */
  @Column('timestamptz')
  saidAt: Date;

  @Column('bigint')
  clockOffsetMs: number;

  @Column('bigint')
  sequence: number;

  @Column('integer')
  unsentCount: number;

  @Column('integer')
  clashCount: number;

  @Column('timestamptz', { nullable: true })
  shiftOpenedAt: Date | null;

  @Column('boolean')
  isCartEmpty: boolean;

  @Column('text')
  appBuild: string;

  @Column('boolean', { nullable: true })
  isStorageKept: boolean | null;

  @Column('bigint', { nullable: true })
  storageUsedBytes: number | null;

  @Column('bigint', { nullable: true })
  storageQuotaBytes: number | null;

  @Column('boolean')
  isInstalled: boolean;

  @Column('timestamptz')
  receivedAt: Date;
}
