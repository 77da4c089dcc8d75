import type { Caller } from '@phien/identity';
import { newId } from '@phien/kernel';
import { Allocation } from '@phien/planning';
import { FoldFacts } from '../fold/fold-facts';
import { ReconcileFair } from '../reconcile/reconcile-fair';
import { ReconciliationChecks } from '../reconcile/reconciliation-checks';
import {
  FairAtWork,
  NOON,
  openBoardDatabase,
  silenceIn,
  type BoardDatabase,
} from '../testing/fair-at-work';
import type { BoardQuery } from './board.dto';
import { ReadBoard } from './read-board';
import { ReadBoardCoverage } from './read-board-coverage';
import { ReadBoardState } from './read-board-state';
import { ReadBoardViewer } from './read-board-viewer';
import { ReadEarlierFair } from './read-earlier-fair';
import { ReadPeriodSales } from './read-period-sales';

describe('the board of a fair', () => {
  const mayReadBoothMoney = true;
  let database: BoardDatabase;
  let readBoard: ReadBoard;
  let foldFacts: FoldFacts;

  beforeAll(async () => {
    database = await openBoardDatabase();
    readBoard = new ReadBoard(
      database.dataSource,
      database.clock,
      new ReadPeriodSales(),
      silenceIn(database.dataSource, database.clock),
    );
    foldFacts = new FoldFacts(database.dataSource, database.clock, database.bus);
  });

  beforeEach(() => {
    database.clock.instant = NOON;
  });

  afterAll(() => database.close());

  it('shows today from the rollups, with parts that sum to totals', async () => {
    const work = await database.openFair({ booths: 4, exhibitors: 3 });
    const { fair, fairId } = work;
    await work.sell(0, 300_000);
    await work.sell(1, 100_000);
    const third = work.till(2).sell(50_000);
    work.till(2).refund(third, 1000);
    await work.deliver(work.till(2));
    await work.count(7, 3);
    await foldFacts.run(fairId);
    await new ReconcileFair(database.dataSource, database.clock, new ReconciliationChecks()).run(
      fairId,
    );

    const board = await readBoard.run(fairId, {}, { mayReadBoothMoney });
    expect(board).toEqual({
      fairId,
      day: '2025-10-28',
      from: '2025-10-28',
      filter: { zones: [], origins: [] },
      version: 1,
      asOf: NOON.toISOString(),
      fair: {
        code: fair.code,
        nameVi: 'Hội chợ kiểm thử',
        nameEn: 'Test fair',
        isDemo: true,
        timeZone: 'Asia/Ho_Chi_Minh',
        days: ['2025-10-28', '2025-10-29', '2025-10-30'].map((day) => ({
          day,
          opensAt: '08:00',
          closesAt: '22:00',
          isOpen: true,
        })),
        zones: ['A', 'B'].map((code) => ({ code, nameVi: `Khu ${code}`, nameEn: `Zone ${code}` })),
      },
      visits: {
        entries: 7,
        exits: 3,
        inside: 4,
        difference: 4,
        capacity: null,
        share: null,
        level: null,
        gates: [
          {
            gateId: work.gate.gateId,
            code: 'C1',
            nameVi: 'Cổng C1',
            nameEn: 'Gate C1',
            entries: 7,
            exits: 3,
          },
        ],
      },
      revenue: { totalVnd: 400_000, measuredVnd: 400_000, declaredVnd: 0 },
      sales: { count: 3, averageVnd: 150_000, refundCount: 1, refundVnd: -50_000 },
      booths: { selling: 3, allocated: 3, heardFrom: 3 },
      comparison: null,
      withheld: [],
      days: [{ day: '2025-10-28', revenueVnd: 400_000, declaredVnd: 0, salesCount: 3, entries: 7 }],
      zones: [
        {
          zoneId: fair.zones[0]?.id,
          code: 'A',
          nameVi: 'Khu A',
          nameEn: 'Zone A',
          revenueVnd: 400_000,
          declaredVnd: 0,
          salesCount: 2,
          boothsSelling: 2,
          boothsAllocated: 2,
          boothsHeard: 2,
        },
        {
          zoneId: fair.zones[1]?.id,
          code: 'B',
          nameVi: 'Khu B',
          nameEn: 'Zone B',
          revenueVnd: 0,
          declaredVnd: 0,
          salesCount: 1,
          boothsSelling: 1,
          boothsAllocated: 1,
          boothsHeard: 1,
        },
      ],
      origins: [
        { origin: 'inProvince', revenueVnd: 300_000, declaredVnd: 0, salesCount: 1 },
        { origin: 'otherProvince', revenueVnd: 100_000, declaredVnd: 0, salesCount: 1 },
        { origin: 'foreign', revenueVnd: 0, declaredVnd: 0, salesCount: 1 },
      ],
      stars: [
        { star: '5', revenueVnd: 0 },
        { star: '4', revenueVnd: 400_000 },
        { star: '3', revenueVnd: 0 },
        { star: 'none', revenueVnd: 0 },
      ],
      ranking: [
        [0, 300_000],
        [1, 100_000],
        [2, 0],
      ].map(([at = 0, revenueVnd], index) => ({
        rank: index + 1,
        boothId: fair.booths[at]?.id,
        boothCode: fair.booths[at]?.code,
        zoneCode: at < 2 ? 'A' : 'B',
        exhibitorNames: [fair.exhibitors[at]?.name],
        salesCount: 1,
        revenueVnd,
        declaredVnd: 0,
      })),
      minutes: {
        minute: [719, 720],
        revenueVnd: [400_000, 0],
        salesCount: [3, 0],
        entries: [0, 7],
      },
      clock: { isMoved: false, speed: 1 },
      tills: { silentCount: 0, silentSince: null },
      reconciliation: { checkedAt: NOON.toISOString(), differenceCount: 0 },
    });
  });

  it('stands still in its as-of time while facts wait for a fold that does not come', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.sell(0, 10_000);
    await foldFacts.run(work.fairId);
    database.clock.instant = new Date('2025-10-28T05:10:00Z');
    const readState = new ReadBoardState(database.dataSource, database.clock);
    const asOf = async () => {
      const board = await readBoard.run(work.fairId, {}, { mayReadBoothMoney });
      const [state] = await readState.run([work.fairId]);
      expect(state).toEqual({
        fairId: work.fairId,
        day: board.day,
        version: board.version,
        asOf: board.asOf,
      });
      return board.asOf;
    };
    expect(await asOf()).toBe('2025-10-28T05:10:00.000Z');
    await work.sell(0, 10_000);
    expect(await asOf()).toBe(NOON.toISOString());
    await foldFacts.run(work.fairId);
    expect(await asOf()).toBe('2025-10-28T05:10:00.000Z');
  });

  it('says how many phones are silent with an open shift, and since when', async () => {
    const work = await database.openFair({ booths: 3 });
    for (const at of [0, 1]) {
      work.till(at).openShift();
      await work.deliver(work.till(at));
    }
    await work.sell(2, 10_000);
    database.clock.instant = new Date('2025-10-28T05:15:01Z');
    const { tills } = await readBoard.run(work.fairId, {}, { mayReadBoothMoney });
    expect(tills).toEqual({ silentCount: 2, silentSince: NOON.toISOString() });
  });

  it('names the phones that are silent and the booths not heard from, by day and by zone', async () => {
    const work = await database.openFair({ booths: 4 });
    work.till(0).openShift();
    await work.deliver(work.till(0));
    await work.declare(1, 0);
    await foldFacts.run(work.fairId);
    database.clock.instant = new Date('2025-10-28T05:15:01Z');
    const { dataSource, clock } = database;
    const read = (asked: BoardQuery) =>
      new ReadBoardCoverage(
        dataSource,
        clock,
        new ReadPeriodSales(),
        silenceIn(dataSource, clock),
      ).run(work.fairId, asked);
    const all = await read({});
    const names = work.fair.exhibitors.map(({ name }) => name);
    expect([all.allocated, all.silentBooths.flatMap((booth) => booth.exhibitorNames)]).toEqual([
      4,
      names.slice(2),
    ]);
    expect(all.silentTills).toMatchObject([
      { exhibitorName: names[0], since: NOON.toISOString(), unsentCount: 0 },
    ]);
    expect((await read({ day: '2025-10-29' })).silentBooths).toHaveLength(4);
    const inZone = await read({ zone: 'A' });
    expect(inZone.silentBooths.map(({ zoneCode }) => zoneCode)).toEqual(
      all.silentBooths.map(({ zoneCode }) => zoneCode).filter((code) => code === 'A'),
    );
  });

  it('stands beside the same day of an earlier fair that the caller may read, to the minute', async () => {
    const { dataSource, clock } = database;
    const earlier = await FairAtWork.open(
      dataSource,
      database.bus,
      { booths: 1, days: ['2025-05-01', '2025-05-02', '2025-05-03'] },
      new Date('2025-05-02T05:00:00Z'),
    );
    await earlier.sell(0, 40_000);
    await earlier.count(10);
    earlier.moveTo(new Date('2025-05-02T06:00:00Z'));
    await earlier.sell(0, 900_000);
    await foldFacts.run(earlier.fairId);
    const work = await database.openFair({ booths: 1 });
    work.moveTo(new Date('2025-10-29T05:00:00Z'));
    await work.sell(0, 50_000);
    await foldFacts.run(work.fairId);

    /* Later than that, and only on record: nothing was ever sold here. */
    const { fairId: recorded } = await database.openFair({ booths: 1, days: ['2025-06-01'] });

    clock.instant = new Date('2025-10-29T05:00:00Z');
    const readEarlier = new ReadEarlierFair(dataSource, clock, new ReadPeriodSales());
    const caller = (...fairIds: string[]) =>
      ({ grants: fairIds.map((fairId) => ({ fairId, role: 'official' })) }) as Caller;
    const both = caller(work.fairId, earlier.fairId, recorded);
    const running = await readEarlier.run(both, work.fairId, {});
    expect(running.base).toMatchObject({ fairId: earlier.fairId, firstDay: '2025-05-01' });
    expect(running.comparison).toEqual({
      from: '2025-05-02',
      to: '2025-05-02',
      firstNumber: 2,
      lastNumber: 2,
      upToMinute: 720,
      isMeasuredOnly: true,
      ownRevenueVnd: 50_000,
      ownSalesCount: 1,
      ownEntries: 0,
      revenueVnd: 40_000,
      salesCount: 1,
      entries: 10,
      revenueChange: 0.25,
      salesChange: 0,
      entriesChange: -1,
    });
    clock.instant = new Date('2025-10-30T05:00:00Z');
    const over = await readEarlier.run(both, work.fairId, { day: '2025-10-29' });
    expect(over.comparison).toMatchObject({ upToMinute: null, revenueVnd: 940_000 });

    const alone = await readEarlier.run(caller(work.fairId), work.fairId, {});
    expect(alone).toMatchObject({ base: null, comparison: null });
    expect((await readEarlier.run(both, earlier.fairId, {})).base).toBeNull();

    const older = await FairAtWork.open(
      dataSource,
      database.bus,
      { booths: 1, days: ['2024-05-01', '2024-05-02'] },
      new Date('2024-05-02T04:00:00Z'),
    );
    await older.sell(0, 500_000);
    await foldFacts.run(older.fairId);
    const three = caller(work.fairId, earlier.fairId, older.fairId, recorded);
    const base = older.fairId;
    const chosen = await readEarlier.run(three, work.fairId, { day: '2025-10-29', base });
    expect(chosen.base?.fairId).toBe(base);
    expect(chosen.choices.map(({ fairId }) => fairId)).toEqual([earlier.fairId, base]);
    expect(chosen.comparison).toMatchObject({ from: '2024-05-02', revenueChange: -0.9 });
    const say = (set: string, of: string[]) =>
      dataSource.query(`UPDATE fair SET ${set} WHERE id = ANY($1)`, [of]);
    await say(`series = 'Hội chợ OCOP Thu'`, [work.fairId, base]);
    const ofSeries = await readEarlier.run(three, work.fairId, {});
    expect(ofSeries.choices.map(({ fairId }) => fairId)).toEqual([base, earlier.fairId]);
    await say(`kind = 'goods_week'`, [base]);
    const ofKind = await readEarlier.run(three, work.fairId, {});
    expect(ofKind.choices.map(({ fairId }) => fairId)).toEqual([earlier.fairId]);
    await say(`kind = 'fair', series = ''`, [base]);
    for (const unknown of [recorded, newId(), work.fairId]) {
      await expect(readEarlier.run(three, work.fairId, { base: unknown })).rejects.toMatchObject({
        code: 'earlier_fair_unknown',
      });
    }
    await expect(readEarlier.run(both, work.fairId, { base })).rejects.toMatchObject({
      code: 'earlier_fair_unknown',
    });
    const { fairId: realId } = await database.openFair({ booths: 1, isDemo: false });
    const real = await readEarlier.run(caller(realId, earlier.fairId), realId, {});
    expect(real.base).toBeNull();
  });

  it('shows another day when asked, and the nearest day outside the fair', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.sell(0, 10_000);
    await foldFacts.run(work.fairId);
    const read = (day?: string) => readBoard.run(work.fairId, { day }, { mayReadBoothMoney });
    expect((await read('2025-10-29')).revenue.totalVnd).toBe(0);
    database.clock.instant = new Date('2025-12-24T00:00:00Z');
    expect((await read()).day).toBe('2025-10-30');
    expect((await read('2025-10-28')).revenue.totalVnd).toBe(10_000);
    await expect(read('2025-10-32')).rejects.toMatchObject({ code: 'day_invalid' });
    await expect(readBoard.run(newId(), {}, { mayReadBoothMoney })).rejects.toMatchObject({
      code: 'fair_not_found',
    });
  });

  it('counts as allocated who stood there that day, and names every sharer', async () => {
    const work = await database.openFair({ booths: 2 });
    const { fair, fairId } = work;
    const allocations = database.dataSource.getRepository(Allocation);
    const [first, second] = fair.exhibitors;
    if (!first || !second) throw new Error('a fair of two');
    await allocations.update(
      { fairId, exhibitorId: second.id },
      { freedAt: new Date('2025-10-29T03:00:00Z') },
    );
    await allocations.update({ fairId, exhibitorId: first.id }, { sixths: '{[0,3)}' });
    await allocations.insert({
      fairId,
      id: newId(),
      boothId: first.boothId,
      exhibitorId: second.id,
      sharerId: first.id,
      sixths: '{[3,6)}',
      during: '[2025-10-28T17:00:00Z,)',
    });
    await work.sell(0, 10_000);
    await foldFacts.run(fairId);
    const read = (day: string) => readBoard.run(fairId, { day }, { mayReadBoothMoney });
    expect((await read('2025-10-28')).booths.allocated).toBe(2);
    expect((await read('2025-10-28')).ranking[0]?.exhibitorNames).toEqual([first.name]);
    expect((await read('2025-10-29')).booths.allocated).toBe(1);
  });

  it('lets officials see the money of a booth only where the fair says so', async () => {
    const readViewer = new ReadBoardViewer(database.dataSource);
    const organizers = await database.openFair({ booths: 1 });
    await organizers.sell(0, 10_000);
    await foldFacts.run(organizers.fairId);
    const viewer = await readViewer.run(organizers.fairId, ['official']);
    const board = await readBoard.run(organizers.fairId, {}, viewer);
    expect(board.ranking).toEqual([
      expect.objectContaining({ rank: 1, boothCode: 'A01', salesCount: null, revenueVnd: null }),
    ]);
    expect(board.revenue.totalVnd).toBe(10_000);

    const officials = await database.openFair({
      booths: 1,
      boothMoneyVisibleTo: 'officials',
    });
    expect(await readViewer.run(officials.fairId, ['official'])).toEqual({ mayReadBoothMoney });
  });
});
