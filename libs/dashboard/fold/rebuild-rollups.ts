import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { Bus, inTransaction, lockExclusive } from '@phien/store';
import { DataSource } from 'typeorm';
import { raiseVersion } from './raise-version';
import { addDeclared, addSales, addVisits } from './rollup-sums';

/*
 * One statement again: a fact committed between "forget the outbox" and "sum the facts" would be
 * summed now and folded later.
 */
const rebuildAll = `
  WITH forgotten AS (DELETE FROM outbox WHERE fair_id = $1 AND reader = 'fold' RETURNING 1),
  chosen_documents AS (SELECT fair_id, id FROM document WHERE fair_id = $1),
  chosen_counts AS (SELECT fair_id, id FROM gate_count WHERE fair_id = $1),
  chosen_declared AS (SELECT fair_id, id FROM declared_sale WHERE fair_id = $1),
  added_sales AS (${addSales}),
  added_visits AS (${addVisits}),
  added_declared AS (${addDeclared})
  SELECT count(*) FROM forgotten`;

/** Throws a fair's rollups away and sums them again from the facts; answers the new version. */
@Injectable()
export class RebuildRollups {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Bus) private readonly bus: Bus,
  ) {}

  async run(fairId: string): Promise<number> {
    const version = await inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'fair', fairId);
      await em.query(`DELETE FROM sales_rollup WHERE fair_id = $1`, [fairId]);
      await em.query(`DELETE FROM visits_rollup WHERE fair_id = $1`, [fairId]);
      await em.query(`DELETE FROM declared_rollup WHERE fair_id = $1`, [fairId]);
      await em.query(rebuildAll, [fairId]);
      return raiseVersion(em, fairId, this.clock.now());
    });
    await this.bus.publish('board', { fairId, version }).catch(() => undefined);
    return version;
  }
}
