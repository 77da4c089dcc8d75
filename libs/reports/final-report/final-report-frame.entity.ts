import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ReportLanguage } from '../report/report.rules';

/** A frame that an organizer brought for the report on a fair; without bytes the house's own again. */
@Entity('final_report_frame')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('final_report_frame_revision_positive', `revision >= 1`)
@Check('final_report_frame_language_known', `language IN ('vi', 'en')`)
@Check(
  'final_report_frame_whole',
  `(name IS NULL) = (bytes IS NULL) AND (sha256 IS NULL) = (bytes IS NULL)`,
)
@Check('final_report_frame_hash_of_bytes', `sha256 = sha256(bytes)`)
@Check('final_report_frame_size', `octet_length(bytes) <= 600000`)
export class FinalReportFrame {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('text') language: ReportLanguage;
  /** From 1, without gaps. */
  @PrimaryColumn('integer') revision: number;
  /** Of the file, as it was brought. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('bytea', { nullable: true }) bytes: Buffer | null;
  @Column('bytea', { nullable: true }) sha256: Buffer | null;
  @ForeignKey(() => Account) @Column('uuid') broughtBy: string;
  @Column('timestamptz') broughtAt: Date;
}
