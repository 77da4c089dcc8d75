import { FoldFacts } from '../fold/fold-facts';
import { DeclaredRollup } from '../fold/declared-rollup.entity';
import { RebuildRollups } from '../fold/rebuild-rollups';
import { ReconcileFair } from '../reconcile/reconcile-fair';
import { ReconciliationChecks } from '../reconcile/reconciliation-checks';
import { NOON, openBoardDatabase, type BoardDatabase, silenceIn } from '../testing/fair-at-work';
import type { BoardQuery } from './board.dto';
import { ReadBoard } from './read-board';
import { ReadBoardBooths } from './read-board-booths';
import { ReadBoardSplits } from './read-board-splits';
import { ReadPeriodSales } from './read-period-sales';

const organizer = { mayReadBoothMoney: true };
const official = { mayReadBoothMoney: false };

describe('what booths declare, on the board', () => {
  let database: BoardDatabase;
  let readBoard: ReadBoard;
  let readBooths: ReadBoardBooths;
  let readSplits: ReadBoardSplits;
  let foldFacts: FoldFacts;
  let reconcileFair: ReconcileFair;

  beforeAll(async () => {
    database = await openBoardDatabase();
    const { dataSource, clock, bus } = database;
    const readSales = new ReadPeriodSales();
    readBoard = new ReadBoard(dataSource, clock, readSales, silenceIn(dataSource, clock));
    readBooths = new ReadBoardBooths(dataSource, clock, readSales);
    readSplits = new ReadBoardSplits(dataSource, clock, readSales);
    foldFacts = new FoldFacts(dataSource, clock, bus);
    reconcileFair = new ReconcileFair(dataSource, clock, new ReconciliationChecks());
  });

  beforeEach(() => {
    database.clock.instant = NOON;
  });

  afterAll(() => database.close());

  const sum = (parts: { revenueVnd: number }[]) =>
    parts.reduce((total, { revenueVnd }) => total + revenueVnd, 0);

  it('stands beside what was measured, and every part sums to both', async () => {
    const work = await database.openFair({ booths: 6 });
    await work.sell(0, 600_000);
    await work.sell(1, 220_000);
    await work.declare(1, 80_000);
    await work.declare(2, 100_000);
    await work.declare(3, 0);
    await foldFacts.run(work.fairId);

    const board = await readBoard.run(work.fairId, {}, organizer);
    expect(board.revenue).toEqual({
      totalVnd: 1_000_000,
      measuredVnd: 820_000,
      declaredVnd: 180_000,
    });
    expect(board.booths).toEqual({ selling: 2, allocated: 6, heardFrom: 4 });
    for (const parts of [board.zones, board.origins, board.stars, board.days]) {
      expect(sum(parts)).toBe(1_000_000);
    }
    expect(board.minutes.revenueVnd.reduce((total, vnd) => total + vnd, 0)).toBe(820_000);
    expect(board.ranking.map(({ revenueVnd, declaredVnd }) => [revenueVnd, declaredVnd])).toEqual([
      [600_000, 0],
      [300_000, 80_000],
      [100_000, 100_000],
    ]);
    const { booths } = await readBooths.run(work.fairId, {}, organizer);
    expect(booths.map(({ revenue }) => revenue?.amount ?? null)).toEqual([
      600_000,
      300_000,
      100_000,
      null,
      null,
      null,
    ]);
    const { places, classes } = await readSplits.run(work.fairId, {}, organizer);
    expect(sum(places)).toBe(1_000_000);
    expect(classes.find(({ code }) => code === 'unclassified')?.revenueVnd).toBe(180_000);
    expect(sum(classes)).toBe(1_000_000);
    expect((await reconcileFair.run(work.fairId)).differences).toEqual([]);
  });

  it('counts a correction once, folded in one go, one by one, or rebuilt', async () => {
    const work = await database.openFair({ booths: 2 });
    const rollup = async () => {
      const row = await database.dataSource
        .getRepository(DeclaredRollup)
        .findOneBy({ fairId: work.fairId, day: '2025-10-28', dimension: 'day' });
      return [row?.factCount, row?.declaredCount, row?.declaredVnd];
    };
    await work.declare(0, 500_000);
    await foldFacts.run(work.fairId);
    expect(await rollup()).toEqual([1, 1, 500_000]);
    await work.declare(0, 700_000);
    await work.declare(0, 650_000);
    await work.declare(1, 10_000);
    await foldFacts.run(work.fairId);
    expect(await rollup()).toEqual([4, 2, 660_000]);
    expect((await reconcileFair.run(work.fairId)).differences).toEqual([]);
    const { dataSource, clock, bus } = database;
    await new RebuildRollups(dataSource, clock, bus).run(work.fairId);
    expect(await rollup()).toEqual([4, 2, 660_000]);
  });

  it('is reconciled: a sum that no fact accounts for is found', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.declare(0, 500_000);
    await foldFacts.run(work.fairId);
    await database.dataSource.query(
      `UPDATE declared_rollup SET declared_vnd = declared_vnd + 1 WHERE fair_id = $1 AND dimension = 'zone'`,
      [work.fairId],
    );
    const { differences } = await reconcileFair.run(work.fairId);
    expect(differences).toMatchObject([
      { what: 'declared by zone', unit: 'vnd', expected: 500_000, found: 500_001 },
    ]);
  });

  it.each<[BoardQuery, number]>([
    [{ zone: 'A' }, 60_000],
    [{ zone: 'B' }, 0],
    [{ origin: 'inProvince' }, 10_000],
    [{ zone: 'A', origin: 'foreign' }, 30_000],
  ])('of %j is what was declared there', async (asked, declaredVnd) => {
    const work = await database.openFair({ booths: 6 });
    for (const at of [0, 1, 2]) {
      await work.sell(at, 100_000);
      await work.declare(at, 10_000 * (at + 1));
    }
    await foldFacts.run(work.fairId);
    const board = await readBoard.run(work.fairId, asked, organizer);
    expect(board.revenue.declaredVnd).toBe(declaredVnd);
    expect(board.revenue.totalVnd).toBe(board.revenue.measuredVnd + declaredVnd);
    for (const parts of [board.zones, board.origins, board.stars, board.days]) {
      expect(sum(parts)).toBe(board.revenue.totalVnd);
    }
  });

  it('does not tell an official the declaration of one booth, by zone, origin or filter', async () => {
    const work = await database.openFair({ booths: 18 });
    for (let at = 0; at < 18; at += 1) await work.sell(at, 100_000);
    await work.declare(0, 70_000);
    await foldFacts.run(work.fairId);
    const board = await readBoard.run(work.fairId, {}, official);
    expect(board.revenue).toMatchObject({ totalVnd: 1_870_000, declaredVnd: 70_000 });
    expect(board.withheld).toEqual(['declared']);
    expect(sum(board.zones)).toBe(1_800_000);
    expect(sum(board.origins)).toBe(1_800_000);
    expect(board.zones.map(({ declaredVnd }) => declaredVnd)).toEqual([null, null]);
    const part = await readBoard.run(work.fairId, { zone: 'A' }, official);
    expect(part.revenue).toEqual({ totalVnd: 900_000, measuredVnd: 900_000, declaredVnd: null });
    const splits = await readSplits.run(work.fairId, {}, official);
    expect(splits.withheld).toEqual(['declared']);
    expect(sum(splits.places)).toBe(1_800_000);
    const open = await readBoard.run(work.fairId, { zone: 'A' }, organizer);
    expect(open.revenue.declaredVnd).toBe(70_000);
  });

  it('tells an official zones and origins once three booths of each have declared', async () => {
    const work = await database.openFair({ booths: 18 });
    for (let at = 0; at < 18; at += 1) {
      await work.sell(at, 100_000);
      await work.declare(at, 1_000 * (at + 1));
    }
    await foldFacts.run(work.fairId);
    const board = await readBoard.run(work.fairId, {}, official);
    expect(board.withheld).toEqual([]);
    expect(sum(board.zones)).toBe(board.revenue.totalVnd);
    const part = await readBoard.run(work.fairId, { zone: 'A' }, official);
    expect(part.revenue.declaredVnd).toBe(45_000);
  });

  it('compares measured with measured while a day runs, and whole days with whole days', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.sell(0, 100_000);
    await work.declare(0, 900_000);
    const nextNoon = new Date('2025-10-29T05:00:00Z');
    work.moveTo(nextNoon);
    await work.sell(0, 150_000);
    await work.declare(0, 600_000, { day: '2025-10-29' });
    await foldFacts.run(work.fairId);
    database.clock.instant = nextNoon;
    const running = await readBoard.run(work.fairId, { day: '2025-10-29' }, organizer);
    expect(running.comparison).toMatchObject({
      isMeasuredOnly: true,
      revenueVnd: 100_000,
      revenueChange: 0.5,
    });
    database.clock.instant = new Date('2025-10-30T05:00:00Z');
    const over = await readBoard.run(work.fairId, { day: '2025-10-29' }, organizer);
    expect(over.comparison).toMatchObject({
      isMeasuredOnly: false,
      revenueVnd: 1_000_000,
      revenueChange: -0.25,
    });
  });
});
