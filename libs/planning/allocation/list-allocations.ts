import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { exhibitorsSeenBy } from '../exhibitor/own-exhibitors.rules';
import { AllocationDto } from './allocation.dto';
import { sixthsIn } from './sixths.rules';

/** The standing allocations of a fair that the caller may see, by booth. */
@Injectable()
export class ListAllocations {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string): Promise<AllocationDto[]> {
    const rows = await this.source.query<(Omit<AllocationDto, 'sixths'> & { sixths: string })[]>(
      `SELECT a.id, a.booth_id AS "boothId", b.code AS "boothCode", b.zone_id AS "zoneId",
              a.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName", a.sixths
       FROM allocation a
       JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
       JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
       WHERE a.fair_id = $1 AND a.freed_at IS NULL AND ($2::uuid[] IS NULL OR a.exhibitor_id = ANY($2))
       ORDER BY b.code, a.sixths`,
      [fairId, exhibitorsSeenBy(caller, fairId)],
    );
    return rows.map((row) => ({ ...row, sixths: sixthsIn(row.sixths) }));
  }
}
