import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { DRAW_KINDS, MOST_LOTS, SHORTEST_SEED, type DrawKind } from './draw.rules';

const PLAIN = /^[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\p{Z}][^\p{Cc}\p{Cs}]*$/u;

/** Who draws lots for what. */
export class PrepareDrawDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsString()
  @Length(1, 120)
  @Matches(PLAIN)
  title: string;

  /** `order`: who chooses first; `places`: a booth for each. */
  @IsIn(DRAW_KINDS)
  kind: DrawKind;

  /** Of an order: whoever has more points is first, and lots decide among equals. False unless told. */
  @IsOptional()
  @IsBoolean()
  byPoints?: boolean;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(MOST_LOTS)
  @IsUUID(undefined, { each: true })
  exhibitorIds: string[];

  /** Booths to be drawn for; empty when the order alone is drawn. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(MOST_LOTS)
  @IsUUID(undefined, { each: true })
  boothIds: string[];
}

export class DrawLotsDto {
  /** As it was said aloud: digits called from the hall, last night's lottery. */
  @IsString()
  @Length(SHORTEST_SEED, 100)
  @Matches(PLAIN)
  seed: string;
}

export class WithdrawDrawDto {
  @IsString()
  @Length(1, 200)
  @Matches(PLAIN)
  reason: string;
}

/** Someone who takes part. */
export class DrawingExhibitorDto {
  id: string;

  /** As it was when the list was frozen. */
  name: string;

  /** As they were then; null in a draw that does not ask for points. */
  points: number | null;
}

/** The lot of one exhibitor. */
export class LotDto {
  /** 1 is first. */
  rank: number;

  exhibitorId: string;

  exhibitorName: string;

  /** sha256, hex; the smallest is first. */
  lot: string;

  boothCode: string | null;
}

/** What was drawn, with all that it takes to draw it again. */
export class DrawOutcomeDto {
  seed: string;

  /** The number that was sealed, hex: its sha256 stands in the list. */
  seal: string;

  lots: LotDto[];

  drawnByName: string;

  /** ISO 8601, fair time. */
  drawnAt: string;
}

/** A draw in the list of all draws of a fair. */
export class DrawSummaryDto {
  id: string;

  title: string;

  kind: DrawKind;

  /** Whoever has more points is first, and lots decide among equals. */
  byPoints: boolean;

  exhibitorCount: number;

  /** ISO 8601, fair time. */
  preparedAt: string;

  drawnAt: string | null;

  withdrawnAt: string | null;

  withdrawnReason: string | null;
}

/** One draw, whole. */
export class DrawDto extends DrawSummaryDto {
  preparedByName: string;

  /** The exact text that was frozen; anyone may keep it. */
  list: string;

  /** sha256 of the list in UTF-8, hex. */
  listHash: string;

  exhibitors: DrawingExhibitorDto[];

  boothCodes: string[];

  outcome: DrawOutcomeDto | null;

  /** Whether the booths were given as drawn, and still are or were once. */
  areBoothsGiven: boolean;
}

/** One draw as anybody sees it, among all draws of its fair. */
export class PublicDrawDto {
  fairNameVi: string;

  fairNameEn: string;

  timeZone: string;

  draw: DrawDto;

  /** All draws of the fair, so that nobody draws again in silence until it fits. */
  all: DrawSummaryDto[];
}
