import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { FAIR_KINDS, type FairKind } from './fair-kind.rules';
import { DAY_KINDS, type DayKind } from './fair-schedule.rules';
import { FAIR_STATES, type FairState } from './fair-state.rules';
import { BOOTH_MONEY_VISIBLE_TO, type BoothMoneyVisibleTo } from './fair.entity';
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

  /** The opening evening: sold on, and not counted as a day. */
  isOpening: boolean;

  noteVi: string;

  noteEn: string;
}

/** A fair as lists show it. */
export class FairSummaryDto {
  id: string;

  code: string;

  nameVi: string;

  nameEn: string;

  /** As people set it and the clock goes on. */
  state: FairState;

  kind: FairKind;

  /** The name that fairs of one row share; empty of one alone. */
  series: string;

  /** A permanent point of sale without a set end. */
  hasOpenEnd: boolean;

  venueVi: string;

  venueEn: string;

  /** Made to be tried out: its people, prices and figures are invented. */
  isDemo: boolean;

  /** YYYY-MM-DD; null while no day is set. The opening evening is none of its days. */
  firstDay: string | null;

  /** YYYY-MM-DD; null while no day is set. */
  lastDay: string | null;
}

/** A fair of the list, with how far its booths are given. */
export class ListedFairDto extends FairSummaryDto {
  /** Booths to sell in. */
  boothCount: number;

  /** Of them, those in which somebody stands. */
  givenBoothCount: number;
}

/** A fair with its days. */
export class FairDto extends FairSummaryDto {
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

const HOUR_AND_MINUTE = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A day as an organizer wishes it. */
export class ScheduledDayDto {
  /** YYYY-MM-DD in the fair's zone. */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  day: string;

  /** HH:MM, local. */
  @Matches(HOUR_AND_MINUTE)
  opensAt: string;

  /** HH:MM, local. */
  @Matches(HOUR_AND_MINUTE)
  closesAt: string;

  /** `closed`: inside the fair, and shut. `opening_evening`: sold on, and not counted as a day. */
  @IsIn(DAY_KINDS)
  kind: DayKind;

  @IsString()
  @MaxLength(200)
  noteVi: string;

  @IsString()
  @MaxLength(200)
  noteEn: string;
}

/** A fair to be made: whole, to be tried out, or with nobody in it yet. */
export class OpenFairDto {
  /** Made by whoever asks, so that the same wish again is the same fair. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** Where its plan comes from, unless `planOf` says it. */
  @ValidateIf(({ planOf }: OpenFairDto) => planOf === undefined)
  @IsIn(FAIR_TEMPLATES)
  template?: FairTemplate;

  /** Another fair that the caller organizes: its published plan is copied. */
  @IsOptional()
  @IsUUID()
  planOf?: string;

  /** `demo` (unless told) fills it with invented sellers; `none` is a real fair. */
  @IsOptional()
  @IsIn(FAIR_CASTS)
  cast?: FairCast;

  /** True: nobody without a role in it is told of it until it is published. */
  @IsOptional()
  @IsBoolean()
  isDraft?: boolean;

  /** `fair` unless told. */
  @IsOptional()
  @IsIn(FAIR_KINDS)
  kind?: FairKind;

  /** The name that fairs of one row share. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  series?: string;

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

  /** Its days one by one; else `startsOn` and `days` say them. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(366)
  @ValidateNested({ each: true })
  @Type(() => ScheduledDayDto)
  schedule?: ScheduledDayDto[];

  /** Of a permanent point of sale: its days are written on as they come. */
  @IsOptional()
  @IsBoolean()
  hasOpenEnd?: boolean;

  /** YYYY-MM-DD in the fair's zone. */
  @ValidateIf(({ schedule }: OpenFairDto) => schedule === undefined)
  @Matches(/^\d{4}-\d\d-\d\d$/)
  startsOn?: string;

  /** How many days in a row. */
  @ValidateIf(({ schedule }: OpenFairDto) => schedule === undefined)
  @IsInt()
  @Min(1)
  @Max(62)
  days?: number;

  /** IANA name; Asia/Ho_Chi_Minh unless told. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  timeZone?: string;

  /** Minutes after midnight until which a sale belongs to the day before; 0 unless told. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(719)
  dayCutMinutes?: number;

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
  @Matches(HOUR_AND_MINUTE)
  opensAt?: string;

  /** HH:MM, local, of every day; 22:00 unless told. */
  @IsOptional()
  @Matches(HOUR_AND_MINUTE)
  closesAt?: string;

  /** Minutes after the closing hour before a day is closed; 60 unless told. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(720)
  closingGraceMinutes?: number;
}

/** Where a fair is moved to; moving it there again is once. */
export class MoveFairDto {
  @IsIn(FAIR_STATES)
  to: FairState;
}

/** What of a fair can be changed now, and under which version it was looked at. */
export class FairSettingsDto {
  /** As it was under `version`. */
  fair: FairDto;

  version: number;

  /** As people set it and the clock goes on. */
  state: FairState;

  /** States that an organizer can move it to now. */
  moves: FairState[];

  /** Names, venue and days can still be changed. */
  mayChange: boolean;

  /** It keeps its time zone and its day cut. */
  hasFacts: boolean;

  /** YYYY-MM-DD: the fair day that it is now. */
  today: string;

  /** YYYY-MM-DD: days that stay as they count. */
  daysWithFacts: string[];
}

/** A fair as it shall be; what is like before changes nothing. */
export class ChangeFairDto {
  /** Under which it was looked at. */
  @IsInt()
  @Min(1)
  version: number;

  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  nameVi: string;

  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  nameEn: string;

  @IsString()
  @MaxLength(200)
  venueVi: string;

  @IsString()
  @MaxLength(200)
  venueEn: string;

  @IsString()
  @MaxLength(200)
  series: string;

  @IsString()
  @Length(1, 60)
  timeZone: string;

  @IsInt()
  @Min(0)
  @Max(719)
  dayCutMinutes: number;

  @IsInt()
  @Min(0)
  @Max(720)
  closingGraceMinutes: number;

  @IsBoolean()
  hasOpenEnd: boolean;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_500)
  @ValidateNested({ each: true })
  @Type(() => ScheduledDayDto)
  schedule: ScheduledDayDto[];
}
