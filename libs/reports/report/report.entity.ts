import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import type { ReportFormat, ReportKind, ReportLanguage } from './report.rules';

/** A file made of a closed day. The first one stored is the document; it is never made again. */
@Entity('report')
@ForeignKey(() => Closing, ['fairId', 'day', 'revision'], ['fairId', 'day', 'revision'])
@Check('report_kind_known', `kind IN ('end_of_day')`)
@Check('report_language_known', `language IN ('vi', 'en')`)
@Check('report_format_known', `format IN ('pdf', 'xlsx', 'csv')`)
@Check('report_hash_of_bytes', `sha256 = sha256(bytes)`)
export class Report {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('integer') revision: number;
  @PrimaryColumn('text') kind: ReportKind;
  @PrimaryColumn('text') language: ReportLanguage;
  @PrimaryColumn('text') format: ReportFormat;
  @Column('bytea') bytes: Buffer;
  @Column('bytea') sha256: Buffer;
  @Column('timestamptz') madeAt: Date;
}
