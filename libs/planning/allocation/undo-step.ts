import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock, isId, newId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { AllocationStepDto, StepPlaceDto, UndoStepDto } from './allocation.dto';
import { allocationIdTaken, stepAlreadyUndone, stepNotFound } from './allocation.refusals';
import { ChangeAllocations } from './change-allocations';
import { readStanding } from './read-standing';
import { readSteps } from './read-steps';

/**
 * Undoes a step by another one: what it gave ends, what it freed begins again, in the same sixths
 * where they are still free and until the term that they had. An undoing can be undone like any step. Refuses as giving does, and
 * `step_not_found`, `step_already_undone`, `allocation_ran_out`,
 * `allocation_no_longer_stands`.
 */
@Injectable()
export class UndoStep {
  constructor(
    private readonly changeAllocations: ChangeAllocations,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    stepId: string,
    { id }: UndoStepDto,
  ): Promise<AllocationStepDto> {
    const em = this.source.manager;
    const [step] = isId(stepId) ? await readSteps(em, caller, { fairId, stepId }) : [];
    if (!step || step.changes.length === 0) throw stepNotFound();
    if (step.undoneByStepId === id) {
      const [undoing] = await readSteps(em, caller, { fairId, stepId: id });
      if (!undoing) throw allocationIdTaken();
      return undoing;
    }
    if (step.undoneByStepId !== null) throw stepAlreadyUndone();
    const standing = await readStanding(em, fairId, this.clock.now(), {
      boothIds: [],
      sharerIds: step.changes.map(({ exhibitorId }) => exhibitorId),
    });
    /* What the step gave may have been freed and, by an undoing, given back under another id. */
    const standsFor = (exhibitorId: string, given: StepPlaceDto) =>
      standing.find((each) => each.id === given.allocationId) ??
      standing.find(
        (each) =>
          each.exhibitorId === exhibitorId &&
          each.boothId === given.boothId &&
          each.state === given.state &&
          each.sixths.length === given.sixths.length,
      );
    return this.changeAllocations.run(caller, fairId, {
      id,
      action: 'allocation_step_undone',
      undoes: step.stepId,
      changes: step.changes.map(({ exhibitorId, freed, given }) => ({
        freeId: given && (standsFor(exhibitorId, given)?.id ?? given.allocationId),
        gift: freed && {
          id: newId(),
          boothId: freed.boothId,
          exhibitorId,
          sixths: freed.sixths.length,
          preferred: freed.sixths,
          firmness: {
            state: freed.state,
            until: freed.heldUntil === null ? undefined : new Date(freed.heldUntil),
          },
        },
      })),
    });
  }
}
