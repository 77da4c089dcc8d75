import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { Bus, inTransaction, lockExclusive, prepared } from '@phien/store';
import { DataSource } from 'typeorm';
import { raiseVersion } from './raise-version';
import { addDeclared, addSales, addVisits } from './rollup-sums';

/** Facts taken from the outbox in one transaction; bounds how long a sale waits behind a backlog. */
export const FOLD_BATCH = 5_000;

/*
 * One statement, so one snapshot: what is deleted is what is added. Of two folds at once each row
 * is deleted by one of them.
 */
export const foldBatch = `
  WITH taken AS (
    DELETE FROM outbox
     WHERE fair_id = $1 AND n IN (
       SELECT n FROM outbox WHERE fair_id = $1 AND reader = 'fold' ORDER BY n LIMIT $2)
    RETURNING fair_id, topic, subject_id AS id),
  chosen_documents AS (SELECT fair_id, id FROM taken WHERE topic = 'document'),
  chosen_counts AS (SELECT fair_id, id FROM taken WHERE topic = 'gate_count'),
  chosen_declared AS (SELECT fair_id, id FROM taken WHERE topic = 'declared_sale'),
  added_sales AS (${addSales}),
  added_visits AS (${addVisits}),
  added_declared AS (${addDeclared})
  SELECT count(*) AS taken FROM taken`;

export interface Folded {
  /** Facts added; fewer than FOLD_BATCH when nothing is left. */
  taken: number;
  /** The fair's new version; null when there was nothing to add. */
  version: number | null;
}

/**
 * Adds a fair's new facts to its rollups, each exactly once (the delete), raises its version (the
 * lock orders them), and says so after the commit.
 */
@Injectable()
export class FoldFacts {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Bus) private readonly bus: Bus,
  ) {}

  async run(fairId: string): Promise<Folded> {
    const folded = await inTransaction(this.source, async (em): Promise<Folded> => {
      await lockExclusive(em, 'fair', fairId);
      const [row] = await prepared<{ taken: number }>(em, 'fold_facts', foldBatch, [
        fairId,
        FOLD_BATCH,
      ]);
      const taken = row?.taken ?? 0;
      if (taken === 0) return { taken, version: null };
      return { taken, version: await raiseVersion(em, fairId, this.clock.now()) };
    });
    /* A word that cannot be said costs a heartbeat: the board's doors look by themselves. */
    if (folded.version !== null) {
      await this.bus.publish('board', { fairId, version: folded.version }).catch(() => undefined);
    }
    return folded;
  }
}
