import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { AllocationDto } from './allocation.dto';
import { allocationNotFound } from './allocation.refusals';
import { sixthsIn } from './sixths.rules';

/** One allocation, standing or ended. Refuses `allocation_not_found`. */
@Injectable()
export class ReadAllocation {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, id: string): Promise<AllocationDto> {
    if (!isId(id)) throw allocationNotFound();
    const [row] = await this.source.query<(Omit<AllocationDto, 'sixths'> & { sixths: string })[]>(
      `SELECT a.id, a.booth_id AS "boothId", b.code AS "boothCode", b.zone_id AS "zoneId",
              a.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName", a.sixths
       FROM allocation a
       JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
       JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
       WHERE a.fair_id = $1 AND a.id = $2`,
      [fairId, id],
    );
    if (!row) throw allocationNotFound();
    return { ...row, sixths: sixthsIn(row.sixths) };
  }
}
