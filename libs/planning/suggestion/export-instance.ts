import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { Download } from '../form/send-download';
import { fileInstance } from './file-instance';
import type { InstanceChoice } from './make-instance.rules';
import { readKnownFair } from './read-known-fair';

/**
 * A fair as an instance of the allocation engine, from one snapshot, as the file that
 * `npm run allocate` reads. Refuses `fair_not_found`.
 */
@Injectable()
export class ExportInstance {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string, choice: InstanceChoice): Promise<Download> {
    const now = this.clock.now();
    const fair = await this.source.transaction('REPEATABLE READ', (em) =>
      readKnownFair(em, fairId, now),
    );
    const { bytes } = await fileInstance({ fair, choice });
    return { bytes: Buffer.from(bytes), name: `phien-${fair.code}-instance.json` };
  }
}
