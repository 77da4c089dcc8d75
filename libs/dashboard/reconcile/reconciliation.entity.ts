import { Fair } from '@phien/planning';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Difference } from './reconciliation-check';

/** What the last comparison of a fair's facts with everything computed from them found. */
@Entity('reconciliation')
export class Reconciliation {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @Column('timestamptz')
  checkedAt: Date;

  /** Real time that the comparison took. */
  @Column('integer')
  tookMs: number;

  @Column('integer')
  differenceCount: number;

  /** The first of them. */
  @Column('jsonb')
  differences: Difference[];
}
