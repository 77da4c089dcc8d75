import { migrations } from '@phien/store';
import type { QueryRunner } from 'typeorm';
import { ReconcileFair } from '../reconcile/reconcile-fair';
import { ReconciliationChecks } from '../reconcile/reconciliation-checks';
import { openBoardDatabase, type BoardDatabase, type FairAtWork } from '../testing/fair-at-work';
import { FoldFacts } from './fold-facts';
import { RebuildRollups } from './rebuild-rollups';

const OF_A_BOOTH = ['booth_hour', 'booth_class', 'booth_star', 'booth_method'];
const at = (clock: string, day = 28) => new Date(`2025-10-${day}T${clock}:00+07:00`);

describe('what is summed of one booth', () => {
  let database: BoardDatabase;
  let foldFacts: FoldFacts;
  let reconcileFair: ReconcileFair;

  beforeAll(async () => {
    database = await openBoardDatabase();
    const { dataSource, clock, bus } = database;
    foldFacts = new FoldFacts(dataSource, clock, bus);
    reconcileFair = new ReconcileFair(dataSource, clock, new ReconciliationChecks());
  });

  afterAll(() => database.close());

  interface Row {
    day: string;
    dimension: string;
    key: string;
    salesCount: number;
    vnd: number;
  }

  const rowsOf = (work: FairAtWork): Promise<Row[]> =>
    database.dataSource.query(
      `SELECT day::text, dimension, key, sales_count AS "salesCount",
              (sales_vnd + refund_vnd)::bigint AS vnd
         FROM sales_rollup WHERE fair_id = $1 AND (dimension = ANY($2) OR dimension = 'booth')
        ORDER BY day, dimension, key COLLATE "C"`,
      [work.fairId, OF_A_BOOTH],
    );

  /** Three booths, sales and a refund in several hours of two days; the evening of the first is told late. */
  async function twoDays() {
    const work = await database.openFair({ booths: 3 });
    const sold = work.till(0).sell(100_000);
    await work.sell(1, 30_000);
    work.moveTo(at('13:30'));
    work.till(0).refund(sold, 500);
    work.till(0).sell(40_000, { method: 'vietqr' });
    await work.deliver(work.till(0));
    work.moveTo(at('21:30'));
    const late = work.till(2);
    late.sell(70_000);
    work.moveTo(at('09:30', 29));
    await work.sell(1, 20_000);
    await foldFacts.run(work.fairId);
    return { work, late };
  }

  it.each(OF_A_BOOTH)('sums by %s to what the booth has of its day', async (dimension) => {
    const { work } = await twoDays();
    const sums = new Map<string, number>();
    const rows = await rowsOf(work);
    for (const row of rows.filter((each) => each.dimension === dimension)) {
      const booth = `${row.day} ${row.key.split(' ')[0]}`;
      sums.set(booth, (sums.get(booth) ?? 0) + row.vnd);
    }
    const whole = rows.filter((row) => row.dimension === 'booth');
    expect(whole.length).toBe(3);
    expect(sums).toEqual(new Map(whole.map(({ day, key, vnd }) => [`${day} ${key}`, vnd])));
  });

  it('puts a late sale into the hour in which it was rung up, and touches no other day', async () => {
    const { work, late } = await twoDays();
    const hoursOn = async (day: string) =>
      (await rowsOf(work))
        .filter((row) => row.dimension === 'booth_hour' && row.day === day)
        .map(({ key, salesCount, vnd }) => [key.split(' ')[1], salesCount, vnd]);
    const today = await hoursOn('2025-10-29');
    expect(today).toEqual([['9', 1, 20_000]]);
    const before = await hoursOn('2025-10-28');
    await work.deliver(late);
    await foldFacts.run(work.fairId);
    expect(await hoursOn('2025-10-29')).toEqual(today);
    const after = await hoursOn('2025-10-28');
    expect(after).toHaveLength(before.length + 1);
    expect(after).toContainEqual(['21', 1, 70_000]);
  });

  async function withRunner(run: (runner: QueryRunner) => Promise<void>): Promise<void> {
    const runner = database.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await run(runner);
      await runner.commitTransaction();
    } finally {
      await runner.release();
    }
  }

  it('is rebuilt, and was filled by the migration, as the fold sums it', async () => {
    const { work, late } = await twoDays();
    const folded = await rowsOf(work);
    await new RebuildRollups(database.dataSource, database.clock, database.bus).run(work.fairId);
    expect(await rowsOf(work)).toEqual(folded);

    await work.deliver(late);
    const step = new (migrations.find(({ name }) => name.startsWith('BoothHours'))!)();
    await withRunner((runner) => step.down(runner));
    expect((await rowsOf(work)).filter(({ dimension }) => dimension !== 'booth')).toEqual([]);
    await withRunner((runner) => step.up(runner));
    expect(await rowsOf(work)).toEqual(folded);
    await foldFacts.run(work.fairId);
    expect((await reconcileFair.run(work.fairId)).differences).toEqual([]);
  });

  it('would be missed: the reconciliation names an hour that is off', async () => {
    const { work } = await twoDays();
    await database.dataSource.query(
      `UPDATE sales_rollup SET sales_vnd = sales_vnd + 1
        WHERE fair_id = $1 AND dimension = 'booth_hour' AND key LIKE '% 9'`,
      [work.fairId],
    );
    const { differences } = await reconcileFair.run(work.fairId);
    expect(differences).toMatchObject([
      { what: 'sales by booth_hour', unit: 'vnd', expected: 20_000, found: 20_001 },
    ]);
  });

  it('knows no other dimension', async () => {
    const { work } = await twoDays();
    await expect(
      database.dataSource.query(
        `INSERT INTO sales_rollup VALUES ($1, '2025-10-28', 'booth_minute', '', 0, 0, 0, 0)`,
        [work.fairId],
      ),
    ).rejects.toMatchObject({ constraint: 'sales_rollup_dimension_known' });
  });
});
