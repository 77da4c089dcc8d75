import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { AllocateBoothDto, GivenAllocationDto } from './allocation.dto';
import { ChangeAllocations } from './change-allocations';
import { ACTION_OF } from './change-state';
import { ReadAllocation } from './read-allocation';
import { sixthsOf } from './sixths.rules';

/**
 * Gives a booth, a half or a third of it to an exhibitor for the whole fair, or holds or offers it
 * for a while; the same id twice is once. Refuses `fair_not_found`, `booth_not_found`, `exhibitor_not_found`, `fair_is_over`,
 * `allocation_id_taken`, `zone_not_for_selling`, `booth_already_allocated` (no room, or sharers who
 * did not come together) and `delegation_quota_used`.
 */
@Injectable()
export class AllocateBooth {
  constructor(
    private readonly changeAllocations: ChangeAllocations,
    private readonly readAllocation: ReadAllocation,
  ) {}

  async run(caller: Caller, fairId: string, wanted: AllocateBoothDto): Promise<GivenAllocationDto> {
    const { id, boothId, exhibitorId, share, state = 'confirmed', forMinutes } = wanted;
    const firmness = { state, forMinutes };
    const gift = { id, boothId, exhibitorId, sixths: sixthsOf(share), firmness };
    const step = await this.changeAllocations.run(caller, fairId, {
      action: state === 'confirmed' ? 'booth_allocated' : ACTION_OF[state],
      changes: [{ freeId: null, gift }],
    });
    return { ...(await this.readAllocation.run(fairId, id)), step };
  }
}
