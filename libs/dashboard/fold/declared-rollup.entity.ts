import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

export type DeclaredDimension =
  | 'day'
  | 'zone'
  | 'booth'
  | 'exhibitor'
  | 'origin'
  | 'place'
  | 'delegation';

/**
 * Sums of what booths declared for a fair day, by one dimension at a time; beside the measured sums
 * and never among them. A correction adds its own amount and takes that of the one before off.
 */
@Entity('declared_rollup')
@Check(
  'declared_rollup_dimension_known',
  `dimension IN ('day', 'zone', 'booth', 'exhibitor', 'origin', 'place', 'delegation')`,
)
export class DeclaredRollup {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('text')
  dimension: DeclaredDimension;

  /** '' for day; an id; an origin; 'set:code' or a country; 'none' for no delegation. */
  @PrimaryColumn('text')
  key: string;

  /** Declared facts, corrections included: it only rises. */
  @Column('bigint')
  factCount: number;

  /** Exhibitors at a booth that have declared, 0 đồng included. */
  @Column('bigint')
  declaredCount: number;

  @Column('bigint')
  declaredVnd: number;
}
