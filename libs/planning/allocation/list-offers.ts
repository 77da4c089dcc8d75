import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { AllocationDto } from './allocation.dto';
import { ALLOCATIONS_TOLD, allocationOf, type AllocationRow } from './describe-allocation';
import { offersAnsweredBy } from './own-offers';

/** The offers that the caller may answer, the most pressing first. */
@Injectable()
export class ListOffers {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string): Promise<AllocationDto[]> {
    const { exhibitorIds, zoneIds } = await offersAnsweredBy(this.source.manager, caller, fairId);
    const rows = await this.source.query<AllocationRow[]>(
      `${ALLOCATIONS_TOLD}
        WHERE a.fair_id = $1 AND a.freed_at IS NULL AND a.state = 'offered' AND a.held_until > $2
          AND ($3::uuid[] IS NULL OR a.exhibitor_id = ANY($3) OR b.zone_id = ANY($4))
        ORDER BY a.held_until, b.code, a.sixths`,
      [fairId, this.clock.now(), exhibitorIds, zoneIds],
    );
    return rows.map(allocationOf);
  }
}
