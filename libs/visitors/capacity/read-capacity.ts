import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CapacityDto } from './capacity.dto';
import { FairCapacity } from './fair-capacity.entity';

/** The capacity of a fair, if it has one. */
@Injectable()
export class ReadCapacity {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<CapacityDto> {
    const capacity = await this.source.getRepository(FairCapacity).findOneBy({ fairId });
    return { visitors: capacity?.visitors ?? null, setAt: capacity?.setAt ?? null };
  }
}
