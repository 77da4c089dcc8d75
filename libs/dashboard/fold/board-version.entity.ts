import { Fair } from '@phien/planning';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How many times a fair's rollups were raised, and when last (fair time). */
@Entity('board_version')
export class BoardVersion {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @Column('bigint')
  version: number;

  @Column('timestamptz')
  foldedAt: Date;
}
