import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { MethodCalibrationDto } from '@phien/visitors';
import type { DayState } from './closing.rules';

export class CloseDayDto {
  /** Why the day is closed; the trade's usual reason when left out. A later revision needs one. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u)
  reason?: string;
}

export class ClosingGraceDto {
  /** Minutes after the closing hour. */
  @IsInt()
  @Min(0)
  @Max(720)
  minutes: number;
}

/** A booth that was assigned on the day and not heard from. */
export class SilentBoothDto {
  boothCode: string;
  exhibitorNames: string[];
}

/** A register with documents of the day whose shift is still open. */
export class UnclosedRegisterDto {
  name: string;
  boothCode: string;
  exhibitorName: string;
}

/** What a day's figures stand on, and what is missing. */
export class ClosingCoverageDto {
  boothsHeard: number;
  boothsAllocated: number;
  silentBooths: SilentBoothDto[];
  unclosedRegisters: UnclosedRegisterDto[];
  /** Documents of the whole fair that could not be booked and wait for a decision. */
  setAsideCount: number;
}

/** Visits calibrated by hand counts, beside those that were counted. */
export class DayCalibrationDto {
  /** Null while a method that counted has no factor. */
  calibratedEntries: number | null;
  /** ± entries. */
  error: number | null;
  /** How many hand counts a factor needs. */
  leastCounts: number;
  methods: MethodCalibrationDto[];
}

/** What closing a day now would freeze. */
export class ClosingPreviewDto extends ClosingCoverageDto {
  /** YYYY-MM-DD */
  day: string;
  /** The revision it would become. */
  revision: number;
  /** False: nothing is new since the latest revision, so there is nothing to close. */
  isNew: boolean;
  isComplete: boolean;
  documentCount: number;
  /** Of them, those that no revision holds yet. */
  newDocumentCount: number;
  /** Declared facts that no revision holds yet. */
  newDeclaredCount: number;
  /** Measured and declared. */
  totalVnd: number;
  declaredVnd: number;
  salesCount: number;
  entries: number;
  newEntries: number;
  /** Null where nobody counted by hand. */
  calibration: DayCalibrationDto | null;
}

/** A zone's part of a closed day. */
export class ClosingZoneDto {
  code: string;
  nameVi: string;
  nameEn: string;
  /** Measured and declared; measured alone where the closing withholds the declared part. */
  revenueVnd: number;
  salesCount: number;
  boothsAllocated: number;
  boothsHeard: number;
}

export class BoothDifferenceDto {
  boothId: string;
  boothCode: string;
  documentCount: number;
  declaredCount: number;
  /** Change of revenue; null when the fair does not let the caller see the money of a single booth. */
  totalVnd: number | null;
}

/** What a revision adds to the one before it. */
export class ClosingDifferenceDto {
  revision: number;
  documentCount: number;
  /** Declared facts. */
  declaredCount: number;
  /** Change of revenue; null where it would tell the money of a single booth to someone who may not see it. */
  totalVnd: number | null;
  entries: number;
  booths: BoothDifferenceDto[];
}

/** A closed day. It never changes: what comes later is the next revision. */
export class ClosingDto extends ClosingCoverageDto {
  fairId: string;
  /** YYYY-MM-DD */
  day: string;
  revision: number;
  /** ISO 8601, fair time. */
  closedAt: string;
  /** Null when the day was closed by itself. */
  closedByName: string | null;
  reason: string;
  /** Every register heard from had closed its last shift. */
  isComplete: boolean;
  documentCount: number;
  /** Measured and declared. */
  totalVnd: number;
  measuredVnd: number;
  /** Null in what was closed before booths could declare. */
  declaredVnd: number | null;
  /** Declared facts frozen, corrections included. */
  declaredCount: number | null;
  /** Booths with a declaration, 0 included. */
  declaredBooths: number | null;
  salesCount: number;
  averageVnd: number;
  /** Refunds and voids together, negative or 0. */
  takenBackVnd: number;
  refundCount: number;
  voidCount: number;
  /** Visits as they were counted. */
  entries: number;
  /** As it was known at the closing; null where nobody had counted by hand. */
  calibration: DayCalibrationDto | null;
  zones: ClosingZoneDto[];
  /** False: so few booths declared that zones hold the measured part alone. */
  isDeclaredInZones: boolean;
  /** Registers whose last shift was still open. */
  unclosedRegisterCount: number;
  /** Chains frozen, and how many of them are signed up to their last number. */
  headCount: number;
  signedHeadCount: number;
  /** Hex, of the chain hashes of every document of the day. */
  documentsHash: string;
  /** Hex, of every declared fact of the day. */
  declaredHash: string | null;
  /** Hex, of the revision: the number to sign and to keep elsewhere. */
  hash: string;
  difference: ClosingDifferenceDto | null;
}

/** The figures of a day in short. */
export class DayFiguresDto {
  /** Measured and declared. */
  totalVnd: number;
  declaredVnd: number;
  salesCount: number;
  entries: number;
  boothsHeard: number;
  boothsAllocated: number;
  unclosedRegisterCount: number;
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
  /** Measured and declared, of the latest revision. */
  totalVnd: number | null;
  measuredVnd: number | null;
  declaredVnd: number | null;
  entries: number | null;
  /** Of the latest revision; before the first, as of now; null on a day that has not begun. */
  figures: DayFiguresDto | null;
  /** ISO 8601, fair time. Null once closed, and while an elapsed day has nothing to close. */
  closesByItselfAt: string | null;
  /** A revision of the day is signed: the next one takes a person and their reason. */
  isSigned: boolean;
  /** Documents of the day that no revision holds yet, and their sum. */
  waitingDocumentCount: number;
  waitingVnd: number;
  /** Declared facts of the day that no revision holds yet, and what they change. */
  waitingDeclaredCount: number;
  waitingDeclaredVnd: number;
}
