import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { AllocationStepDto, SwapAllocationsDto } from './allocation.dto';
import { nothingToChange } from './allocation.refusals';
import { ChangeAllocations } from './change-allocations';
import { ReadAllocation } from './read-allocation';

/**
 * Lets two shares of booths change places, each as large as it is, in one moment. Refuses as
 * giving does, and `allocation_not_found`, `allocation_no_longer_stands`, `nothing_to_change`.
 */
@Injectable()
export class SwapAllocations {
  constructor(
    private readonly changeAllocations: ChangeAllocations,
    private readonly readAllocation: ReadAllocation,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    wanted: SwapAllocationsDto,
  ): Promise<AllocationStepDto> {
    const [first, second] = await Promise.all([
      this.readAllocation.run(fairId, wanted.firstId),
      this.readAllocation.run(fairId, wanted.secondId),
    ]);
    if (first.boothId === second.boothId) throw nothingToChange(first.boothCode);
    const swapped = (from: typeof first, to: typeof first, id: string) => ({
      freeId: from.id,
      gift: {
        id,
        boothId: to.boothId,
        exhibitorId: from.exhibitorId,
        sixths: from.sixths.length,
        preferred: to.sixths,
      },
    });
    return this.changeAllocations.run(caller, fairId, {
      action: 'allocations_swapped',
      changes: [
        swapped(first, second, wanted.newFirstId),
        swapped(second, first, wanted.newSecondId),
      ],
    });
  }
}
