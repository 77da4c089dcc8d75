import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { RegisterEpoch } from '../register/register-epoch.entity';

/**
 * Any document that extends its register's chain, whatever it says, byte for byte. The chain is a
 * foreign key to itself: gaps and forks are impossible without any code.
 */
@Entity('link')
@Unique(['fairId', 'documentId'])
@Unique(['fairId', 'registerId', 'epoch', 'sequence', 'hash'])
@ForeignKey(
  () => RegisterEpoch,
  ['fairId', 'registerId', 'epoch'],
  ['fairId', 'registerId', 'epoch'],
)
@ForeignKey(
  () => RegisterEpoch,
  ['fairId', 'registerId', 'epoch', 'genesis'],
  ['fairId', 'registerId', 'epoch', 'genesis'],
)
@ForeignKey(
  () => Link,
  ['fairId', 'registerId', 'epoch', 'previousSequence', 'previousHash'],
  ['fairId', 'registerId', 'epoch', 'sequence', 'hash'],
  { name: 'link_extends_chain' },
)
@Check('link_sequence_positive', 'sequence >= 1')
@Check(
  'link_previous_is_one_less',
  'previous_sequence IS NOT DISTINCT FROM nullif(sequence, 1) - 1',
)
@Check(
  'link_starts_from_genesis',
  'genesis IS NOT DISTINCT FROM CASE WHEN sequence = 1 THEN previous_hash END',
)
@Check('link_previous_hash_length', 'octet_length(previous_hash) = 32')
@Check('link_canonical_bounded', 'octet_length(canonical) <= 65536')
@Check('link_hash_of_bytes', 'hash = sha256(previous_hash || canonical)')
export class Link {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  registerId: string;

  @PrimaryColumn('integer')
  epoch: number;

  @PrimaryColumn('bigint')
  sequence: number;

  @Column('bigint', { nullable: true })
  previousSequence: number | null;

  @Column('bytea')
  previousHash: Buffer;

  @Column('bytea')
  hash: Buffer;

  @Column('bytea', { nullable: true })
  genesis: Buffer | null;

  @Column('uuid')
  documentId: string;

  @Column('bytea')
  canonical: Buffer;

  @Column('timestamptz')
  receivedAt: Date;
}
