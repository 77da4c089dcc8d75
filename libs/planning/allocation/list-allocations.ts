import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { exhibitorsSeenBy } from '../exhibitor/own-exhibitors.rules';
import { AllocationDto } from './allocation.dto';
import { ALLOCATIONS_TOLD, allocationOf, type AllocationRow } from './describe-allocation';

/** The confirmed allocations of a fair that the caller may see, by booth. */
@Injectable()
export class ListAllocations {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string): Promise<AllocationDto[]> {
    const rows = await this.source.query<AllocationRow[]>(
      `${ALLOCATIONS_TOLD}
        WHERE a.fair_id = $1 AND a.freed_at IS NULL AND a.state = 'confirmed'
          AND ($2::uuid[] IS NULL OR a.exhibitor_id = ANY($2))
        ORDER BY b.code, a.sixths`,
      [fairId, exhibitorsSeenBy(caller, fairId)],
    );
    return rows.map(allocationOf);
  }
}
