import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { AllocationDto } from './allocation.dto';
import { allocationNotFound } from './allocation.refusals';
import { ALLOCATIONS_TOLD, allocationOf, type AllocationRow } from './describe-allocation';

/** One allocation, standing or ended. Refuses `allocation_not_found`. */
@Injectable()
export class ReadAllocation {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, id: string): Promise<AllocationDto> {
    if (!isId(fairId) || !isId(id)) throw allocationNotFound();
    const [row] = await this.source.query<AllocationRow[]>(
      `${ALLOCATIONS_TOLD}
        WHERE a.fair_id = $1 AND a.id = $2`,
      [fairId, id],
    );
    if (!row) throw allocationNotFound();
    return allocationOf(row);
  }
}
