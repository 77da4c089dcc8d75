import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../account/account.entity';

/**
 * A phone that shows codes for an account: offered, confirmed by a first code, at last retired by
 * somebody else. An account has at most one that is not retired. The row stays, because signatures
 * name it; the secret does not.
 */
@Entity('second_factor')
@Index('second_factor_of_account_idx', ['accountId'], {
  unique: true,
  where: 'retired_at IS NULL',
})
@Check('second_factor_secret_length', `octet_length(secret) = 20`)
@Check('second_factor_secret_kept', `(secret IS NULL) = (retired_at IS NOT NULL)`)
@Check('second_factor_retired_once_confirmed', `retired_at IS NULL OR confirmed_at IS NOT NULL`)
@Check(
  'second_factor_retired_by_another',
  `retired_by IS NULL OR (retired_at IS NOT NULL AND retired_by <> account_id)`,
)
export class SecondFactor {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Account)
  @Column('uuid')
  accountId: string;

  /** 160 random bits, as the phone has them; null once retired. */
  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  @Column('timestamptz')
  offeredAt: Date;

  /** Null until the first code from the phone. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  /** Null while it is in use, and when whoever runs the server retired it. */
  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  retiredBy: string | null;
}
