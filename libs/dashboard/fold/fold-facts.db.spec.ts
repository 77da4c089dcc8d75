import type { DataSource, EntityManager } from 'typeorm';
import { ReconcileFair } from '../reconcile/reconcile-fair';
import { ReconciliationChecks } from '../reconcile/reconciliation-checks';
import { openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import { BoardVersion } from './board-version.entity';
import { FOLD_BATCH, foldBatch, FoldFacts } from './fold-facts';
import { RebuildRollups } from './rebuild-rollups';
import { addSales } from './rollup-sums';
import { SalesRollup } from './sales-rollup.entity';
import { VisitsRollup } from './visits-rollup.entity';

describe('folding facts into rollups', () => {
  let database: BoardDatabase;
  let foldFacts: FoldFacts;
  let reconcileFair: ReconcileFair;

  beforeAll(async () => {
    database = await openBoardDatabase();
    foldFacts = new FoldFacts(database.dataSource, database.clock, database.bus);
    reconcileFair = new ReconcileFair(
      database.dataSource,
      database.clock,
      new ReconciliationChecks(),
    );
  });

  afterAll(() => database.close());

  const rollupsOf = async (fairId: string) => {
    const rows = await database.dataSource.getRepository(SalesRollup).findBy({ fairId });
    return new Map(
      rows.map((row) => [
        `${row.day} ${row.dimension} ${row.key}`,
        [row.salesCount, row.salesVnd, row.refundCount, row.refundVnd],
      ]),
    );
  };

  it('sums sales, refunds and voids by every dimension, and shifts nowhere', async () => {
    const work = await database.openFair({ booths: 2 });
    const till = work.till(0);
    const { exhibitorId, boothId, zoneId } = till.place;
    till.openShift();
    const fish = till.sell(450_000);
    const tea = till.sell(120_000, {
      method: 'vietqr',
      line: { classCode: null, star: null },
    });
    till.sell(0, {
      lines: [
        {
          productId: null,
          name: 'A',
          classCode: 'I.3.d',
          star: 5,
          quantityMilli: 2000,
          unit: 'hộp',
          unitVnd: 10_000,
          vatRatePercent: null,
        },
        {
          productId: null,
          name: 'B',
          classCode: 'I.3.d',
          star: 4,
          quantityMilli: 1000,
          unit: 'hộp',
          unitVnd: 5_000,
          vatRatePercent: null,
        },
      ],
    });
    till.refund(fish, 1000);
    till.void(tea);
    till.closeShift(500_000);
    await work.deliver(till);
    await work.count(30, 12);

    expect(await foldFacts.run(work.fairId)).toEqual({ taken: 8, version: 1 });
    const all = [3, 595_000, 2, -570_000];
    const rollups = await rollupsOf(work.fairId);
    expect(Object.fromEntries(rollups)).toEqual({
      '2025-10-28 day ': all,
      '2025-10-28 minute 719': all,
      [`2025-10-28 zone ${zoneId}`]: all,
      [`2025-10-28 booth ${boothId}`]: all,
      [`2025-10-28 exhibitor ${exhibitorId}`]: all,
      '2025-10-28 origin inProvince': all,
      '2025-10-28 place qn-communes:06685': all,
      '2025-10-28 delegation none': all,
      '2025-10-28 class I.3.d': [2, 475_000, 1, -450_000],
      '2025-10-28 class unclassified': [1, 120_000, 1, -120_000],
      '2025-10-28 star 5': [1, 20_000, 0, 0],
      '2025-10-28 star 4': [2, 455_000, 1, -450_000],
      '2025-10-28 star none': [1, 120_000, 1, -120_000],
      '2025-10-28 method cash': [2, 475_000, 1, -450_000],
      '2025-10-28 method vietqr': [1, 120_000, 1, -120_000],
      [`2025-10-28 booth_hour ${boothId} 11`]: all,
      [`2025-10-28 booth_class ${boothId} I.3.d`]: [2, 475_000, 1, -450_000],
      [`2025-10-28 booth_class ${boothId} unclassified`]: [1, 120_000, 1, -120_000],
      [`2025-10-28 booth_star ${boothId} 5`]: [1, 20_000, 0, 0],
      [`2025-10-28 booth_star ${boothId} 4`]: [2, 455_000, 1, -450_000],
      [`2025-10-28 booth_star ${boothId} none`]: [1, 120_000, 1, -120_000],
      [`2025-10-28 booth_method ${boothId} cash`]: [2, 475_000, 1, -450_000],
      [`2025-10-28 booth_method ${boothId} vietqr`]: [1, 120_000, 1, -120_000],
    });
    const visits = await database.dataSource
      .getRepository(VisitsRollup)
      .find({ where: { fairId: work.fairId }, order: { dimension: 'ASC' } });
    expect(visits.map((row) => [row.dimension, row.key, row.entries, row.exits])).toEqual([
      ['day', '', 30, 12],
      ['gate', work.gate.gateId, 30, 12],
      ['minute', '720', 30, 12],
    ]);
  });

  it('adds what came since, raises the version, and does nothing without news', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.sell(0, 10_000);
    await foldFacts.run(work.fairId);
    await work.sell(0, 20_000);
    expect(await foldFacts.run(work.fairId)).toEqual({ taken: 1, version: 2 });
    expect(await foldFacts.run(work.fairId)).toEqual({ taken: 0, version: null });
    expect((await rollupsOf(work.fairId)).get('2025-10-28 day ')).toEqual([2, 30_000, 0, 0]);
  });

  it('rebuilds the same rollups from the facts, what still waits included', async () => {
    const work = await database.openFair({ booths: 2 });
    await work.sell(0, 10_000);
    await work.count(3);
    await foldFacts.run(work.fairId);
    await work.sell(1, 20_000);
    const rebuild = new RebuildRollups(database.dataSource, database.clock, database.bus);
    expect(await rebuild.run(work.fairId)).toBe(2);
    expect(await work.waiting()).toBe(0);
    const rebuilt = await rollupsOf(work.fairId);
    expect(rebuilt.get('2025-10-28 day ')).toEqual([2, 30_000, 0, 0]);
    await foldFacts.run(work.fairId);
    expect(await rollupsOf(work.fairId)).toEqual(rebuilt);
    expect((await reconcileFair.run(work.fairId)).differences).toEqual([]);
  });

  /** Four tills sell and a gate counts while `fold` runs twice over, again and again. */
  async function underLoad(fold: (fairId: string) => Promise<unknown>): Promise<string> {
    const work = await database.openFair({ booths: 4 });
    let isSelling = true;
    const folding = async () => {
      while (isSelling || (await work.waiting()) > 0) await fold(work.fairId);
    };
    const selling = async (at: number) => {
      for (let sale = 1; sale <= 12; sale++) await work.sell(at, 1_000 * sale + at);
    };
    const counting = async () => {
      for (let word = 0; word < 12; word++) await work.count(2, 1);
    };
    const folds = [folding(), folding(), folding()];
    await Promise.all([0, 1, 2, 3].map(selling).concat(counting())).finally(() => {
      isSelling = false;
    });
    await Promise.all(folds);
    return work.fairId;
  }

  it('counts each fact exactly once, however many folds run while tills sell', async () => {
    const versions: number[] = [];
    const fairId = await underLoad(async (fair) => {
      const { version } = await foldFacts.run(fair);
      if (version !== null) versions.push(version);
    });
    const reconciled = await reconcileFair.run(fairId);
    expect(reconciled.differences).toEqual([]);
    expect((await rollupsOf(fairId)).get('2025-10-28 day ')).toEqual([48, 312_072, 0, 0]);
    const { version } = await database.dataSource
      .getRepository(BoardVersion)
      .findOneByOrFail({ fairId });
    expect(versions.sort((a, b) => a - b)).toEqual(
      Array.from({ length: version }, (_, at) => at + 1),
    );
  });

  /* The control: a relay that reads before it deletes, without the lock. */
  async function readThenDelete(em: EntityManager, fairId: string): Promise<void> {
    const news: { n: number; id: string }[] = await em.query(
      `SELECT n, subject_id AS id FROM outbox WHERE fair_id = $1 AND topic = 'document'`,
      [fairId],
    );
    await em.query(
      `WITH chosen_documents AS (SELECT $1::uuid AS fair_id, unnest($2::uuid[]) AS id) ${addSales}`,
      [fairId, news.map((row) => row.id)],
    );
    await em.query(
      `DELETE FROM outbox WHERE fair_id = $1 AND (n = ANY($2) OR topic = 'gate_count')`,
      [fairId, news.map((row) => row.n)],
    );
  }

  it('would be caught if it counted twice: a fold that reads before it deletes', async () => {
    const fairId = await underLoad((fair) =>
      database.dataSource.transaction((em) => readThenDelete(em, fair)),
    );
    const { differenceCount, differences } = await reconcileFair.run(fairId);
    expect(differenceCount).toBeGreaterThan(0);
    expect(differences.map(({ what }) => what)).toContain('sales by day');
  });

  interface PlanNode {
    'Relation Name'?: string;
    'Actual Rows': number;
    'Actual Loops': number;
    'Rows Removed by Filter'?: number;
    Plans?: PlanNode[];
  }

  /** Rows of `document` that the plan looked at while it ran. */
  const documentsLookedAt = (node: PlanNode): number => {
    const own =
      node['Relation Name'] === 'document'
        ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
        : 0;
    return (node.Plans ?? []).reduce((sum, child) => sum + documentsLookedAt(child), own);
  };

  async function lookedAtBy(
    source: DataSource,
    statement: string,
    fairId: string,
  ): Promise<number> {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      const [row] = (await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`, [
        fairId,
        FOLD_BATCH,
      ])) as { 'QUERY PLAN': { Plan: PlanNode }[] }[];
      return documentsLookedAt(row!['QUERY PLAN'][0]!.Plan);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('reads each document once, before the first statistics too', async () => {
    const fresh = await openBoardDatabase();
    try {
      for (const table of ['document', 'document_line', 'document_payment', 'outbox', 'exhibitor'])
        await fresh.dataSource.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
      const work = await fresh.openFair({ booths: 40 });
      for (let at = 0; at < 40; at++) {
        for (let sale = 1; sale <= 5; sale++) work.till(at).sell(1_000 * sale);
        await work.deliver(work.till(at));
      }
      const looked = (statement: string) => lookedAtBy(fresh.dataSource, statement, work.fairId);
      expect(await looked(foldBatch)).toBe(200);
      /* The control: free to join as it likes, and with the index of a day for every look-up. */
      await fresh.dataSource.query(`CREATE INDEX of_a_fair ON document (fair_id, fair_day)`);
      expect(await looked(foldBatch.replaceAll('OFFSET 0', ''))).toBeGreaterThan(40 * 200);
    } finally {
      await fresh.close();
    }
  });

  it('stands on tables as the migration made them', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
