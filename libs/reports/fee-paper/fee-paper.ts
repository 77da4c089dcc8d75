import type { FeeNoticeDto, FeeStandingsDto } from '@phien/planning';
import type { ReportLanguage } from '../report/report.rules';

/** All that a file about fees is made of: the same subject makes the same bytes. */
export type FeePaperSubject =
  | { feeNotice: FeeNoticeDto; language: ReportLanguage }
  | { feesOverdue: FeeStandingsDto; language: ReportLanguage; format: 'xlsx' | 'csv' };
