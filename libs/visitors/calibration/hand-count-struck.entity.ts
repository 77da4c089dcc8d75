import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { HandCount } from './hand-count.entity';

/** A hand count that the calibration does without, and why. Append-only by a trigger. */
@Entity('hand_count_struck')
@ForeignKey(() => HandCount, ['fairId', 'handCountId'], ['fairId', 'id'])
@Check('hand_count_struck_reasoned', 'length(reason) BETWEEN 1 AND 200')
export class HandCountStruck {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  handCountId: string;

  @Column('text')
  reason: string;

  @ForeignKey(() => Account)
  @Column('uuid')
  struckBy: string;

  @Column('timestamptz')
  struckAt: Date;
}
