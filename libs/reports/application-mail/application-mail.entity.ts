import { ApplicationStep } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DeliveryState } from '../delivery/delivery.rules';

/** How far the mail of one step is: Postgres says what is due, and forgets no mail. */
@Entity('application_mail')
@ForeignKey(
  () => ApplicationStep,
  ['fairId', 'applicationId', 'step'],
  ['fairId', 'applicationId', 'number'],
)
@Check('application_mail_state_known', `state IN ('waiting', 'sent', 'failed')`)
@Check('application_mail_tries_counted', 'tries >= 0')
@Check('application_mail_waits_until', `(state = 'waiting') = (next_try_at IS NOT NULL)`)
@Check('application_mail_sent_once', `(state = 'sent') = (sent_at IS NOT NULL)`)
@Check('application_mail_says_why', `state <> 'failed' OR last_error IS NOT NULL`)
export class ApplicationMail {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') applicationId: string;
  /** Number of the step within its application. */
  @PrimaryColumn('integer') step: number;
  @Column('text') state: DeliveryState;
  /** Begun, the one under way included. */
  @Column('smallint') tries: number;
  /** While one is under way: when another worker may take it that this one never ended. */
  @Column('timestamptz', { nullable: true }) nextTryAt: Date | null;
  /** What the mail server, or the network, said last. */
  @Column('text', { nullable: true }) lastError: string | null;
  /** When the mail server took it. */
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
