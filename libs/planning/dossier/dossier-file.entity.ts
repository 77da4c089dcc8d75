import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DossierFileType } from './dossier-file.rules';
import { DossierItem } from './dossier-item.entity';

/** A paper as it was scanned or photographed. It goes when the paper is taken out of the dossier. */
@Entity('dossier_file')
@ForeignKey(() => DossierItem, ['fairId', 'itemId'], ['fairId', 'id'])
@Check('dossier_file_type_known', `media_type IN ('application/pdf', 'image/jpeg', 'image/png')`)
@Check('dossier_file_bounded', `octet_length(bytes) BETWEEN 1 AND 5242880`)
@Check('dossier_file_hash_of_bytes', `sha256 = sha256(bytes)`)
export class DossierFile {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') itemId: string;
  @Column('text') mediaType: DossierFileType;
  @Column('bytea') bytes: Buffer;
  @Column('bytea') sha256: Buffer;
  @Column('timestamptz') addedAt: Date;
}
