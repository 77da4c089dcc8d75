import { Injectable } from '@nestjs/common';
import { RebuildRollups, ReconcileFair, type Reconciled } from '@phien/dashboard';
import { DataSource } from 'typeorm';

/** What the comparison of one fair said before and after its sums were made again. */
export interface RebuiltFair {
  code: string;
  before: Reconciled;
  after: Reconciled;
}

/**
 * Makes the sums of every fair again from its facts, or of the one with the code, comparing before
 * and after. The fair may be open meanwhile. Throws when no fair has the code.
 */
@Injectable()
export class RebuildFairs {
  constructor(
    private readonly source: DataSource,
    private readonly rebuildRollups: RebuildRollups,
    private readonly reconcileFair: ReconcileFair,
  ) {}

  async *run(code: string | null): AsyncGenerator<RebuiltFair> {
    const fairs = await this.source.query<{ id: string; code: string }[]>(
      `SELECT id, code FROM fair WHERE $1::text IS NULL OR code = $1 ORDER BY code`,
      [code],
    );
    if (code !== null && fairs.length === 0) throw new Error(`No fair has the code ${code}.`);
    for (const fair of fairs) {
      const before = await this.reconcileFair.run(fair.id);
      await this.rebuildRollups.run(fair.id);
      yield { code: fair.code, before, after: await this.reconcileFair.run(fair.id) };
    }
  }
}
