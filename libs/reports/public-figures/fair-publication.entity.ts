import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * What a fair tells people without an account: which totals, how coarse and how late. A fair without
 * a row, or whose row is not published, does not exist for them.
 */
@Entity('fair_publication')
@Check('fair_publication_visits_step_known', 'visits_step IN (10, 100, 1000)')
@Check('fair_publication_revenue_step_known', 'revenue_step_vnd IN (1000000, 10000000, 100000000)')
@Check('fair_publication_delay_known', 'delay_minutes IN (0, 15, 60)')
export class FairPublication {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @Column('boolean')
  isPublished: boolean;

  @Column('boolean')
  showsVisits: boolean;

  @Column('boolean')
  showsRevenue: boolean;

  @Column('boolean')
  showsBooths: boolean;

  @Column('integer')
  visitsStep: number;

  @Column('bigint')
  revenueStepVnd: number;

  /** Null: nothing of a day before it is closed. */
  @Column('smallint', { nullable: true })
  delayMinutes: number | null;

  @ForeignKey(() => Account)
  @Column('uuid')
  setBy: string;

  @Column('timestamptz')
  setAt: Date;
}
