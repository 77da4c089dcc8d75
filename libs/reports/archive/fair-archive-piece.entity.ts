import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FairArchive } from './fair-archive.entity';

/** Some bytes of an archive, in their order from 1; written before the archive's own row. */
@Entity('fair_archive_piece')
@ForeignKey(() => FairArchive, ['fairId', 'edition'], ['fairId', 'edition'], {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('fair_archive_piece_no_positive', `piece_no >= 1`)
@Check('fair_archive_piece_small', `octet_length(bytes) BETWEEN 1 AND 1048576`)
export class FairArchivePiece {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('integer') edition: number;
  @PrimaryColumn('integer') pieceNo: number;
  @Column('bytea') bytes: Buffer;
}
