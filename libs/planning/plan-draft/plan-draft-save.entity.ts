import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PlanDraft } from './plan-draft.entity';

/** Who saved a draft and what it touched: told to whoever draws on an older version. */
@Entity('plan_draft_save')
@Unique('plan_draft_save_once', ['fairId', 'id'])
@ForeignKey(() => PlanDraft, ['fairId'], ['fairId'])
@Check(
  'plan_draft_save_shape',
  `jsonb_typeof(item_ids) = 'array' AND jsonb_typeof(names) = 'array'`,
)
export class PlanDraftSave {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('integer') version: number;
  /** Made by whoever saves, so that asking twice is once. */
  @Column('uuid') id: string;

  @ForeignKey(() => Account)
  @Column('uuid')
  savedBy: string;

  @Column('timestamptz') savedAt: Date;
  @Column('jsonb') itemIds: string[];
  @Column('jsonb') names: string[];
}
