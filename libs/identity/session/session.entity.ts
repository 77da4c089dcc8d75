import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../account/account.entity';

/** One browser signed in. The token itself is only in the browser's cookie. */
@Entity('session')
@Check('session_token_hashed', 'octet_length(token_hash) = 32')
export class Session {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Index()
  @ForeignKey(() => Account)
  @Column('uuid')
  accountId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { default: '' })
  userAgent: string;
}
