import type { BoothPaperSubject } from '../booth-papers/booth-paper.rules';
import type { SealedClosing } from '../closing/closing.rules';
import type { FeePaperSubject } from '../fee-paper/fee-paper';
import type { PaperFileSubject } from '../paper/paper-file';
import type { ReportFormat, ReportLanguage } from './report.rules';

/** All that a file is made of: the same subject makes the same bytes, wherever and whenever. */
export interface ReportSubject {
  closing: SealedClosing;
  language: ReportLanguage;
  /** Whether the money of single booths is written, or their ranks alone. */
  isBoothMoneyShown: boolean;
}

/** A file of a closed day, of another paper, of the plan, or about fees. */
export type FileSubject =
  | (ReportSubject & { format: ReportFormat })
  | PaperFileSubject
  | BoothPaperSubject
  | FeePaperSubject;

/** Told how much of a file is made, from 0 to 100. */
export type Progress = (percent: number) => void;
