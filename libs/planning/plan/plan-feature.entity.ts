import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';

export const PLAN_FEATURE_KINDS = [
  'aisle',
  'gate',
  'stage',
  'exit',
  'text',
  'power',
  'water',
  'ventilation',
] as const;
export type PlanFeatureKind = (typeof PLAN_FEATURE_KINDS)[number];

/** What else the plan shows: aisles, gates, exits, the stage, words, where power, water and air come from. */
@Entity('plan_feature')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check(
  'plan_feature_kind_known',
  `kind IN ('aisle', 'gate', 'stage', 'exit', 'text', 'power', 'water', 'ventilation')`,
)
export class PlanFeature {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: PlanFeatureKind;
  @Column('text', { default: '' }) nameVi: string;
  @Column('text', { default: '' }) nameEn: string;
  @Column('integer') xCm: number;
  @Column('integer') yCm: number;
  @Column('integer') widthCm: number;
  @Column('integer') depthCm: number;
}
