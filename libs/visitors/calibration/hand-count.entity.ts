import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Gate } from '../gate/gate.entity';
import type { CountMethod } from './calibration.rules';

/**
 * Entries that a person counted by hand for 15 minutes beside a clicker or a sensor. What the machine
 * counted in these minutes is in `gate_count` and read from there. Append-only by a trigger.
 */
@Entity('hand_count')
@ForeignKey(() => Gate, ['fairId', 'gateId'], ['fairId', 'id'])
@Check('hand_count_method_known', `method IN ('clicker', 'sensor')`)
@Check('hand_count_entries_range', 'entries BETWEEN 0 AND 20000')
@Check('hand_count_over', `started_at <= received_at - interval '15 minutes'`)
export class HandCount {
  @PrimaryColumn('uuid')
  fairId: string;

  /** Made by whoever enters it, so that sending twice is once. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  gateId: string;

  @Column('text')
  method: CountMethod;

  @Column('date')
  fairDay: string;

  /** As `fairMinute` of a count: the first of the 15. */
  @Column('smallint')
  fromMinute: number;

  @Column('integer')
  entries: number;

  @ForeignKey(() => Account)
  @Column('uuid')
  countedBy: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz')
  receivedAt: Date;
}
