import { ApiProperty } from '@nestjs/swagger';
import { PAPER_KINDS } from '../paper/paper.rules';
import type { PaperFormat, PaperKind } from '../paper/paper.rules';
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

/** A closed day: what stands behind the hash of a revision, or of a stored file of one. */
export class VerifiedClosingDto {
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

/** The file of a paper that has the hash. */
export class VerifiedPaperFileDto {
  language: ReportLanguage;
  format: PaperFormat;
  /** ISO 8601, fair time. */
  madeAt: string;
}

/** A day that a paper stands on, and whether that day was closed again since. */
export class VerifiedPaperDayDto {
  /** YYYY-MM-DD */
  day: string;
  /** Null where the day was not closed when the paper was asked for. */
  revision: number | null;
  /** Of the day by now; null while it is not closed. */
  latestRevision: number | null;
}

export const PAPER_MEASURES = [
  'revenue_vnd',
  'sales',
  'documents',
  'lines',
  'visits',
  'late',
  'set_aside',
] as const;
export type PaperMeasure = (typeof PAPER_MEASURES)[number];

/** A figure that stands on the paper, to be held beside it. */
export class VerifiedPaperFigureDto {
  @ApiProperty({ enum: PAPER_MEASURES })
  measure: PaperMeasure;
  /** In the unit of the measure's name; a count otherwise. */
  value: number;
}

/** A later edition of the same subject: that it exists, and nothing that it says. */
export class NewerEditionDto {
  edition: number;
  /** ISO 8601, fair time. */
  asOf: string;
  isProvisional: boolean;
}

/** Another document of a fair; no more of it than stands on it. */
export class VerifiedPaperDto {
  @ApiProperty({ enum: PAPER_KINDS })
  kind: PaperKind;
  fairNameVi: string;
  fairNameEn: string;
  timeZone: string;
  isDemo: boolean;
  /** Whose, as the paper names it; null where it is told of the whole fair. */
  exhibitorName: string | null;
  /** YYYY-MM-DD; null for the whole fair. */
  day: string | null;
  /** From 1, of what it is about. */
  edition: number;
  /** It was made of something that could still change. */
  isProvisional: boolean;
  /** ISO 8601, fair time: everything booked by then is in. */
  asOf: string;
  days: VerifiedPaperDayDto[];
  /** Null when the hash is that of what the paper says, as printed in its files. */
  file: VerifiedPaperFileDto | null;
  figures: VerifiedPaperFigureDto[];
  /** The latest edition, when this is not it. */
  newer: NewerEditionDto | null;
}

/** The archive of a fair; nothing of what is in it. */
export class VerifiedArchiveDto {
  fairNameVi: string;
  fairNameEn: string;
  timeZone: string;
  isDemo: boolean;
  /** From 1. */
  edition: number;
  /** ISO 8601, fair time. */
  madeAt: string;
  sizeBytes: number;
  /** The latest archive of the fair, when this is not it. */
  newerEdition: number | null;
}

/** What stands behind a hash; exactly one is there. */
export class VerifiedDocumentDto {
  closing: VerifiedClosingDto | null;
  paper: VerifiedPaperDto | null;
  archive: VerifiedArchiveDto | null;
}
