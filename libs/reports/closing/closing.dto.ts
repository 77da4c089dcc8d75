import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { DayState } from './closing.rules';

export class CloseDayDto {
  /** Why the day is closed, or closed again; the trade's usual reason when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u)
  reason?: string;
}

export class BoothDifferenceDto {
  boothId: string;
  boothCode: string;
  documentCount: number;
  /** Null when the fair does not let the caller see the money of a single booth. */
  totalVnd: number | null;
}

/** What a revision adds to the one before it. */
export class ClosingDifferenceDto {
  revision: number;
  documentCount: number;
  /** Null where it would tell the money of a single booth to someone who may not see it. */
  totalVnd: number | null;
  entries: number;
  booths: BoothDifferenceDto[];
}

/** A closed day. It never changes: what comes later is the next revision. */
export class ClosingDto {
  fairId: string;
  /** YYYY-MM-DD */
  day: string;
  revision: number;
  /** ISO 8601, fair time. */
  closedAt: string;
  closedByName: string;
  reason: string;
  /** Every register heard from had closed its last shift. */
  isComplete: boolean;
  documentCount: number;
  totalVnd: number;
  salesCount: number;
  entries: number;
  boothsHeard: number;
  boothsAllocated: number;
  /** Registers whose last shift was still open. */
  unclosedRegisterCount: number;
  /** Chains frozen, and how many of them are signed up to their last number. */
  headCount: number;
  signedHeadCount: number;
  /** Hex, of the chain hashes of every document of the day. */
  documentsHash: string;
  /** Hex, of the revision: the number to sign and to keep elsewhere. */
  hash: string;
  difference: ClosingDifferenceDto | null;
}

/** A day of the fair, or another day with something booked, and how far it is closed. */
export class DayStateDto {
  /** YYYY-MM-DD */
  day: string;
  /** Not a day of the fair: it is listed because something is booked on it. */
  isOutside: boolean;
  /** HH:MM in the fair's zone; null outside the fair's days. */
  opensAt: string | null;
  closesAt: string | null;
  isOpen: boolean;
  noteVi: string;
  noteEn: string;
  /** upcoming, open (not closed yet), provisional or complete. */
  state: DayState;
  /** Of the latest revision; null before the first. */
  revision: number | null;
  closedAt: string | null;
  documentCount: number | null;
  totalVnd: number | null;
  entries: number | null;
  /** Documents of the day that no revision holds yet, and their sum. */
  waitingDocumentCount: number;
  waitingVnd: number;
}
