import type { ReportFormat, ReportKind, ReportLanguage } from './report.rules';

/** A file made, or being made, of a closed day. */
export class ReportDto {
  /** YYYY-MM-DD */
  day: string;
  revision: number;
  kind: ReportKind;
  language: ReportLanguage;
  format: ReportFormat;
  /** The download answers once it is ready. */
  state: 'ready' | 'pending';
  /** File name at the end of the download's address. */
  file: string;
  /** Of the revision the file is made of. */
  isComplete: boolean;
  closedAt: string;
  /** Hex; null while pending. */
  sha256: string | null;
  sizeBytes: number | null;
  madeAt: string | null;
}
