import { IsIn, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { BoothMoneyVisibleTo, FairState } from './fair.entity';
import { FAIR_TEMPLATES, type FairTemplate } from './fair-template.rules';

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

/** A fair to be made from a template, whole, to be tried out. */
export class OpenFairDto {
  @IsIn(FAIR_TEMPLATES)
  template: FairTemplate;

  /** Small letters, digits and single hyphens: it stands in the public address. */
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @Length(3, 60)
  code: string;

  @IsString()
  @Length(1, 200)
  nameVi: string;

  @IsString()
  @Length(1, 200)
  nameEn: string;

  /** YYYY-MM-DD in Asia/Ho_Chi_Minh. */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  startsOn: string;

  /** How many days in a row. */
  @IsInt()
  @Min(1)
  @Max(62)
  days: number;
}
