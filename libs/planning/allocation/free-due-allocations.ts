import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { inTransaction, lockAll } from '@phien/store';
import { DataSource } from 'typeorm';
import { freeRunOut } from './free-run-out';
import { PlanBell } from './plan-bell';
import { raisePlanVersion } from './raise-plan-version';

/**
 * Tells the plans of all fairs what has run out since. Nobody needs it to give such a booth away;
 * it is for the screens that are open, and for the history to name the hour while it is fresh.
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
      `SELECT fair_id AS "fairId", array_agg(DISTINCT booth_id) AS "boothIds" FROM allocation
        WHERE freed_at IS NULL AND state <> 'confirmed' AND held_until <= $1
        GROUP BY fair_id ORDER BY fair_id`,
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
