import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type { PlanDocument } from '../plan/plan.rules';

/** The plan that a fair's organizers are drawing; while nothing was drawn, the published one holds. */
@Entity('plan_draft')
@Check('plan_draft_version_range', `version >= 1`)
@Check(
  'plan_draft_shape',
  `jsonb_typeof(document) = 'object' AND length(document::text) <= 2000000`,
)
export class PlanDraft {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @Column('integer') version: number;
  @Column('jsonb') document: PlanDocument;
}
