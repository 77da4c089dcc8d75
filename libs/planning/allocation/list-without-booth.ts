import { Injectable } from '@nestjs/common';
import { Clock, isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { WithoutBoothDto } from './allocation.dto';
import { readWithoutBooth } from './read-without-booth';

/** Who stands nowhere now, and of whom a booth was taken back at last. */
@Injectable()
export class ListWithoutBooth {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string): Promise<WithoutBoothDto[]> {
    return isId(fairId) ? readWithoutBooth(this.source.manager, fairId, this.clock.now()) : [];
  }
}
