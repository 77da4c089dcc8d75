import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Gate } from '../gate/gate.entity';

/**
 * What one counting device at one gate had counted when it last spoke: cumulative since its epoch
 * began, so a lost or repeated message costs nothing. `entriesAdded` and `exitsAdded` are what the
 * message added to the fair's visits, and to which day; they always sum to the counter with the
 * highest sequence. Append-only by a trigger.
 */
@Entity('gate_count')
@Unique(['fairId', 'id'])
@ForeignKey(() => Gate, ['fairId', 'gateId'], ['fairId', 'id'])
@Index('gate_count_day_idx', ['fairId', 'fairDay', 'gateId', 'entriesAdded', 'exitsAdded'])
@Check('gate_count_positive', 'epoch >= 1 AND sequence >= 1')
@Check(
  'gate_count_undone_fits',
  'undone_entries BETWEEN 0 AND entries AND undone_exits BETWEEN 0 AND exits',
)
export class GateCount {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  gateId: string;

  @PrimaryColumn('uuid')
  deviceId: string;

  @PrimaryColumn('integer')
  epoch: number;

  @PrimaryColumn('bigint')
  sequence: number;

  @Column('uuid')
  id: string;

  @Column('bigint')
  entries: number;

  @Column('bigint')
  exits: number;

  @Column('bigint')
  undoneEntries: number;

  @Column('bigint')
  undoneExits: number;

  @Column('bigint')
  entriesAdded: number;

  @Column('bigint')
  exitsAdded: number;

  @ForeignKey(() => Account)
  @Column('uuid')
  countedBy: string;

  @Column('timestamptz')
  countedAt: Date;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('date')
  fairDay: string;

  @Column('smallint')
  fairMinute: number;
}
