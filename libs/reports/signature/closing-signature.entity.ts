import { Account, SecondFactorUse } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Closing } from '../closing/closing.entity';

/**
 * An official's signature under one revision, by its number and its hash together, so that it can
 * stand under nothing else; and the code that proved who signed. Append-only by a trigger: another
 * revision takes another signature.
 */
@Entity('closing_signature')
@ForeignKey(
  () => Closing,
  ['fairId', 'day', 'revision', 'hash'],
  ['fairId', 'day', 'revision', 'hash'],
)
@ForeignKey(() => SecondFactorUse, ['secondFactorId', 'step'], ['secondFactorId', 'step'])
@Unique('closing_signature_code_once', ['fairId', 'secondFactorId', 'step'])
@Check('closing_signature_proved_whole', `(second_factor_id IS NULL) = (step IS NULL)`)
@Check('closing_signature_named', `signer_name <> ''`)
@Check('closing_signature_exception_told', `length(exception) BETWEEN 10 AND 500`)
export class ClosingSignature {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('integer') revision: number;
  @ForeignKey(() => Account)
  @PrimaryColumn('uuid')
  accountId: string;
  /** The revision's, which `closingHash` gives. */
  @Column('bytea') hash: Buffer;
  /** As the signer was called that day. */
  @Column('text') signerName: string;
  /** Fair time. */
  @Column('timestamptz') signedAt: Date;
  /** Why it was signed though parts do not sum to a total; null where all do. */
  @Column('text', { nullable: true }) exception: string | null;
  /** Which code proved the signer; null in a fair that was read from an archive, for phones stay at home. */
  @Column('uuid', { nullable: true }) secondFactorId: string | null;
  @Column('bigint', { nullable: true }) step: number | null;
}
