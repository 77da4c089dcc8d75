import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Application } from './application.entity';
import type { FileType } from './application-file.rules';

/** A paper that belongs to an application. Its bytes are never opened here, only handed on to be saved. */
@Entity('application_file')
@Unique(['fairId', 'applicationId', 'sha256'])
@ForeignKey(() => Application, ['fairId', 'applicationId'], ['fairId', 'id'])
@Check('application_file_named', `length(name) BETWEEN 1 AND 120`)
@Check(
  'application_file_type_known',
  `media_type IN ('application/pdf', 'image/jpeg', 'image/png')`,
)
@Check(
  'application_file_bounded',
  `byte_count BETWEEN 1 AND 5242880 AND byte_count = octet_length(bytes)`,
)
@Check('application_file_hash_of_bytes', `sha256 = sha256(bytes)`)
export class ApplicationFile {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') applicationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') mediaType: FileType;
  @Column('integer') byteCount: number;
  @Column('bytea') bytes: Buffer;
  @Column('bytea') sha256: Buffer;
  @Column('timestamptz') addedAt: Date;
}
