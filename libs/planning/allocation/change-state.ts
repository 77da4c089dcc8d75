import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { AllocationStepDto, ChangeStateDto, type StepAction } from './allocation.dto';
import { nothingToChange } from './allocation.refusals';
import { ChangeAllocations } from './change-allocations';
import { ReadAllocation } from './read-allocation';
import type { AllocationState } from './state.rules';

export const ACTION_OF: Record<AllocationState, StepAction> = {
  held: 'booth_held',
  offered: 'booth_offered',
  confirmed: 'allocation_confirmed',
};

/**
 * Offers what is held, confirms what is held or offered, or gives either a new term; the same sixths
 * of the same booth. Refuses as giving does, and `allocation_not_found`, `allocation_ran_out`,
 * `allocation_no_longer_stands`, `state_not_from_here`, `nothing_to_change`.
 */
@Injectable()
export class ChangeState {
  constructor(
    private readonly changeAllocations: ChangeAllocations,
    private readonly readAllocation: ReadAllocation,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    allocationId: string,
    { id, state, forMinutes }: ChangeStateDto,
  ): Promise<AllocationStepDto> {
    const held = await this.readAllocation.run(fairId, allocationId);
    const { boothId, exhibitorId, sixths } = held;
    if (held.state === 'confirmed' && state === 'confirmed') throw nothingToChange(held.boothCode);
    return this.changeAllocations.run(caller, fairId, {
      action: ACTION_OF[state],
      changes: [
        {
          freeId: held.id,
          gift: {
            id,
            boothId,
            exhibitorId,
            sixths: sixths.length,
            preferred: sixths,
            firmness: { state, forMinutes },
          },
        },
      ],
    });
  }
}
