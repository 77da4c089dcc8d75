import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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
  ValidateNested,
} from 'class-validator';
import { BOOTH_KINDS, FACINGS, type BoothKind, type Facing } from '../plan/booth.entity';
import { PLAN_FEATURE_KINDS, type PlanFeatureKind } from '../plan/plan-feature.entity';
import type { PlanFaultCode } from '../plan/plan-faults.rules';
import { ZONE_KINDS, type ZoneKind } from '../plan/zone.entity';
import { MOST, type PlanDifferenceField } from './plan-changes.rules';

const FARTHEST_CM = 100_000;
/* By a name: the reader of these classes for the API leaves out a field with a sign before its bound. */
const WESTERNMOST_CM = -100_000;
/** Letters or digits first, and nothing that breaks a line, a badge or an address. */
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ./-]*$/u;
const NAME = /^[^\p{Cc}\p{Cf}]*$/u;

/** Where something is drawn: integer centimetres from the hall's north-west corner. */
export class DrawnPlaceDto {
  @IsUUID()
  id: string;

  @IsInt()
  @Min(WESTERNMOST_CM)
  @Max(FARTHEST_CM)
  xCm: number;

  @IsInt()
  @Min(WESTERNMOST_CM)
  @Max(FARTHEST_CM)
  yCm: number;

  @IsInt()
  @Min(10)
  @Max(FARTHEST_CM)
  widthCm: number;

  @IsInt()
  @Min(10)
  @Max(FARTHEST_CM)
  depthCm: number;
}

/** A zone as it is drawn. */
export class DrawnZoneDto extends DrawnPlaceDto {
  @IsString()
  @Length(1, 12)
  @Matches(CODE)
  code: string;

  @IsString()
  @Length(1, 200)
  @Matches(NAME)
  nameVi: string;

  @IsString()
  @Length(1, 200)
  @Matches(NAME)
  nameEn: string;

  @IsIn(ZONE_KINDS)
  kind: ZoneKind;
}

/** A booth as it is drawn. */
export class DrawnBoothDto extends DrawnPlaceDto {
  @IsString()
  @Length(1, 12)
  @Matches(CODE)
  code: string;

  @IsUUID()
  zoneId: string;

  @IsIn(BOOTH_KINDS)
  kind: BoothKind;

  /** The open side. */
  @IsIn(FACINGS)
  faces: Facing;

  /** For whoever draws the plan; left out where there is none. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  @Matches(NAME)
  note?: string;
}

/** An aisle, a door, the stage, words or a mark as it is drawn. */
export class DrawnFeatureDto extends DrawnPlaceDto {
  @IsIn(PLAN_FEATURE_KINDS)
  kind: PlanFeatureKind;

  @IsString()
  @MaxLength(200)
  @Matches(NAME)
  nameVi: string;

  @IsString()
  @MaxLength(200)
  @Matches(NAME)
  nameEn: string;
}

/** A whole plan as it is drawn. */
export class PlanDocumentDto {
  hallWidthCm: number;

  hallDepthCm: number;

  /** Narrower aisles are found by the check. */
  leastAisleCm: number;

  zones: DrawnZoneDto[];

  booths: DrawnBoothDto[];

  features: DrawnFeatureDto[];
}

/** What is wrong with a plan, where, and in words. */
export class PlanFaultDto {
  code: PlanFaultCode;

  /** A plan with it is not published. */
  isBlocking: boolean;

  /** Of the booths, zones and features concerned. */
  itemIds: string[];

  xCm: number;

  yCm: number;

  widthCm: number;

  depthCm: number;

  vi: string;

  en: string;
}

/** How a draft stands after a save. */
export class PlanDraftStateDto {
  /** To be sent as If-Match; 0 while nothing was drawn since the plan was published. */
  version: number;

  /** ISO 8601; null while nothing was drawn. */
  savedAt: string | null;

  savedBy: string | null;

  faults: PlanFaultDto[];

  /** In how many things the draft differs from what is published. */
  differenceCount: number;
}

/** The plan that is being drawn. */
export class PlanDraftDto extends PlanDraftStateDto {
  plan: PlanDocumentDto;

  publishedVersion: number;

  /** ISO 8601. */
  publishedAt: string;

  /** Booths that have sold: their code, zone and size are history. */
  soldBoothIds: string[];
}

/** What a save does to a draft: things under ids, new or in place of what they were, or gone. */
export class SavePlanDraftDto {
  /** Made by whoever saves, so that asking twice is once. */
  @IsUUID()
  id: string;

  @IsOptional()
  @IsInt()
  @Min(100)
  @Max(FARTHEST_CM)
  hallWidthCm?: number;

  @IsOptional()
  @IsInt()
  @Min(100)
  @Max(FARTHEST_CM)
  hallDepthCm?: number;

  @IsOptional()
  @IsInt()
  @Min(80)
  @Max(2_000)
  leastAisleCm?: number;

  @IsArray()
  @ArrayMaxSize(MOST.zones)
  @ValidateNested({ each: true })
  @Type(() => DrawnZoneDto)
  zones: DrawnZoneDto[];

  @IsArray()
  @ArrayMaxSize(MOST.booths)
  @ValidateNested({ each: true })
  @Type(() => DrawnBoothDto)
  booths: DrawnBoothDto[];

  @IsArray()
  @ArrayMaxSize(MOST.features)
  @ValidateNested({ each: true })
  @Type(() => DrawnFeatureDto)
  features: DrawnFeatureDto[];

  @IsArray()
  @ArrayMaxSize(MOST.zones + MOST.booths + MOST.features)
  @IsUUID(undefined, { each: true })
  removedIds: string[];
}

/** How one thing of the draft differs from what is published. */
export class PlanDifferenceDto {
  /** Null of the hall itself. */
  id: string | null;

  what: 'hall' | 'zone' | 'booth' | 'feature';

  change: 'added' | 'removed' | 'changed';

  nameVi: string;

  nameEn: string;

  /** What a booth or a zone was called, when that is what changed. */
  codeBefore: string | null;

  fields: PlanDifferenceField[];
}

/** What publishing the draft would change, and what speaks against it. */
export class PlanDifferencesDto {
  version: number;

  publishedVersion: number;

  differences: PlanDifferenceDto[];

  faults: PlanFaultDto[];

  /** Why it cannot be published as it is; null when it can. */
  refusedCode: string | null;

  refusedVi: string | null;

  refusedEn: string | null;
}

/** One plan that was published. */
export class PublishedPlanDto {
  version: number;

  /** ISO 8601. */
  publishedAt: string;

  /** Null of the plan that the fair was made with. */
  publishedBy: string | null;

  boothCount: number;
}
