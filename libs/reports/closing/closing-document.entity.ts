import { Document } from '@phien/sales';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Closing } from './closing.entity';

/**
 * Which revision counted a document first. A day is closed by this set of ids and not by time, so a
 * sale of the closing minute is either in a revision or waits for the next, never in between.
 */
@Entity('closing_document')
@Index('closing_document_day_idx', ['fairId', 'day', 'revision'])
@ForeignKey(() => Closing, ['fairId', 'day', 'revision'], ['fairId', 'day', 'revision'])
@ForeignKey(() => Document, ['fairId', 'documentId'], ['fairId', 'id'])
export class ClosingDocument {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') documentId: string;
  @Column('date') day: string;
  @Column('integer') revision: number;
}
