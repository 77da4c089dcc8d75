import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { AllocationStepDto, ChangeShareDto } from './allocation.dto';
import { nothingToChange } from './allocation.refusals';
import { ChangeAllocations } from './change-allocations';
import { ReadAllocation } from './read-allocation';
import { sixthsOf } from './sixths.rules';

/**
 * Gives an exhibitor more or less of the booth it stands in. Refuses as giving does, and
 * `allocation_not_found`, `allocation_no_longer_stands`, `nothing_to_change`.
 */
@Injectable()
export class ChangeShare {
  constructor(
    private readonly changeAllocations: ChangeAllocations,
    private readonly readAllocation: ReadAllocation,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    allocationId: string,
    { id, share }: ChangeShareDto,
  ): Promise<AllocationStepDto> {
    const held = await this.readAllocation.run(fairId, allocationId);
    const sixths = sixthsOf(share);
    if (held.sixths.length === sixths) throw nothingToChange(held.boothCode);
    const { boothId, exhibitorId } = held;
    return this.changeAllocations.run(caller, fairId, {
      action: 'allocation_share_changed',
      changes: [
        { freeId: held.id, gift: { id, boothId, exhibitorId, sixths, preferred: held.sixths } },
      ],
    });
  }
}
