import type { StepAction, StepChangeDto, StepPlaceDto } from './allocation.dto';

export const STEP_ACTIONS: readonly StepAction[] = [
  'booth_allocated',
  'booth_held',
  'booth_offered',
  'allocation_confirmed',
  'offer_accepted',
  'offer_declined',
  'allocation_ran_out',
  'booth_freed',
  'allocation_moved',
  'allocation_share_changed',
  'allocations_swapped',
  'booths_drawn',
  'suggestion_accepted',
  'allocation_step_undone',
];

/** What the audit log keeps of a step. */
export interface StepDetail {
  /** Ids of the booths and exhibitors that the step touched. */
  about: string[];
  changes: StepChangeDto[];
  undoes: string | null;
  /** Of a step that accepts a suggestion. */
  suggestionId?: string;
}

/** The booths and exhibitors that changes touch, each once. */
export function aboutOf(changes: readonly StepChangeDto[]): string[] {
  return [
    ...new Set(
      changes.flatMap(({ exhibitorId, freed, given }) => [
        exhibitorId,
        ...(freed ? [freed.boothId] : []),
        ...(given ? [given.boothId] : []),
      ]),
    ),
  ];
}

/* Until booths could be held and offered, nobody wrote down that they were confirmed. */
type PlaceWritten = Omit<StepPlaceDto, 'state' | 'heldUntil'> &
  Partial<Pick<StepPlaceDto, 'state' | 'heldUntil'>>;

const placeRead = (place: PlaceWritten | null): StepPlaceDto | null =>
  place && { ...place, state: place.state ?? 'confirmed', heldUntil: place.heldUntil ?? null };

/** Changes as the audit log kept them, those of long ago too. */
export const changesRead = (changes: readonly StepChangeDto[] = []): StepChangeDto[] =>
  changes.map((change) => ({
    ...change,
    freed: placeRead(change.freed),
    given: placeRead(change.given),
  }));
