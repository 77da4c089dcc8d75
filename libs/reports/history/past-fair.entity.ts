import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

export const PAST_SCOPES = ['provincial', 'regional', 'out_of_province'] as const;
export type PastScope = (typeof PAST_SCOPES)[number];
export type AddedAs = 'seed' | 'organizer';

/**
 * A fair of which only what was published is known. It is of the house and hangs from no fair: every
 * fair is compared with it. Append-only by a trigger.
 */
@Entity('past_fair')
@Unique(['nameVi'])
@Check('past_fair_code_shape', `code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('past_fair_named', `length(name_vi) BETWEEN 1 AND 200 AND length(name_en) BETWEEN 1 AND 200`)
@Check('past_fair_scope_known', `scope IN ('provincial', 'regional', 'out_of_province')`)
@Check('past_fair_days', `first_day <= last_day`)
@Check(
  'past_fair_added_by_one',
  `added_as IN ('seed', 'organizer') AND (added_by IS NOT NULL) = (added_as = 'organizer') AND (added_in IS NOT NULL) = (added_as = 'organizer')`,
)
export class PastFair {
  @PrimaryColumn('text') code: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('text') scope: PastScope;
  @Column('date', { nullable: true }) firstDay: string | null;
  @Column('date', { nullable: true }) lastDay: string | null;
  /** As published, in Vietnamese. */
  @Column('text', { nullable: true }) venue: string | null;
  /** What its sources leave open or contradict. */
  @Column('text', { default: '' }) noteVi: string;
  @Column('text', { default: '' }) noteEn: string;
  @Column('text') addedAs: AddedAs;
  /** The fair whose organizer added it; null of the seed, as `addedBy`. */
  @ForeignKey(() => Fair)
  @Column('uuid', { nullable: true })
  addedIn: string | null;
  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  addedBy: string | null;
  @Column('timestamptz') addedAt: Date;
}
