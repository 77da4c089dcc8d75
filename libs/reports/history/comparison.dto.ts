import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { NO_PART_GROWTHS, ORIGINS, PART_KINDS } from './compared-parts.rules';
import type { NoPartGrowth, Origin, PartKind } from './compared-parts.rules';
import { FIGURE_KINDS, MEASURE_NAMES } from './comparison.rules';
import type { Basis, Bound, FigureKind, Measure, NoGrowth } from './comparison.rules';
import { PastFigureDto } from './past-fair.dto';

const BOUNDS = ['exact', 'about', 'at_least', 'at_most'];
const BASES = ['whole_with_whole', 'first_days_with_first_days', 'first_days_with_whole'];
const NO_GROWTHS = ['own_lacks_figure', 'base_lacks_figure', 'first_days_against_whole'];

export class ComparisonQuery {
  /** The code of a past fair, or the id of another fair of this house that the caller may read. */
  @IsString()
  @Length(1, 300)
  base: string;
}

/** Our fair as it is compared: its finished days, and what they stand on. */
export class ComparedFairDto {
  fairId: string;
  nameVi: string;
  nameEn: string;
  /** YYYY-MM-DD */
  firstDay: string | null;
  /** YYYY-MM-DD */
  lastDay: string | null;
  /** Open days of the fair. */
  days: number;
  /** Of them, those that are over or closed; only they are compared. */
  finishedDays: number;
  boothsInPlan: number;
  /** Given to somebody: the booths that figures per booth are of. */
  boothsAllocated: number;
  /** Days are still to come, or a finished day is not closed completely. */
  isProvisional: boolean;
  /** ISO 8601 */
  asOf: string;
}

/** A past fair, or another fair of this house. */
export class BaseFairDto {
  /** Code of a past fair, or id of a fair of this house. */
  code: string;
  nameVi: string;
  nameEn: string;
  /** YYYY-MM-DD */
  firstDay: string | null;
  /** YYYY-MM-DD */
  lastDay: string | null;
  noteVi: string;
  noteEn: string;
  /** Measured by Phiên, and not read in a newspaper. */
  isOfThisHouse: boolean;
}

/** A figure of the base: one value, or the range that its sources leave; never a mean. */
export class ComparedValueDto {
  low: number;
  high: number;
  /** How the true value lies to these: `at_least` when the source says "over". */
  @ApiProperty({ enum: BOUNDS })
  bound: Bound;
  /** Its sources contradict each other, and nobody decided. */
  isConflict: boolean;
  /** A decision of this fair stands behind it. */
  isChosen: boolean;
  /** Published before the base was held. */
  isPlanned: boolean;
}

/** Percent with one decimal, of the highest base and of the lowest. */
export class GrowthDto {
  lowPercent: number;
  highPercent: number;
  @ApiProperty({ enum: BOUNDS })
  bound: Bound;
  /** The arithmetic with its figures, as anyone can do it again. */
  formula: string;
}

export class ComparisonLineDto {
  @ApiProperty({ enum: MEASURE_NAMES })
  measure: Measure;
  /** Which part of our fair stands against which part of the base. */
  @ApiProperty({ enum: BASES })
  basis: Basis;
  /** VND or a count; null with what is lacking. */
  ownValue: number | null;
  @ApiProperty({ enum: FIGURE_KINDS, nullable: true })
  ownLacks: FigureKind | null;
  base: ComparedValueDto | null;
  @ApiProperty({ enum: FIGURE_KINDS, nullable: true })
  baseLacks: FigureKind | null;
  /** What the base's value stands on, each with its source and exactness. */
  figures: PastFigureDto[];
  growth: GrowthDto | null;
  @ApiProperty({ enum: NO_GROWTHS, nullable: true })
  noGrowth: NoGrowth | null;
}

/** A unit or a country by its names. */
export class PlaceNameDto {
  nameVi: string;
  nameEn: string;
}

/** Revenue of an origin, or of a place on the ground that both fairs have in common. */
export class ComparedPartDto {
  /** origin, place, or grouped: places of ours that are told together. */
  @ApiProperty({ enum: PART_KINDS })
  kind: PartKind;
  @ApiProperty({ enum: ORIGINS })
  origin: Origin;
  /** In the units of the base's time; of ours where the base says nothing. */
  places: PlaceNameDto[];
  /** What stands on their ground on the later of both days, where that differs. */
  now: PlaceNameDto[];
  /** Units of the base's time on the same ground of which nothing is known. */
  missing: PlaceNameDto[];
  /** How many places of ours this row holds. */
  placeCount: number;
  @ApiProperty({ enum: BASES })
  basis: Basis;
  /** Null before the first day is over, and where it would tell the money of a single booth. */
  ownVnd: number | null;
  base: ComparedValueDto | null;
  /** What the base's value stands on, each with its source and exactness. */
  figures: PastFigureDto[];
  growth: GrowthDto | null;
  @ApiProperty({ enum: NO_PART_GROWTHS, nullable: true })
  noGrowth: NoPartGrowth | null;
}

/** The same day of both fairs, by its number; closed days are not counted. */
export class AlignedDayDto {
  number: number;
  /** YYYY-MM-DD of ours; null beyond our last. */
  day: string | null;
  /** Of the day itself; null until it is over. */
  revenueVnd: number | null;
  visits: number | null;
  /** From the first day to this one. */
  revenueToDateVnd: number | null;
  visitsToDate: number | null;
  /** From the base's first day to its day of this number; null where nobody published it. */
  baseRevenueToDate: ComparedValueDto | null;
  baseVisitsToDate: ComparedValueDto | null;
  revenueGrowth: GrowthDto | null;
  visitsGrowth: GrowthDto | null;
}

/** Our fair beside a base. Nothing is computed where one of them lacks a figure. */
export class ComparisonDto {
  own: ComparedFairDto;
  base: BaseFairDto;
  lines: ComparisonLineDto[];
  days: AlignedDayDto[];
  /** Origins, then places; of each the rows sum to our total. */
  parts: ComparedPartDto[];
  /** False: too few booths declared somewhere for the caller, so that parts are measured alone. */
  isDeclaredInParts: boolean;
}
