import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { FairReconciliation } from './fair-reconciliation.dto';
import { isOverdue } from './reconciliation.rules';

interface Row {
  fairCode: string;
  createdAt: Date;
  checkedAt: Date | null;
  tookMs: number;
  differenceCount: number;
}

/** The last reconciliation of every fair, and the fairs that wait for one too long, for the health page. */
@Injectable()
export class ReadReconciliation {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param watchedMs for how long, in real time, someone could have seen a comparison being made */
  async run(watchedMs: number): Promise<FairReconciliation[]> {
    const rows = await this.source.query<Row[]>(
      `SELECT f.code AS "fairCode", f.created_at AS "createdAt", r.checked_at AS "checkedAt",
              coalesce(r.took_ms, 0) AS "tookMs", coalesce(r.difference_count, 0) AS "differenceCount"
         FROM fair f LEFT JOIN reconciliation r ON r.fair_id = f.id
        WHERE f.state <> 'draft' ORDER BY f.code`,
    );
    const { speed } = this.clock;
    const now = this.clock.now();
    return rows
      .map(({ createdAt, tookMs, ...row }) => ({
        ...row,
        isOverdue: isOverdue(
          { since: row.checkedAt ?? createdAt, tookMs },
          { now, speed, watchedMs },
        ),
      }))
      .filter((row) => row.checkedAt !== null || row.isOverdue);
  }
}
