import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { AllocationStepDto, MoveAllocationDto } from './allocation.dto';
import { nothingToChange } from './allocation.refusals';
import { ChangeAllocations } from './change-allocations';
import { ReadAllocation } from './read-allocation';

/**
 * Moves a share of a booth to another booth, as large as it is: the old one is free and the new one
 * given in the same moment. Refuses as giving does, and `allocation_not_found`,
 * `allocation_no_longer_stands`, `nothing_to_change`.
 */
@Injectable()
export class MoveAllocation {
  constructor(
    private readonly changeAllocations: ChangeAllocations,
    private readonly readAllocation: ReadAllocation,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    allocationId: string,
    { id, boothId }: MoveAllocationDto,
  ): Promise<AllocationStepDto> {
    const moved = await this.readAllocation.run(fairId, allocationId);
    if (moved.boothId === boothId) throw nothingToChange(moved.boothCode);
    const gift = {
      id,
      boothId,
      exhibitorId: moved.exhibitorId,
      sixths: moved.sixths.length,
    };
    return this.changeAllocations.run(caller, fairId, {
      action: 'allocation_moved',
      changes: [{ freeId: moved.id, gift }],
    });
  }
}
