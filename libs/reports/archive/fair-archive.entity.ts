import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * An archive of a sealed fair as one file, kept in pieces: here is one place for all of Phiên, and no
 * process has a disk that others reach. The same facts are the same archive; later ones make another.
 */
@Entity('fair_archive')
@Unique(['fairId', 'contentsHash'])
@Index('fair_archive_by_hash', ['sha256'])
@Check('fair_archive_edition_positive', `edition >= 1`)
@Check('fair_archive_hash_length', `octet_length(sha256) = 32 AND octet_length(contents_hash) = 32`)
export class FairArchive {
  @ForeignKey(() => Fair) @PrimaryColumn('uuid') fairId: string;
  /** From 1. */
  @PrimaryColumn('integer') edition: number;
  @ForeignKey(() => Account) @Column('uuid') askedBy: string;
  /** Fair time; it stands in the file. */
  @Column('timestamptz') madeAt: Date;
  @Column('bigint') sizeBytes: number;
  @Column('integer') pieceCount: number;
  /** Of the whole file. */
  @Column('bytea') sha256: Buffer;
  /** Of the names and sums of its parts: by what the same facts are known again. */
  @Column('bytea') contentsHash: Buffer;
}
