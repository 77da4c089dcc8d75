import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type { PlanDocument } from '../plan/plan.rules';

/**
 * A plan as it was published, whole, for ever: what stood where on a day that is over. Version 1 is
 * what the fair was made with; each further one follows the one before and was a draft's version.
 */
@Entity('published_plan')
@Unique('published_plan_of_draft', ['fairId', 'draftVersion'])
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => PublishedPlan, ['fairId', 'follows'], ['fairId', 'version'])
@Check('published_plan_in_order', `version >= 1 AND coalesce(follows, 0) = version - 1`)
@Check('published_plan_shape', `jsonb_typeof(document) = 'object'`)
export class PublishedPlan {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('integer') version: number;
  @Column('integer', { nullable: true }) follows: number | null;
  /** The draft's version that was published; null of a plan that the fair was made with. */
  @Column('integer', { nullable: true }) draftVersion: number | null;
  @Column('jsonb') document: PlanDocument;

  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  @Column('timestamptz') publishedAt: Date;
}
