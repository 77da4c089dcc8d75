import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { REPORT_FORMATS, REPORT_KINDS, REPORT_LANGUAGES } from './report.rules';
import type { ReportFormat, ReportKind, ReportLanguage } from './report.rules';

/** `absent` was never asked for; `failed` is tried again by itself, or at once when asked for. */
export type ReportState = 'ready' | 'making' | 'waiting' | 'failed' | 'absent';

/** A file of a closed day: made, being made, or only possible. */
export class ReportDto {
  /** YYYY-MM-DD */
  day: string;
  revision: number;
  kind: ReportKind;
  language: ReportLanguage;
  format: ReportFormat;
  /** The download answers once it is `ready`. */
  state: ReportState;
  /** How much is made, 0 to 100; null unless it is being made. */
  percent: number | null;
  /** Why the last try ended without a file. */
  failedCode: string | null;
  /** File name at the end of the download's address. */
  file: string;
  /** Of the revision the file is made of. */
  isComplete: boolean;
  closedAt: string;
  /** Hex; null until it is ready. */
  sha256: string | null;
  sizeBytes: number | null;
  madeAt: string | null;
}

/** Which file of which revision is wanted. */
export class OrderReportDto {
  /** YYYY-MM-DD */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  day: string;

  @IsInt()
  @Min(1)
  @Max(999_999)
  revision: number;

  @IsIn(REPORT_KINDS)
  kind: ReportKind;

  @IsIn(REPORT_LANGUAGES)
  language: ReportLanguage;

  @IsIn(REPORT_FORMATS)
  format: ReportFormat;
}
