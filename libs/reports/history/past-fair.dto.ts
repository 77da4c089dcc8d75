import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { EXACTNESSES, FIGURE_KINDS, type Exactness, type FigureKind } from './comparison.rules';
import { PAST_SCOPES, type AddedAs, type PastScope } from './past-fair.entity';
import { FIGURE_PARTS, type FigurePart } from './past-figure.entity';

/* Something to read, and nothing that cannot be printed. */
const PRINTABLE = /^(?=.*\S)[^\p{Cc}\p{Cs}]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Where a figure was published. */
export class PastSourceDto {
  publisher: string;
  title: string | null;
  /** A web address (of the seed often shortened with …) or where the paper is kept. */
  address: string | null;
  /** YYYY-MM-DD */
  publishedOn: string | null;
}

/** A unit of today in which a former one lives on. */
export class SuccessorDto {
  set: string;
  code: string;
  nameVi: string;
  nameEn: string;
}

/** Of where a figure speaks, in the units of its time, and what they are on the day of our fair. */
export class FigurePlaceDto {
  /** 'set:code' of a unit or the code of a country. */
  key: string;
  nameVi: string;
  nameEn: string;
  /** A district has several communes; a country, or a unit that lives, none. */
  successors: SuccessorDto[];
}

/** What one source says of a past fair. */
export class PastFigureDto {
  id: string;
  @ApiProperty({ enum: FIGURE_KINDS })
  kind: FigureKind;
  @ApiProperty({ enum: FIGURE_PARTS })
  part: FigurePart;
  /** What an `other` part is. */
  partVi: string;
  partEn: string;
  place: FigurePlaceDto | null;
  /** Of how many of the first days it speaks; 0: of the whole fair. */
  firstDays: number;
  /** VND of `revenue_vnd`, else a count. */
  value: number;
  @ApiProperty({ enum: EXACTNESSES })
  exactness: Exactness;
  /** Published before the fair was held. */
  isPlanned: boolean;
  noteVi: string;
  noteEn: string;
  source: PastSourceDto;
  @ApiProperty({ enum: ['seed', 'organizer'] })
  addedAs: AddedAs;
  /** Null of the seed. */
  addedByName: string | null;
  /** ISO 8601 */
  addedAt: Date;
  /** Organizers of this fair may retract it: one of them added it. */
  mayRetract: boolean;
  /** Why comparisons do without it; null when it stands. */
  retractedReason: string | null;
}

/** Which statement this fair is compared with, and why. */
export class PastFigureChoiceDto {
  @ApiProperty({ enum: FIGURE_KINDS })
  kind: FigureKind;
  /** Null: the whole range again. */
  figureId: string | null;
  reason: string;
  chosenByName: string;
  /** ISO 8601 */
  chosenAt: Date;
}

/** A past fair with everything that was published about it. */
export class PastFairDto {
  code: string;
  nameVi: string;
  nameEn: string;
  @ApiProperty({ enum: PAST_SCOPES })
  scope: PastScope;
  /** YYYY-MM-DD */
  firstDay: string | null;
  /** YYYY-MM-DD */
  lastDay: string | null;
  venue: string | null;
  noteVi: string;
  noteEn: string;
  /** Kinds of which sources contradict each other, whatever was decided. */
  @ApiProperty({ enum: FIGURE_KINDS, isArray: true })
  conflicts: FigureKind[];
  /** The latest decision of each kind, of this fair. */
  choices: PastFigureChoiceDto[];
  figures: PastFigureDto[];
  /** All that is on record about it, of figures or not. */
  sources: PastSourceDto[];
}

export class AddPastFairDto {
  @IsString()
  @Length(1, 200)
  @Matches(PRINTABLE)
  nameVi: string;

  @IsString()
  @Length(1, 200)
  @Matches(PRINTABLE)
  nameEn: string;

  @IsIn(PAST_SCOPES)
  scope: PastScope;

  /** YYYY-MM-DD */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(DAY)
  firstDay?: string;

  /** YYYY-MM-DD */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(DAY)
  lastDay?: string;
}

export class NewPastSourceDto {
  @IsString()
  @Length(1, 300)
  @Matches(PRINTABLE)
  publisher: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  @Matches(PRINTABLE)
  title?: string;

  /** One of title and address must be told. */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  @Matches(PRINTABLE)
  address?: string;

  /** YYYY-MM-DD */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(DAY)
  publishedOn?: string;
}

export class AddPastFigureDto {
  /** Made by whoever enters it and kept, so that sending twice is once. */
  @IsUUID()
  id: string;

  @IsIn(FIGURE_KINDS)
  kind: FigureKind;

  @IsInt()
  @Min(1)
  @Max(100_000_000_000_000)
  value: number;

  @IsIn(EXACTNESSES)
  exactness: Exactness;

  /** Of how many of the first days it speaks; 0: of the whole fair. */
  @IsInt()
  @Min(0)
  @Max(366)
  firstDays: number;

  @IsBoolean()
  isPlanned: boolean;

  /** Of what it speaks; of the whole fair unless told. */
  @IsOptional()
  @IsIn(FIGURE_PARTS)
  part?: FigurePart;

  /** Of a `place`: a unit of the time of the fair, 63, 34, qn-districts or qn-communes. */
  @IsOptional()
  @IsString()
  @Length(1, 20)
  placeSet?: string;

  @IsOptional()
  @IsString()
  @Length(1, 10)
  placeCode?: string;

  /** Of a `country`: ISO 3166-1 alpha-2. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  countryCode?: string;

  /** Of an `other` part: what it is, in the source's words. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(PRINTABLE)
  partVi?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(PRINTABLE)
  partEn?: string;

  @IsObject()
  @ValidateNested()
  @Type(() => NewPastSourceDto)
  source: NewPastSourceDto;
}

export class RetractPastFigureDto {
  @IsString()
  @Length(1, 300)
  @Matches(PRINTABLE)
  reason: string;
}

export class ChoosePastFigureDto {
  @IsIn(FIGURE_KINDS)
  kind: FigureKind;

  /** A statement about the whole fair; null goes back to the range of all. */
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsUUID()
  figureId: string | null;

  @IsString()
  @Length(1, 300)
  @Matches(PRINTABLE)
  reason: string;
}
