import { Inject, Injectable } from '@nestjs/common';
import { Bus, Rounds } from '@phien/store';
import { DataSource } from 'typeorm';
import { ReconcileFair } from './reconcile-fair';
import { PAUSE_MS, PAUSE_PER_CHECK } from './reconciliation.rules';

interface FairToCheck {
  id: string;
  code: string;
  version: number | null;
  differenceCount: number | null;
}

/** Reconciles every fair each minute, large ones a little less often; a difference that comes or goes is news for the boards. */
@Injectable()
export class ReconcileLoop extends Rounds {
  private readonly restingUntilMs = new Map<string, number>();

  constructor(
    private readonly source: DataSource,
    private readonly reconcileFair: ReconcileFair,
    @Inject(Bus) private readonly bus: Bus,
  ) {
    super(PAUSE_MS);
  }

  protected override async walk(): Promise<void> {
    const fairs = await this.source.query<FairToCheck[]>(
      `SELECT f.id, f.code, v.version, r.difference_count AS "differenceCount"
         FROM fair f LEFT JOIN board_version v ON v.fair_id = f.id
         LEFT JOIN reconciliation r ON r.fair_id = f.id
        WHERE f.state <> 'draft' ORDER BY f.code`,
    );
    for (const fair of fairs) {
      if (this.isStopped) return;
      if (Date.now() < (this.restingUntilMs.get(fair.id) ?? 0)) continue;
      await this.checkOne(fair).catch((error: unknown) =>
        this.log.error(`fair ${fair.code} could not be reconciled: ${String(error)}`),
      );
    }
  }

  private async checkOne(fair: FairToCheck): Promise<void> {
    const startedMs = Date.now();
    const { differenceCount, differences, tookMs } = await this.reconcileFair.run(fair.id);
    this.restingUntilMs.set(fair.id, startedMs + PAUSE_PER_CHECK * tookMs);
    if (differenceCount > 0) {
      this.log.error(
        `fair ${fair.code}: ${differenceCount} differences, first ${JSON.stringify(differences[0])}`,
      );
    }
    if (differenceCount !== (fair.differenceCount ?? 0)) {
      await this.bus.publish('board', { fairId: fair.id, version: fair.version ?? 0 });
    }
  }
}
