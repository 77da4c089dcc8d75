import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReportLanguage } from '../report/report.rules';

/** Someone whom every closing of the fair is mailed to, from when they were added until they are ended. */
@Entity('mail_recipient')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Index('mail_recipient_living', ['fairId', 'address'], { unique: true, where: 'ended_at IS NULL' })
@Check('mail_recipient_named', `length(name) BETWEEN 1 AND 120 AND name !~ '[[:cntrl:]]'`)
@Check(
  'mail_recipient_address_plain',
  `address ~ '^[!-~]+@[!-~]+$' AND address = lower(address) AND length(address) <= 254`,
)
@Check('mail_recipient_language_known', `language IN ('vi', 'en')`)
@Check('mail_recipient_ended_by_one', '(ended_by IS NULL) = (ended_at IS NULL)')
export class MailRecipient {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** In lower case. */
  @Column('text')
  address: string;

  /** Of the mail and of its files. */
  @Column('text')
  language: ReportLanguage;

  @ForeignKey(() => Account)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz')
  addedAt: Date;

  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
