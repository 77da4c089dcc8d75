import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

export type VisitsDimension = 'day' | 'minute' | 'gate';

/** Sums of what the gates counted on a fair day, by one dimension at a time. */
@Entity('visits_rollup')
@Check('visits_rollup_dimension_known', `dimension IN ('day', 'minute', 'gate')`)
export class VisitsRollup {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  dimension: VisitsDimension;

  @PrimaryColumn('text')
  key: string;

  @Column('bigint')
  entries: number;

  @Column('bigint')
  exits: number;
}
