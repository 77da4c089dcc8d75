import type { ReportFormat, ReportLanguage } from '../report/report.rules';

/** Who signed a revision, for whoever holds it. */
export class VerifiedSignatureDto {
  signerName: string;
  /** ISO 8601, fair time. */
  signedAt: string;
  /** Why it was signed though parts do not sum; null where all do. */
  exception: string | null;
}

/** The file that has the hash. */
export class VerifiedFileDto {
  language: ReportLanguage;
  format: ReportFormat;
}

/** The figures to hold beside a paper; none is of a single booth. */
export class VerifiedFiguresDto {
  /** Measured and declared. */
  revenueVnd: number;
  measuredVnd: number;
  /** Null in what was closed before booths could declare. */
  declaredVnd: number | null;
  salesCount: number;
  entries: number;
  boothsHeard: number;
  boothsAllocated: number;
}

/** A later revision of the same day. */
export class NewerRevisionDto {
  revision: number;
  /** ISO 8601, fair time. */
  closedAt: string;
  reason: string;
  isSigned: boolean;
}

/** What stands behind a hash: a revision, or a stored file of one. */
export class VerifiedDocumentDto {
  fairNameVi: string;
  fairNameEn: string;
  timeZone: string;
  isDemo: boolean;
  /** YYYY-MM-DD */
  day: string;
  revision: number;
  /** ISO 8601, fair time: what the figures hold as of. */
  closedAt: string;
  reason: string;
  isComplete: boolean;
  /** Null when the hash is that of the revision, as printed in its reports. */
  file: VerifiedFileDto | null;
  figures: VerifiedFiguresDto;
  signatures: VerifiedSignatureDto[];
  /** The latest revision of the day, when this is not it. */
  newer: NewerRevisionDto | null;
}
