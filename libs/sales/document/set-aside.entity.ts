import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Link } from './link.entity';

/** A linked document that could not be booked, and why. Accepting it later inserts a document. */
@Entity('set_aside')
@Index('set_aside_original_idx', ['fairId', 'originalId'], { where: 'original_id IS NOT NULL' })
@ForeignKey(() => Link, ['fairId', 'documentId'], ['fairId', 'documentId'])
export class SetAside {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  documentId: string;

  @Column('text')
  code: string;

  @Column('uuid', { nullable: true })
  originalId: string | null;

  @Column('timestamptz')
  setAsideAt: Date;
}
