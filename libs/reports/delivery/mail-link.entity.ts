import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MailDelivery } from './mail-delivery.entity';

/**
 * A link to the files of a revision, as one mail holds it. Each try has its own: a try that was cut
 * off may have been delivered, and of a secret nothing but the hash is kept to write it again.
 */
@Entity('mail_link')
@ForeignKey(
  () => MailDelivery,
  ['fairId', 'day', 'revision', 'recipientId'],
  ['fairId', 'day', 'revision', 'recipientId'],
)
@Check('mail_link_token_hashed', 'octet_length(token_hash) = 32')
@Check('mail_link_expires', 'expires_at > issued_at')
export class MailLink {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('date')
  day: string;

  @Column('integer')
  revision: number;

  @Column('uuid')
  recipientId: string;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}
