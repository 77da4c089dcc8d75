import type { StepAction, StepChangeDto } from './allocation.dto';

export const STEP_ACTIONS: readonly StepAction[] = [
  'booth_allocated',
  'booth_freed',
  'allocation_moved',
  'allocation_share_changed',
  'allocations_swapped',
  'booths_drawn',
  'allocation_step_undone',
];

/** What the audit log keeps of a step. */
export interface StepDetail {
  /** Ids of the booths and exhibitors that the step touched. */
  about: string[];
  changes: StepChangeDto[];
  undoes: string | null;
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
