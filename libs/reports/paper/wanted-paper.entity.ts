import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ReportLanguage } from '../report/report.rules';
import { Paper } from './paper.entity';
import type { PaperFormat } from './paper.rules';

/** How far a paper's file is that someone waits for; as `WantedReport` is for reports. */
@Entity('wanted_paper')
@ForeignKey(() => Paper, ['fairId', 'paperId'], ['fairId', 'id'])
@Check('wanted_paper_percent', `percent BETWEEN 0 AND 100`)
export class WantedPaper {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') paperId: string;
  @PrimaryColumn('text') language: ReportLanguage;
  @PrimaryColumn('text') format: PaperFormat;
  /** Null until a worker begins. */
  @Column('smallint', { nullable: true }) percent: number | null;
  /** Why the last try ended without a file; null while there is hope. */
  @Column('text', { nullable: true }) failedCode: string | null;
  /** Real time of the last try, for the pause before the next. */
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
}
