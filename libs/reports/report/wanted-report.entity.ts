import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import type { ReportFormat, ReportKind, ReportLanguage } from './report.rules';

/**
 * How far a file is that someone waits for. Postgres keeps it, so that a person sees the same
 * whichever worker makes the file, and a lost queue forgets no wish. The row goes when the file is
 * there; it is no fact, and only it may be changed.
 */
@Entity('wanted_report')
@ForeignKey(() => Closing, ['fairId', 'day', 'revision'], ['fairId', 'day', 'revision'])
@Check('wanted_report_percent', `percent BETWEEN 0 AND 100`)
export class WantedReport {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('integer') revision: number;
  @PrimaryColumn('text') kind: ReportKind;
  @PrimaryColumn('text') language: ReportLanguage;
  @PrimaryColumn('text') format: ReportFormat;
  /** Null until a worker begins. */
  @Column('smallint', { nullable: true }) percent: number | null;
  /** Why the last try ended without a file; null while there is hope. */
  @Column('text', { nullable: true }) failedCode: string | null;
  /** Real time of the last try, for the pause before the next. */
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
}
