import type { Envy, RuleName, WishName } from '@phien/allocator';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LONGEST_MINUTES } from '../allocation/allocation.dto';
import { ALLOCATION_STATES, type AllocationState } from '../allocation/state.rules';
import { KEEPS, ZONES_COUNT, type InstanceChoice } from './make-instance.rules';
import {
  FEWEST_SECONDS,
  LARGEST_PERCENT,
  LARGEST_SEED,
  MOST_LEFT_OUT,
  MOST_MORE_MOVES,
  MOST_SECONDS,
  type SuggestionState,
} from './suggestion.rules';

/**
 * How a fair is wanted as an instance of the allocation engine. What is answered is `fair-alloc/1`,
 * whose shape is the allocator's (`test/allocation/FORMAT.md`) and has no second home here.
 */
export class InstanceWantedDto implements InstanceChoice {
  /** What must stay: all that is held, offered or confirmed; what is confirmed; nothing. */
  @IsIn(KEEPS)
  keeps: (typeof KEEPS)[number];

  /** Whether everybody stays in the zone where its own stand, or any selling zone will do. */
  @IsIn(ZONES_COUNT)
  zones: (typeof ZONES_COUNT)[number];
}

/** What counts how much: percent of the engine's own weights, 0 to 300; 100 where nothing is said. */
export class SuggestionWeightsDto {
  /** That a delegation stands together. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  cohesion?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  corner?: number;

  /** Of an aisle of the greatest width. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  front?: number;

  /** That who wishes it stands near a gate. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  gate?: number;

  /** Booths that were named in an application. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  choices?: number;

  /** That five stars stand where people come by. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  anchor?: number;

  /** That who smells stands near an opening. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  ventilation?: number;

  /** That sellers of the same stand apart. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  competitors?: number;

  /** That goods which suffer from smells stand away from those that smell. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_PERCENT)
  smell?: number;
}

/** What is asked of the engine. */
export class SuggestionChoiceDto extends InstanceWantedDto {
  @IsObject()
  @ValidateNested()
  @Type(() => SuggestionWeightsDto)
  weights: SuggestionWeightsDto;

  /** Exhibitors who stand nowhere and get no place, since they cancelled. Nobody unless told. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(MOST_LEFT_OUT)
  @IsUUID(undefined, { each: true })
  leftOut?: string[];

  /** Whoever was told its place moves as little as possible, by proof; points come second. */
  @IsBoolean()
  fewestMoves: boolean;

  /** With `fewestMoves`: so many moves more than the fewest. */
  @IsInt()
  @Min(0)
  @Max(MOST_MORE_MOVES)
  moreMoves: number;

  /** How long is searched; twice as long again, 20 s at least, where neither plan nor proof was found by then. */
  @IsInt()
  @Min(FEWEST_SECONDS)
  @Max(MOST_SECONDS)
  seconds: number;

  @IsInt()
  @Min(1)
  @Max(LARGEST_SEED)
  seed: number;
}

export class AskSuggestionDto extends SuggestionChoiceDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;
}

/** Places of a suggestion to be given as one step. */
export class AcceptSuggestionDto {
  /** Of the step; made by the one who asks, twice is once. */
  @IsUUID()
  stepId: string;

  /** Which of its places, by their keys; null: all. */
  @ValidateIf(({ keys }: AcceptSuggestionDto) => keys !== null)
  @IsArray()
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  keys: string[] | null;

  @IsIn(ALLOCATION_STATES)
  state: AllocationState;

  /** How long they are held, or the offers stand, from now on; not for what is confirmed. */
  @ValidateIf(({ state }: AcceptSuggestionDto) => state !== 'confirmed')
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  forMinutes?: number;
}

/** Points of a plan by what they are for; fewer is better. */
export class SuggestionTermsDto {
  corner: number;

  front: number;

  gate: number;

  choices: number;

  anchor: number;

  ventilation: number;

  cohesion: number;

  competitors: number;

  smell: number;

  affinity: number;
}

/** How good a plan is, and what is proven of it. */
export class SuggestionFiguresDto {
  /** Of the whole plan; fewer is better. */
  points: number;

  /** Proven: no plan has fewer. */
  bound: number | null;

  boundMethod: string | null;

  /** What wishes, stars and smoke cost by the places alone, without neighbours. */
  wishesPoints: number;

  /** Proven: no plan has fewer of these. */
  wishesBound: number | null;

  /** Whether some plan has as few of these as the bound says. */
  wishesProven: boolean;

  /** Of those who were told their places; null where nobody was. */
  moves: number | null;

  /** Proven: no plan has fewer moves. */
  movesBound: number | null;

  iterations: number;

  /** What the cooling was laid out for; null while it searches. */
  budget: number | null;

  /** Which of the searches side by side found it; null while it searches. */
  lane: number | null;

  /** Whether that search packed everybody itself at first, or began with a plan it was given. */
  start: 'packed' | 'given' | null;

  /** How often a few whole groups were laid anew after it, up to this plan; mostly 0. */
  repairs: number;

  /** No exchange of two places, and no move into a free one, improves the plan. */
  isLocalOptimum: boolean;

  terms: SuggestionTermsDto;
}

/** An exhibitor and its name. */
export class NamedExhibitorDto {
  id: string;

  name: string;
}

/** Why no plan exists: these exhibitors cannot all be placed, even if everybody else were absent. */
export class SuggestionConflictDto {
  exhibitors: NamedExhibitorDto[];

  boothCodes: string[];

  /** Which rules together make it impossible. */
  rules: RuleName[];

  vi: string;

  en: string;
}

/** So many moves more would save so many points. */
export class SuggestionOfferDto {
  moreMoves: number;

  savesPoints: number;
}

/** One run of the allocation engine; its places are told one by one. */
export class SuggestionDto {
  id: string;

  /** ISO 8601, fair time. */
  askedAt: string;

  askedByName: string | null;

  /** `explaining`: the plan is found, reasons are worked out; `unknown`: neither plan nor proof. */
  state: SuggestionState;

  choice: SuggestionChoiceDto;

  startedAt: string | null;

  /** When the search ended. */
  endedAt: string | null;

  /** When somebody last asked it to end: the search, or, after `endedAt`, the working out of reasons. */
  stopAskedAt: string | null;

  /** SHA-256 of the bytes of the instance's file, hex. */
  instanceHash: string;

  /** Version of the allocation engine. */
  engine: string;

  exhibitorCount: number;

  boothCount: number;

  /** Of the best plan so far; null while there is none. */
  figures: SuggestionFiguresDto | null;

  conflict: SuggestionConflictDto | null;

  offers: SuggestionOfferDto[];

  /** Of the last step that accepted places of it and was not undone; ISO 8601, real time. */
  acceptedAt: string | null;

  acceptedStepId: string | null;
}

/** Who is to stand where. */
export class SuggestionPlaceDto {
  /** The exhibitor's id, `ID/2` for its second place. */
  key: string;

  exhibitorId: string;

  /** As it was when the suggestion was asked for. */
  exhibitorName: string;

  delegationId: string | null;

  /** Sixths of each of its booths. */
  units: number;

  /** Number of booths. */
  size: number;

  /** Empty while there is no plan. */
  boothCodes: string[];

  /** Where it stood when asked; null if nowhere. */
  beforeCodes: string[] | null;

  isLocked: boolean;

  /** It was told another place. */
  hasMoved: boolean;
}

export class SuggestionDetailDto extends SuggestionDto {
  places: SuggestionPlaceDto[];
}

/** Who stands where a wish would be granted, and why. */
export class WishHolderDto {
  exhibitorId: string;

  name: string;

  vi: string;

  en: string;
}

/** A wish that the plan does not grant. */
export class UnmetWishDto {
  wish: WishName;

  /** Of a booth that it chose. */
  boothCode: string | null;

  /** No place that it may have grants it, so nobody took it away. */
  isImpossible: boolean;

  /** Points that the whole plan would lose at most; null where no way to grant it was found. */
  costsAtMost: number | null;

  /** Where it would stand then; empty where nothing grants it. */
  boothCodes: string[];

  movers: NamedExhibitorDto[];

  holders: WishHolderDto[];

  vi: string;

  en: string;
}

/** Which wishes of one place were kept, and what the others would cost. */
export class PlaceReasonsDto {
  key: string;

  exhibitorId: string;

  exhibitorName: string;

  boothCodes: string[];

  kept: WishName[];

  unmet: UnmetWishDto[];
}

/** Somebody with more points would rather stand where somebody with fewer stands. */
export class SuggestionEnvyDto {
  key: string;

  exhibitorId: string;

  exhibitorName: string;

  ofKey: string;

  ofExhibitorId: string;

  ofExhibitorName: string;

  ofBoothCodes: string[];

  wouldSpare: number;

  why: Envy['why'];

  exchangeCosts: number | null;

  vi: string;

  en: string;
}

/** Why everybody is to stand where it is to stand, by the names of today. */
export class SuggestionReasonsDto {
  /** False while reasons are worked out, and where that was stopped: then of the first places alone. */
  isWhole: boolean;

  exhibitors: PlaceReasonsDto[];

  envies: SuggestionEnvyDto[];
}
