import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { ReportState } from '../report/report.dto';
import { REPORT_LANGUAGES, type ReportLanguage } from '../report/report.rules';
import { PAPER_FORMATS, PAPER_KINDS } from './paper.rules';
import type { PaperFormat, PaperKind } from './paper.rules';

/** A file of a paper: made, being made, or only possible. */
export class PaperFileDto {
  @ApiProperty({ enum: REPORT_LANGUAGES })
  language: ReportLanguage;
  @ApiProperty({ enum: PAPER_FORMATS })
  format: PaperFormat;
  /** The download answers once it is `ready`. */
  state: ReportState;
  /** How much is made, 0 to 100; null unless it is being made. */
  percent: number | null;
  /** Why the last try ended without a file. */
  failedCode: string | null;
  /** File name at the end of the download's address. */
  file: string;
  /** Hex; null until it is ready. */
  sha256: string | null;
  sizeBytes: number | null;
  madeAt: string | null;
}

/** A day that a paper is about, and the revision that its figures are of. */
export class PaperDayDto {
  /** YYYY-MM-DD */
  day: string;
  /** Null where the figures are of what was booked when the paper was asked for. */
  revision: number | null;
}

/** A document of a fair besides the report of a day: what it is about and stands on, and its files. */
export class PaperDto {
  id: string;
  @ApiProperty({ enum: PAPER_KINDS })
  kind: PaperKind;
  /** Null where it is told of the whole fair. */
  exhibitorId: string | null;
  exhibitorName: string | null;
  /** YYYY-MM-DD; null for the whole fair. */
  day: string | null;
  /** From 1, of what it is about. */
  edition: number;
  /** Made of something that may still change: later facts make another edition. */
  isProvisional: boolean;
  /** ISO 8601, fair time: everything booked by then is in. */
  asOf: string;
  days: PaperDayDto[];
  /** Of what it says, hex; it stands on each of its files. */
  contentHash: string;
  files: PaperFileDto[];
}

/** Which papers are asked for; all that the caller may read when nothing is said. */
export class PapersQuery {
  @IsOptional()
  @IsIn(PAPER_KINDS)
  @ApiProperty({ enum: PAPER_KINDS, required: false })
  kind?: PaperKind;

  @IsOptional()
  @IsUUID()
  exhibitorId?: string;
}

/** Which paper is wanted, in which language; all its formats are made. */
export class OrderPaperDto {
  @IsIn(PAPER_KINDS)
  @ApiProperty({ enum: PAPER_KINDS })
  kind: PaperKind;

  /** Whose; for papers of one exhibitor, and only for them. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string;

  /** YYYY-MM-DD; the whole fair when left out. */
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/)
  day?: string;

  @IsIn(REPORT_LANGUAGES)
  @ApiProperty({ enum: REPORT_LANGUAGES })
  language: ReportLanguage;

  /** What the report on a fair is compared with: the code of a past fair, or another fair's id. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  base?: string;
}
