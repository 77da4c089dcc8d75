import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Application } from './application.entity';
import type { ApplicationAction, ApplicationState } from './application-steps.rules';

/** What was done with an application, by whom and with what words. Append-only by a trigger. */
@Entity('application_step')
@ForeignKey(() => Application, ['fairId', 'applicationId'], ['fairId', 'id'])
@ForeignKey(() => Account, ['accountId'], ['id'])
@Check('application_step_numbered', `number >= 1`)
@Check(
  'application_step_action_known',
  `action IN ('send', 'withdraw', 'accept', 'ask_back', 'refuse', 'wait')`,
)
@Check('application_step_message_length', `length(message) BETWEEN 1 AND 2000`)
@Check('application_step_says_why', `message IS NOT NULL OR action NOT IN ('ask_back', 'refuse')`)
@Check('application_step_by_whom', `(account_id IS NULL) = (action IN ('send', 'withdraw'))`)
export class ApplicationStep {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') applicationId: string;
  /** 1, 2, 3 … within the application. */
  @PrimaryColumn('integer') number: number;
  @Column('text') action: ApplicationAction;
  /** In which it was afterwards. */
  @Column('text') state: ApplicationState;
  @Column('text', { nullable: true }) message: string | null;
  /** Fields that differ from what was sent before; of a sending after the first. */
  @Column('text', { array: true }) changed: string[];
  /** Null: whoever applies. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz') at: Date;
}
