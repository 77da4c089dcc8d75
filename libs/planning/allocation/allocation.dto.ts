import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { SHARES, type Share } from './sixths.rules';
import { ALLOCATION_STATES, type AllocationState } from './state.rules';

export const LONGEST_MINUTES = 90 * 24 * 60;

/** A booth, or a share of it, to be given to an exhibitor for the whole fair. */
export class AllocateBoothDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsUUID()
  boothId: string;

  @IsUUID()
  exhibitorId: string;

  @IsIn(SHARES)
  share: Share;

  /** Confirmed unless told. */
  @IsOptional()
  @IsIn(ALLOCATION_STATES)
  state?: AllocationState;

  /** How long it is held, or the offer stands, from now on; not for what is confirmed. */
  @ValidateIf(({ state }: AllocateBoothDto) => (state ?? 'confirmed') !== 'confirmed')
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  forMinutes?: number;
}

/** A share of a booth to be held longer, offered or confirmed. */
export class ChangeStateDto {
  /** Of the allocation in its new state; made by the one who asks, twice is once. */
  @IsUUID()
  id: string;

  @IsIn(ALLOCATION_STATES)
  state: AllocationState;

  /** How long it is held, or the offer stands, from now on; not for what is confirmed. */
  @ValidateIf(({ state }: ChangeStateDto) => state !== 'confirmed')
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  forMinutes?: number;
}

const ANSWERS = ['accepted', 'declined'] as const;

/** What an exhibitor says to an offer, or someone in its stead. */
export class AnswerOfferDto {
  /** Of the allocation that is confirmed by it; made by the one who asks, twice is once. */
  @IsUUID()
  id: string;

  @IsIn(ANSWERS)
  answer: (typeof ANSWERS)[number];
}

/** An allocation to be moved to another booth, its share kept. */
export class MoveAllocationDto {
  /** Of the allocation in the new booth; made by the one who asks, twice is once. */
  @IsUUID()
  id: string;

  @IsUUID()
  boothId: string;
}

/** Another share of the same booth. */
export class ChangeShareDto {
  /** Of the allocation with the new share; made by the one who asks, twice is once. */
  @IsUUID()
  id: string;

  @IsIn(SHARES)
  share: Share;
}

/** Two allocations to change places, each with its own share. */
export class SwapAllocationsDto {
  @IsUUID()
  firstId: string;

  @IsUUID()
  secondId: string;

  /** Of the first one in the booth of the second; made by the one who asks, twice is once. */
  @IsUUID()
  newFirstId: string;

  /** Of the second one in the booth of the first. */
  @IsUUID()
  newSecondId: string;
}

export class UndoStepDto {
  /** Of the step that undoes; made by the one who asks, twice is once. */
  @IsUUID()
  id: string;
}

/** Which part of a booth an exhibitor holds. */
export class AllocationDto {
  id: string;

  boothId: string;

  boothCode: string;

  zoneId: string;

  exhibitorId: string;

  exhibitorName: string;

  /** The sixths of the booth it holds, 0 to 5. */
  sixths: number[];

  state: AllocationState;

  /** Until when it is held, or the offer stands; ISO 8601, null when confirmed. */
  heldUntil: string | null;
}

export type StepAction =
  | 'booth_allocated'
  | 'booth_held'
  | 'booth_offered'
  | 'allocation_confirmed'
  | 'offer_accepted'
  | 'offer_declined'
  | 'allocation_ran_out'
  | 'booth_freed'
  | 'allocation_moved'
  | 'allocation_share_changed'
  | 'allocations_swapped'
  | 'booths_drawn'
  | 'suggestion_accepted'
  | 'allocation_step_undone';

/** A share of a booth that a step freed or gave. */
export class StepPlaceDto {
  allocationId: string;

  boothId: string;

  boothCode: string;

  /** The sixths of the booth, 0 to 5. */
  sixths: number[];

  state: AllocationState;

  /** Of what was held or offered; ISO 8601, null when confirmed. */
  heldUntil: string | null;
}

/** What a step did to one exhibitor: `freed` only, `given` only, or both when it moved. */
export class StepChangeDto {
  exhibitorId: string;

  exhibitorName: string;

  freed: StepPlaceDto | null;

  given: StepPlaceDto | null;
}

/** One thing that an organizer did to the plan. */
export class AllocationStepDto {
  stepId: string;

  action: StepAction;

  /** When, on real time; ISO 8601. */
  at: string;

  /** Who; null when no account did it. */
  accountName: string | null;

  /** Whether the caller did it. */
  isOwn: boolean;

  changes: StepChangeDto[];

  /** The step that this one undoes. */
  undoesStepId: string | null;

  undoneByStepId: string | null;

  /** Not undone yet, and what it gave still stands. */
  isUndoable: boolean;
}

/** A booth that was given, and the step that gave it. */
export class GivenAllocationDto extends AllocationDto {
  step: AllocationStepDto;
}

/** Which steps are asked for. */
export class StepsWantedDto {
  /** Only steps that touched this booth. */
  @IsOptional()
  @IsUUID()
  boothId?: string;

  /** Only steps that touched this exhibitor. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string;

  /** Only steps before the one with this id: the last of the page before. */
  @IsOptional()
  @IsUUID()
  before?: string;

  /** 50 unless told. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

/** Steps, newest first. */
export class StepsDto {
  steps: AllocationStepDto[];

  /** `before` of the next page; null when this is the last. */
  next: string | null;
}

/** The step by which an exhibitor lost the last booth that it had been told of. */
export class GaveBackDto {
  boothCode: string;

  /** When, on real time; ISO 8601. */
  at: string;

  /** Who took it back or declined it; null when no account did it. */
  accountName: string | null;

  /** An offer was declined; else a booth was taken back. */
  isDeclined: boolean;
}

/** An exhibitor that nothing is given, offered or held. */
export class WithoutBoothDto {
  exhibitorId: string;

  exhibitorName: string;

  /** Most likely it cancelled; null of whoever never had a booth, and where something else came last. */
  gaveBack: GaveBackDto | null;
}
