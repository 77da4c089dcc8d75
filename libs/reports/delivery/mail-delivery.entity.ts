import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import type { DeliveryState } from './delivery.rules';
import { MailRecipient } from './mail-recipient.entity';

/** How far the mail of one revision to one person is: Postgres says what is due, and forgets no mail. */
@Entity('mail_delivery')
@ForeignKey(() => Closing, ['fairId', 'day', 'revision'], ['fairId', 'day', 'revision'])
@ForeignKey(() => MailRecipient, ['fairId', 'recipientId'], ['fairId', 'id'])
@Check('mail_delivery_state_known', `state IN ('waiting', 'sent', 'failed')`)
@Check('mail_delivery_tries_counted', 'tries >= 0')
@Check('mail_delivery_waits_until', `(state = 'waiting') = (next_try_at IS NOT NULL)`)
@Check('mail_delivery_sent_once', `(state = 'sent') = (sent_at IS NOT NULL)`)
@Check('mail_delivery_says_why', `state <> 'failed' OR last_error IS NOT NULL`)
export class MailDelivery {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('integer')
  revision: number;

  @PrimaryColumn('uuid')
  recipientId: string;

  @Column('text')
  state: DeliveryState;

  /** Begun, the one under way included. */
  @Column('smallint')
  tries: number;

  /** While one is under way: when another worker may take it that this one never ended. */
  @Column('timestamptz', { nullable: true })
  nextTryAt: Date | null;

  /** What the mail server, or the network, said last. */
  @Column('text', { nullable: true })
  lastError: string | null;

  /** When the mail server took it. */
  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
