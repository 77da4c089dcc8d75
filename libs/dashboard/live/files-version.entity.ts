import { Fair } from '@phien/planning';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * How often what is told of a fair's files has changed: wanted, begun, so far made, there, failed.
 * The files are kept further to the right; this number alone lets open screens hear of them here.
 */
@Entity('files_version')
export class FilesVersion {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @Column('bigint')
  version: number;
}
