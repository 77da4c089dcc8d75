import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { Reconciliation } from './reconciliation.entity';
import type { Difference } from './reconciliation-check';
import { ReconciliationChecks } from './reconciliation-checks';

/** Differences kept of one comparison; their number is kept whole. */
const KEPT = 100;

export interface Reconciled {
  checkedAt: Date;
  /** Real time. */
  tookMs: number;
  differenceCount: number;
  /** At most the first hundred. */
  differences: Difference[];
}

/**
 * Compares a fair's facts with everything computed from them, in one snapshot, and writes down what
 * it found. A check that throws ends the comparison and is itself a difference.
 */
@Injectable()
export class ReconcileFair {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly checks: ReconciliationChecks,
  ) {}

  async run(fairId: string): Promise<Reconciled> {
    const checkedAt = this.clock.now();
    const startedMs = Date.now();
    const found = await this.compare(fairId);
    const reconciled = {
      checkedAt,
      tookMs: Date.now() - startedMs,
      differenceCount: found.length,
      differences: found.slice(0, KEPT),
    };
    await this.source.getRepository(Reconciliation).upsert({ fairId, ...reconciled }, ['fairId']);
    return reconciled;
  }

  /* What a check could not compare may differ: who reads the answer must not take it for agreement. */
  private async compare(fairId: string): Promise<Difference[]> {
    const differences: Difference[] = [];
    let checking = 'no check yet';
    try {
      await this.source.transaction('REPEATABLE READ', async (em) => {
        await em.query(`SET TRANSACTION READ ONLY`);
        for (const check of this.checks.all()) {
          checking = check.constructor.name;
          differences.push(...(await check.run(em, fairId)));
        }
      });
    } catch (error) {
      const key = `${checking}: ${String(error).slice(0, 300)}`;
      differences.unshift({
        what: 'the check itself failed',
        key,
        unit: 'count',
        expected: 0,
        found: 1,
      });
    }
    return differences;
  }
}
