import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';

export type PlanFeatureKind = 'aisle' | 'gate' | 'stage' | 'exit' | 'text';

/** What else the plan shows: aisles, gates, exits, the stage, words. */
@Entity('plan_feature')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('plan_feature_kind_known', `kind IN ('aisle', 'gate', 'stage', 'exit', 'text')`)
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
