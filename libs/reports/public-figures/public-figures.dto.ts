import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, ValidateIf } from 'class-validator';
import {
  DECLARED_PARTS,
  DELAYS_MINUTES,
  PUBLIC_DAY_STATES,
  REVENUE_STEPS_VND,
  VISITS_STEPS,
  type DeclaredPart,
  type PublicDayState,
} from './public-figures.rules';

/** What a fair tells people without an account. */
export class PublicationDto {
  /** False: for them there is no such fair. */
  @IsBoolean()
  isPublished: boolean;

  @IsBoolean()
  showsVisits: boolean;

  @IsBoolean()
  showsRevenue: boolean;

  /** How many booths sold on a day. */
  @IsBoolean()
  showsBooths: boolean;

  /** Visits are rounded down to multiples of it: 10, 100 or 1000. */
  @IsIn(VISITS_STEPS)
  visitsStep: number;

  /** Revenue is rounded down to multiples of it: 1, 10 or 100 million. */
  @IsIn(REVENUE_STEPS_VND)
  revenueStepVnd: number;

  /** How old figures are before they are told: 0, 15 or 60; null: once the day is closed. */
  @ValidateIf((wanted: PublicationDto) => wanted.delayMinutes !== null)
  @IsIn(DELAYS_MINUTES)
  delayMinutes: number | null;
}

/** One day of a fair as the public sees it. */
export class PublicDayDto {
  /** YYYY-MM-DD in the fair's zone. */
  day: string;
  /** HH:MM in the fair's zone; null outside the fair's own days. */
  opensAt: string | null;
  closesAt: string | null;
  @ApiProperty({ enum: PUBLIC_DAY_STATES })
  state: PublicDayState;
  /** Of the closing that the figures are from; null before the first. */
  revision: number | null;
  /** When that was closed, ISO 8601. */
  closedAt: string | null;
  /** Whether every till that was heard from had closed its last shift then; null before a closing. */
  isComplete: boolean | null;
  /** Rounded down; null where it is not told. */
  visits: number | null;
  /** Rounded down; null where it is not told. */
  revenueVnd: number | null;
  /** Fewer than three booths took money that day: told, it would be the money of a booth. */
  isRevenueWithheld: boolean;
  /** What booths declared beside their tills: in the revenue, or why not; null where none is told. */
  @ApiProperty({ enum: DECLARED_PARTS, nullable: true })
  declared: DeclaredPart | null;
  /** Booths with a sale at a till; null where it is not told. */
  boothsSelling: number | null;
}

/** The sum of what is told of the days, so it is rounded down as they are. */
export class PublicTotalDto {
  visits: number | null;
  revenueVnd: number | null;
  /** Days whose revenue is in it. */
  revenueDays: number;
}

/** What a fair publishes of itself, and nothing else. */
export class PublicFiguresDto {
  code: string;
  nameVi: string;
  nameEn: string;
  venueVi: string;
  venueEn: string;
  isDemo: boolean;
  /** IANA name. */
  timeZone: string;
  /** Everything up to this minute and nothing after it, ISO 8601; null while nothing is told. */
  asOf: string | null;
  showsVisits: boolean;
  showsRevenue: boolean;
  showsBooths: boolean;
  visitsStep: number;
  revenueStepVnd: number;
  delayMinutes: number | null;
  days: PublicDayDto[];
  total: PublicTotalDto;
}
