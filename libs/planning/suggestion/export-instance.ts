import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { makeInstance, type InstanceChoice, type InstanceFile } from './make-instance.rules';
import { readKnownFair } from './read-known-fair';

/** A fair as an instance of the allocation engine, from one snapshot. Refuses `fair_not_found`. */
@Injectable()
export class ExportInstance {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string, choice: InstanceChoice): Promise<InstanceFile> {
    const now = this.clock.now();
    const fair = await this.source.transaction('REPEATABLE READ', (em) =>
      readKnownFair(em, fairId, now),
    );
    return makeInstance(fair, choice);
  }
}
