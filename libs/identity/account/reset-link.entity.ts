import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity';

/** The right to choose a new password for one account, once and within the hour. */
@Entity('reset_link')
@Check('reset_link_token_hashed', 'octet_length(token_hash) = 32')
export class ResetLink {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Index()
  @ForeignKey(() => Account)
  @Column('uuid')
  accountId: string;

  /** Null: issued on the server itself. */
  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  issuedBy: string | null;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}
