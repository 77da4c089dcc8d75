import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ClosingFigures } from './figures.rules';

/**
 * A day as it was closed. A revision never changes; what arrives later makes the next one. No fair
 * day is asked for: a sale booked outside the fair's days must be closed too.
 * Its hash is what an official signs and what is kept outside the database.
 */
@Entity('closing')
@Unique(['fairId', 'day', 'revision', 'hash'])
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('closing_revision_positive', `revision >= 1`)
@Check('closing_hash_length', `octet_length(hash) = 32 AND octet_length(documents_hash) = 32`)
@Check(
  'closing_declared_whole',
  `(declared_count IS NULL) = (declared_hash IS NULL) AND (declared_vnd IS NULL) = (declared_hash IS NULL)`,
)
@Check('closing_declared_hash_length', `octet_length(declared_hash) = 32`)
export class Closing {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('date') day: string;
  /** From 1, without gaps. */
  @PrimaryColumn('integer') revision: number;
  @Column('timestamptz') closedAt: Date;
  /** Null when the day was closed by itself. */
  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  closedBy: string | null;
  @Column('text') reason: string;
  @Column('boolean') isComplete: boolean;
  @Column('bigint') documentCount: number;
  /** Measured: of the documents alone. */
  @Column('bigint') totalVnd: number;
  /** Visits in, counted at the gates that day. */
  @Column('bigint') entries: number;
  /** Of the chain hashes of every document of the day; the recipe is at `CloseDay`. */
  @Column('bytea') documentsHash: Buffer;
  /** Of the declared facts of the day, corrections included; null in what was closed before there were any. */
  @Column('bigint', { nullable: true }) declaredCount: number | null;
  /** Of the latest declaration of each exhibitor at each booth. */
  @Column('bigint', { nullable: true }) declaredVnd: number | null;
  /** The recipe is at `readDeclaredOfDay`. */
  @Column('bytea', { nullable: true }) declaredHash: Buffer | null;
  @Column('jsonb') figures: ClosingFigures;
  @Column('bytea') hash: Buffer;
}
