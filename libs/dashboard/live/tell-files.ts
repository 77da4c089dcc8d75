import { Injectable } from '@nestjs/common';
import { Bus, inTransaction } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * Changes what is told of a fair's files and lets open screens hear of it: the number that names the
 * news is raised last in the change's own transaction, and said on the bus after the commit. A word
 * that is lost costs five seconds, until the next heartbeat says the number again.
 */
@Injectable()
export class TellFiles {
  constructor(
    private readonly source: DataSource,
    private readonly bus: Bus,
  ) {}

  async run(fairId: string, change: (em: EntityManager) => Promise<unknown>): Promise<void> {
    const version = await inTransaction(this.source, async (em) => {
      await change(em);
      const [row] = await em.query<[{ version: number }]>(
        `INSERT INTO files_version AS f (fair_id, version) VALUES ($1, 1)
         ON CONFLICT (fair_id) DO UPDATE SET version = f.version + 1
         RETURNING version`,
        [fairId],
      );
      return row.version;
    });
    this.bus.publish('files', { fairId, version }).catch(() => undefined);
  }
}
