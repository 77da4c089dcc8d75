import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { inTransaction, lockAll } from '@phien/store';
import { DataSource } from 'typeorm';
import { freeRunOut } from './free-run-out';
import { PlanBell } from './plan-bell';
import { raisePlanVersion } from './raise-plan-version';

/**
 * Tells the plans of all fairs what has run out since. Nobody needs it to give such a booth away;
 * it is for the screens that are open. To a sealed fair nothing is written any more.
 */
@Injectable()
export class FreeDueAllocations {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  /** Answers how many ended. */
  async run(): Promise<number> {
    const at = this.clock.now();
    const due = await this.source.query<{ fairId: string; boothIds: string[] }[]>(
      `SELECT a.fair_id AS "fairId", array_agg(DISTINCT a.booth_id) AS "boothIds"
         FROM allocation a JOIN fair f ON f.id = a.fair_id AND f.state <> 'sealed'
        WHERE a.freed_at IS NULL AND a.state <> 'confirmed' AND a.held_until <= $1
        GROUP BY a.fair_id ORDER BY a.fair_id`,
      [at],
    );
    let ended = 0;
    for (const { fairId, boothIds } of due) {
      const told = await inTransaction(this.source, async (em) => {
        await lockAll(
          em,
          boothIds.map((id) => ({ kind: 'booth', parts: [fairId, id], isShared: false })),
        );
        const count = await freeRunOut(em, { fairId, boothIds, at });
        return { count, version: count > 0 ? await raisePlanVersion(em, fairId) : null };
      });
      ended += told.count;
      if (told.version !== null) this.bell.ring(fairId, told.version);
    }
    return ended;
  }
}
