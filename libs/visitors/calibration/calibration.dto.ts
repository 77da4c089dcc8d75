import { ApiProperty } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { COUNT_METHODS, type CountMethod } from './calibration.rules';

/** Entries counted by hand for 15 minutes beside a clicker or a sensor. */
export class RecordHandCountDto {
  /** Made by whoever enters it and kept, so that sending twice is once. */
  @IsUUID()
  id: string;

  @IsUUID()
  gateId: string;

  @IsIn(COUNT_METHODS)
  method: CountMethod;

  /** When the 15 minutes began, ISO 8601 with its zone; cut to the whole minute. */
  @IsISO8601({ strict: true })
  startedAt: string;

  @IsInt()
  @Min(0)
  @Max(20_000)
  entries: number;
}

export class StrikeHandCountDto {
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  reason: string;
}

export class HandCountDto {
  id: string;
  gateId: string;
  @ApiProperty({ enum: COUNT_METHODS })
  method: CountMethod;
  /** ISO 8601; the count goes on for 15 minutes. */
  startedAt: Date;
  /** Counted by hand. */
  entries: number;
  /** What the machine counted in the same minutes, as far as it has been heard. */
  machineEntries: number;
  countedByName: string;
  /** Why the calibration does without it; null when it stands. */
  struckReason: string | null;
}

export class MethodCalibrationDto {
  @ApiProperty({ enum: COUNT_METHODS })
  method: CountMethod;
  /** Entries of the day as they were counted. */
  entries: number;
  /** Hand counts that the factor stands on; those in which the machine counted somebody. */
  countsUsed: number;
  /** Σ hand / Σ machine over at least three hand counts of the fair; null before. */
  factor: number | null;
  /** Standard deviation of the single ratios: the stated error of the factor. */
  spread: number | null;
}

/** Entries of a day or a period as counted, and calibrated by hand counts of the whole fair. */
export class CalibrationDto {
  /** YYYY-MM-DD */
  from: string;
  /** YYYY-MM-DD */
  day: string;
  /** Instant up to which counts are in, ISO 8601. */
  asOf: string;
  entries: number;
  /** Null while a method that counted has no factor. */
  calibratedEntries: number | null;
  /** ± entries. */
  error: number | null;
  /** How many hand counts a factor needs. */
  leastCounts: number;
  methods: MethodCalibrationDto[];
  /** The newest first, those struck out too. */
  handCounts: HandCountDto[];
}

export class CalibrationQuery {
  /** Fair day YYYY-MM-DD; today's when left out. */
  @IsOptional()
  @IsString()
  day?: string;

  /** First fair day of a period; `day` alone when left out. */
  @IsOptional()
  @IsString()
  from?: string;
}
