import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import { AllocationStepDto } from './allocation.dto';
import { allocationNotFound } from './allocation.refusals';
import { ChangeAllocations } from './change-allocations';

/**
 * Takes a share of a booth back; twice is once, and what was moved away is answered with the step
 * that moved it. Refuses `allocation_not_found` and `fair_is_over`.
 */
@Injectable()
export class FreeAllocation {
  constructor(private readonly changeAllocations: ChangeAllocations) {}

  async run(caller: Caller, fairId: string, allocationId: string): Promise<AllocationStepDto> {
    if (!isId(allocationId)) throw allocationNotFound();
    return this.changeAllocations.run(caller, fairId, {
      action: 'booth_freed',
      changes: [{ freeId: allocationId, gift: null }],
    });
  }
}
