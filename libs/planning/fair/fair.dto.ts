import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { BOOTH_MONEY_VISIBLE_TO, type BoothMoneyVisibleTo, type FairState } from './fair.entity';
import {
  FAIR_CASTS,
  FAIR_TEMPLATES,
  type FairCast,
  type FairTemplate,
} from './fair-template.rules';

/** A day of the fair in its own time zone. */
export class FairDayDto {
  /** YYYY-MM-DD. */
  day: string;

  /** HH:MM, local. */
  opensAt: string;

  /** HH:MM, local. */
  closesAt: string;

  /** False: a closed day, or one that is not counted. */
  isOpen: boolean;

  noteVi: string;

  noteEn: string;
}

/** A fair as lists show it. */
export class FairSummaryDto {
  id: string;

  code: string;

  nameVi: string;

  nameEn: string;

  state: FairState;

  /** Made to be tried out: its people, prices and figures are invented. */
  isDemo: boolean;

  /** YYYY-MM-DD; null while no day is set. */
  firstDay: string | null;

  /** YYYY-MM-DD; null while no day is set. */
  lastDay: string | null;
}

/** A fair with its days. */
export class FairDto extends FairSummaryDto {
  venueVi: string;

  venueEn: string;

  /** IANA name; fair days are cut in it. */
  timeZone: string;

  /** Minutes after midnight until which a sale belongs to the day before. */
  dayCutMinutes: number;

  /** Minutes after the closing hour before a day is closed. */
  closingGraceMinutes: number;

  /** Who sees the money of a single booth. */
  boothMoneyVisibleTo: BoothMoneyVisibleTo;

  hallWidthCm: number;

  hallDepthCm: number;

  days: FairDayDto[];
}

/** Who sees the money of a single booth. */
export class BoothMoneyDto {
  /** `everyone`: who looks after a zone or a delegation too. */
  @IsIn(BOOTH_MONEY_VISIBLE_TO)
  visibleTo: BoothMoneyVisibleTo;
}

/** A fair to be made from a template: whole, to be tried out, or with nobody in it yet. */
export class OpenFairDto {
  @IsIn(FAIR_TEMPLATES)
  template: FairTemplate;

  /** `demo` (unless told) fills it with invented sellers; `none` is a real fair. */
  @IsOptional()
  @IsIn(FAIR_CASTS)
  cast?: FairCast;

  /** Small letters, digits and single hyphens: it stands in the public address. */
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @Length(3, 60)
  code: string;

  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  nameVi: string;

  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  nameEn: string;

  /** YYYY-MM-DD in Asia/Ho_Chi_Minh. */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  startsOn: string;

  /** How many days in a row. */
  @IsInt()
  @Min(1)
  @Max(62)
  days: number;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  venueVi?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  venueEn?: string;

  /** HH:MM, local, of every day; 08:00 unless told. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  opensAt?: string;

  /** HH:MM, local, of every day; 22:00 unless told. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  closesAt?: string;

  /** Minutes after the closing hour before a day is closed; 60 unless told. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(720)
  closingGraceMinutes?: number;
}
