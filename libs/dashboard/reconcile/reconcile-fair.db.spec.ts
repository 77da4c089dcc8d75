import type { EntityManager } from 'typeorm';
import { FoldFacts } from '../fold/fold-facts';
import { SalesRollup } from '../fold/sales-rollup.entity';
import { VisitsRollup } from '../fold/visits-rollup.entity';
import {
  NOON,
  openBoardDatabase,
  StandingClock,
  type BoardDatabase,
  type FairAtWork,
} from '../testing/fair-at-work';
import { ReadReconciliation } from './read-reconciliation';
import { ReconcileFair } from './reconcile-fair';
import { Reconciliation } from './reconciliation.entity';
import { ReconciliationCheck, type Difference } from './reconciliation-check';
import { ReconciliationChecks } from './reconciliation-checks';

describe('reconciling a fair', () => {
  let database: BoardDatabase;
  let checks: ReconciliationChecks;
  let reconcileFair: ReconcileFair;
  let work: FairAtWork;

  beforeAll(async () => {
    database = await openBoardDatabase();
  });

  beforeEach(async () => {
    checks = new ReconciliationChecks();
    reconcileFair = new ReconcileFair(database.dataSource, database.clock, checks);
    work = await database.openFair({ booths: 2 });
    await work.sell(0, 100_000);
    await work.count(9, 4);
    await new FoldFacts(database.dataSource, database.clock, database.bus).run(work.fairId);
  });

  afterAll(() => database.close());

  const differences = async () =>
    (await reconcileFair.run(work.fairId)).differences.map(
      ({ what, key, unit, expected, found }) => `${what} ${key} ${unit} ${expected} ${found}`,
    );

  it('finds nothing when all is well, also while facts wait to be folded', async () => {
    expect(await differences()).toEqual([]);
    await work.sell(1, 50_000);
    await work.count(2, 2);
    expect(await work.waiting()).toBe(2);
    expect(await differences()).toEqual([]);
  });

  it('finds a rollup that was changed, one that is missing, and one too many', async () => {
    const { dataSource } = database;
    const { fairId } = work;
    const sales = dataSource.getRepository(SalesRollup);
    await sales.update({ fairId, dimension: 'day' }, { salesVnd: 99_999 });
    await sales.delete({ fairId, dimension: 'origin' });
    await dataSource.getRepository(VisitsRollup).insert({
      fairId,
      day: '2025-10-29',
      dimension: 'day',
      key: '',
      entries: 1,
      exits: 0,
    });
    expect(await differences()).toEqual([
      'sales by day 2025-10-28 vnd 100000 99999',
      'sales by origin 2025-10-28 inProvince count 1 0',
      'sales by origin 2025-10-28 inProvince vnd 100000 0',
      'entries by day 2025-10-29 count 0 1',
    ]);
  });

  it('finds a ledger and counters that someone with the database has edited', async () => {
    const { dataSource } = database;
    for (const table of ['document_line', 'gate_count']) {
      await dataSource.query(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`);
    }
    await dataSource.query(`UPDATE document_line SET amount_vnd = 1 WHERE fair_id = $1`, [
      work.fairId,
    ]);
    await dataSource.query(`UPDATE gate_count SET entries = 10 WHERE fair_id = $1`, [work.fairId]);
    for (const table of ['document_line', 'gate_count']) {
      await dataSource.query(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_append_only`);
    }
    const [booth] = await dataSource.query<{ id: string }[]>(
      `SELECT booth_id AS id FROM document WHERE fair_id = $1`,
      [work.fairId],
    );
    expect(await differences()).toEqual([
      'lines of documents 2025-10-28 vnd 100000 1',
      `sales by booth_class 2025-10-28 ${booth?.id} I.3.d vnd 1 100000`,
      `sales by booth_star 2025-10-28 ${booth?.id} 4 vnd 1 100000`,
      'sales by class 2025-10-28 I.3.d vnd 1 100000',
      'sales by star 2025-10-28 4 vnd 1 100000',
      'entries counted at a gate C1 count 10 9',
    ]);
  });

  it('keeps the last answer of each fair for the health page', async () => {
    await reconcileFair.run(work.fairId);
    await database.dataSource
      .getRepository(SalesRollup)
      .update({ fairId: work.fairId }, { salesCount: 7 });
    const { differenceCount } = await reconcileFair.run(work.fairId);
    const kept = await new ReadReconciliation(database.dataSource, database.clock).run(0);
    expect(kept).toContainEqual({
      fairCode: work.fair.code,
      checkedAt: NOON,
      differenceCount,
      isOverdue: false,
    });
    const row = await database.dataSource
      .getRepository(Reconciliation)
      .findOneByOrFail({ fairId: work.fairId });
    expect(row.differences).toHaveLength(differenceCount);
  });

  it('does not pass off an old comparison, nor none at all, as agreement', async () => {
    const { dataSource, clock } = database;
    const HOUR = 3_600_000;
    const nineHoursOn = new StandingClock(new Date(NOON.getTime() + 9 * HOUR));
    const look = async (at: StandingClock, watchedMs: number) => {
      const kept = await new ReadReconciliation(dataSource, at).run(watchedMs);
      return kept.find(({ fairCode }) => fairCode === work.fair.code);
    };
    expect(await look(clock, 60_000)).toBeUndefined();
    expect(await look(clock, HOUR)).toMatchObject({ checkedAt: null, isOverdue: true });
    await reconcileFair.run(work.fairId);
    expect(await look(clock, HOUR)).toMatchObject({ checkedAt: NOON, isOverdue: false });
    expect(await look(nineHoursOn, HOUR)).toMatchObject({ checkedAt: NOON, isOverdue: true });
  });

  it('writes down that a check failed, beside what the checks before it found', async () => {
    await reconcileFair.run(work.fairId);
    class BrokenCheck extends ReconciliationCheck {
      async run(em: EntityManager): Promise<Difference[]> {
        await em.query(`SELECT 9223372036854775807 + 1::bigint`);
        return [];
      }
    }
    checks.add(new BrokenCheck());
    expect(await differences()).toEqual([
      expect.stringMatching(/^the check itself failed BrokenCheck: .*out of range count 0 1$/),
    ]);
    const row = await database.dataSource
      .getRepository(Reconciliation)
      .findOneByOrFail({ fairId: work.fairId });
    expect(row.differenceCount).toBe(1);
  });

  it('asks the checks that other libraries add', async () => {
    const late: Difference = { what: 'closing', key: 'day', unit: 'vnd', expected: 1, found: 2 };
    class ClosingCheck extends ReconciliationCheck {
      run(): Promise<Difference[]> {
        return Promise.resolve([late]);
      }
    }
    checks.add(new ClosingCheck());
    expect((await reconcileFair.run(work.fairId)).differences).toEqual([late]);
  });
});
