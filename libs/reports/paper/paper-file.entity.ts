import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReportLanguage } from '../report/report.rules';
import { Paper } from './paper.entity';
import type { PaperFormat } from './paper.rules';

/** A file made of a paper. The first one stored is the document; it is never made again. */
@Entity('paper_file')
@ForeignKey(() => Paper, ['fairId', 'paperId'], ['fairId', 'id'])
@Index('paper_file_by_hash', ['sha256'])
@Check('paper_file_language_known', `language IN ('vi', 'en')`)
@Check('paper_file_format_known', `format IN ('pdf', 'xlsx', 'csv', 'docx')`)
@Check('paper_file_hash_of_bytes', `sha256 = sha256(bytes)`)
export class PaperFile {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') paperId: string;
  @PrimaryColumn('text') language: ReportLanguage;
  @PrimaryColumn('text') format: PaperFormat;
  @Column('bytea') bytes: Buffer;
  @Column('bytea') sha256: Buffer;
  @Column('timestamptz') madeAt: Date;
}
