import { FoldFacts } from '../fold/fold-facts';
import { NOON, openBoardDatabase, type BoardDatabase, silenceIn } from '../testing/fair-at-work';
import type { BoardQuery } from './board.dto';
import { ReadBoard } from './read-board';
import { ReadBoardBooths } from './read-board-booths';
import { ReadBoardMap } from './read-board-map';
import { ReadBoardSplits } from './read-board-splits';
import { ReadPeriodSales } from './read-period-sales';

const TOMORROW_10 = new Date('2025-10-29T03:00:00Z');
const organizer = { mayReadBoothMoney: true };
const official = { mayReadBoothMoney: false };

describe('a part of the board', () => {
  let database: BoardDatabase;
  let readBoard: ReadBoard;
  let readBooths: ReadBoardBooths;
  let readSplits: ReadBoardSplits;
  let foldFacts: FoldFacts;

  beforeAll(async () => {
    database = await openBoardDatabase();
    const { dataSource, clock } = database;
    const readSales = new ReadPeriodSales();
    readBoard = new ReadBoard(dataSource, clock, readSales, silenceIn(dataSource, clock));
    readBooths = new ReadBoardBooths(dataSource, clock, readSales);
    readSplits = new ReadBoardSplits(dataSource, clock, readSales);
    foldFacts = new FoldFacts(dataSource, clock, database.bus);
  });

  beforeEach(() => {
    database.clock.instant = NOON;
  });

  afterAll(() => database.close());

  /* Zones A and B of nine booths each: in every zone three booths of every origin. */
  async function soldEverywhere() {
    const work = await database.openFair({ booths: 18 });
    for (let at = 0; at < 18; at += 1) await work.sell(at, 10_000 * (at + 1));
    const refunded = work.till(0).sell(40_000);
    work.till(0).refund(refunded, 500);
    await work.deliver(work.till(0));
    await work.count(30, 10);
    await foldFacts.run(work.fairId);
    return work;
  }

  /** Straight from the ledger. */
  async function booked(fairId: string, where: string): Promise<number> {
    const [row] = await database.dataSource.query<{ sum: number }[]>(
      `SELECT coalesce(sum(d.total_vnd), 0)::bigint AS sum
         FROM document d JOIN exhibitor e ON e.fair_id = d.fair_id AND e.id = d.exhibitor_id
         JOIN zone z ON z.fair_id = d.fair_id AND z.id = d.zone_id
        WHERE d.fair_id = $1 AND ${where}`,
      [fairId],
    );
    return row?.sum ?? -1;
  }

  it.each<[BoardQuery, string]>([
    [{ zone: 'A' }, `z.code = 'A'`],
    [{ zone: 'A,B' }, 'true'],
    [{ origin: 'inProvince' }, `e.origin = 'inProvince'`],
    [{ origin: 'inProvince,foreign' }, `e.origin <> 'otherProvince'`],
    [{ zone: 'B', origin: 'foreign' }, `z.code = 'B' AND e.origin = 'foreign'`],
    [
      { zone: 'B', origin: 'foreign', from: '2025-10-28', to: '2025-10-30' },
      `z.code = 'B' AND e.origin = 'foreign'`,
    ],
    [{ zone: 'A', day: '2025-10-30' }, 'false'],
  ])('%j is what the ledger holds, and its parts sum to it', async (asked, where) => {
    const { fairId } = await soldEverywhere();
    const expected = await booked(fairId, where);
    const board = await readBoard.run(fairId, asked, organizer);
    expect(board.revenue.totalVnd).toBe(expected);
    for (const parts of [board.zones, board.origins, board.stars, board.days]) {
      expect(parts.reduce((sum, { revenueVnd }) => sum + revenueVnd, 0)).toBe(expected);
    }
    if (board.from === board.day) {
      expect(board.minutes.revenueVnd.reduce((sum, vnd) => sum + vnd, 0)).toBe(expected);
    }
    const { booths } = await readBooths.run(fairId, asked, organizer);
    expect(booths.reduce((sum, { revenue }) => sum + (revenue?.amount ?? 0), 0)).toBe(expected);
    const { places, classes } = await readSplits.run(fairId, asked, organizer);
    for (const parts of [places, classes]) {
      expect(parts.reduce((sum, { revenueVnd }) => sum + revenueVnd, 0)).toBe(expected);
    }
  });

  it('puts every province on the map, with sellers or without, and ours as all of its communes', async () => {
    const { fairId } = await soldEverywhere();
    const map = await new ReadBoardMap(database.dataSource, database.clock).run(fairId);
    expect([map.provinces.length, map.units.length]).toEqual([34, 54]);
    const named = (key: string) => map.provinces.find((province) => province.key === key);
    expect(named('34:22')).toMatchObject({ isOwn: true, exhibitorCount: 6, nameVi: 'Quảng Ninh' });
    expect(named('34:04')).toMatchObject({ isOwn: false, exhibitorCount: 6, column: 3, row: 0 });
    expect(named('34:48')).toMatchObject({ exhibitorCount: 0, islands: [{ nameVi: 'Hoàng Sa' }] });
    expect(map.units.find(({ key }) => key === 'qn-communes:06685')).toMatchObject({
      nameVi: 'Phường Hồng Gai',
      formerVi: 'Thành phố Hạ Long',
      exhibitorCount: 6,
    });
    const { provinces, places } = await readSplits.run(fairId, {}, organizer);
    const sum = (origin: string) =>
      places
        .filter((place) => place.origin === origin)
        .reduce((total, { revenueVnd }) => total + revenueVnd, 0);
    expect(new Map(provinces.map(({ key, revenueVnd }) => [key, revenueVnd]))).toEqual(
      new Map([
        ['34:22', sum('inProvince')],
        ['34:04', sum('otherProvince')],
      ]),
    );
  });

  it('counts booths of the filter, and visits of the whole fair whatever the filter', async () => {
    const { fairId } = await soldEverywhere();
    const board = await readBoard.run(fairId, { zone: 'A', origin: 'foreign' }, organizer);
    expect(board.filter).toEqual({ zones: ['A'], origins: ['foreign'] });
    expect(board.booths).toEqual({ selling: 3, allocated: 3, heardFrom: 3 });
    expect(board.zones.map(({ code, boothsAllocated }) => [code, boothsAllocated])).toEqual([
      ['A', 3],
    ]);
    expect(board.visits).toMatchObject({ entries: 30, inside: 20 });
  });

  it('does not show what the fold has not taken, and shows it after', async () => {
    const work = await soldEverywhere();
    const read = async () =>
      (await readBoard.run(work.fairId, { zone: 'B' }, organizer)).revenue.totalVnd;
    const before = await read();
    await work.sell(17, 5_000);
    expect(await read()).toBe(before);
    await foldFacts.run(work.fairId);
    expect(await read()).toBe(before + 5_000);
  });

  it('compares with the same minute of the day before, base and minute told', async () => {
    const work = await database.openFair({ booths: 4 });
    await work.sell(0, 100_000);
    await work.sell(2, 50_000);
    await work.count(8);
    work.moveTo(new Date('2025-10-28T06:00:00Z'));
    await work.sell(0, 900_000);
    await work.count(4);
    work.moveTo(TOMORROW_10);
    await work.sell(0, 150_000);
    await work.count(10);
    await foldFacts.run(work.fairId);
    const at = async (instant: string, asked: BoardQuery = {}) => {
      database.clock.instant = new Date(instant);
      return (await readBoard.run(work.fairId, asked, organizer)).comparison;
    };
    expect(await at('2025-10-29T05:30:00Z')).toEqual({
      from: '2025-10-28',
      to: '2025-10-28',
      upToMinute: 750,
      isMeasuredOnly: true,
      revenueVnd: 150_000,
      salesCount: 2,
      entries: 8,
      revenueChange: 0,
      salesChange: -0.5,
      entriesChange: 0.25,
    });
    expect(await at('2025-10-29T05:30:00Z', { zone: 'A' })).toMatchObject({
      revenueVnd: 100_000,
      revenueChange: 0.5,
      entries: 8,
    });
    expect(await at('2025-10-29T04:00:00Z')).toMatchObject({ revenueVnd: 0, revenueChange: null });
    expect(await at('2025-10-30T05:00:00Z', { day: '2025-10-29' })).toMatchObject({
      upToMinute: null,
      revenueVnd: 1_050_000,
    });
    expect(await at('2025-10-30T05:00:00Z', { from: '2025-10-29', to: '2025-10-30' })).toBeNull();
    expect(await at('2025-10-28T07:00:00Z')).toBeNull();
  });

  it('lets nobody subtract the money of one booth out of zones and origins', async () => {
    /* A01 in-province, A02 other, A03 foreign; B01 in-province, B02 other, B03 foreign. */
    const work = await database.openFair({ booths: 6 });
    for (let at = 0; at < 6; at += 1) await work.sell(at, 10_000 * (at + 1));
    await foldFacts.run(work.fairId);
    const { fairId } = work;
    await expect(
      readBoard.run(fairId, { zone: 'A', origin: 'foreign' }, official),
    ).rejects.toMatchObject({ code: 'too_few_booths', kind: 'forbidden' });
    await expect(
      readSplits.run(fairId, { zone: 'A', origin: 'foreign' }, official),
    ).rejects.toMatchObject({ code: 'too_few_booths' });
    expect(
      (await readBoard.run(fairId, { zone: 'A', origin: 'foreign' }, organizer)).revenue.totalVnd,
    ).toBe(30_000);

    const zone = await readBoard.run(fairId, { zone: 'A' }, official);
    expect(zone).toMatchObject({ origins: [], stars: [], withheld: ['origins', 'stars'] });
    expect(zone.revenue.totalVnd).toBe(60_000);
    const origin = await readBoard.run(fairId, { origin: 'foreign' }, official);
    expect(origin).toMatchObject({ zones: [], stars: [], withheld: ['zones', 'stars'] });
    expect(origin.revenue.totalVnd).toBe(90_000);
    expect(await readSplits.run(fairId, { zone: 'A' }, official)).toMatchObject({
      places: [],
      classes: [],
      withheld: ['places', 'classes'],
    });

    const shown = await readSplits.run(fairId, {}, official);
    expect(shown.places.map(({ key, placeCount }) => [key, placeCount])).toEqual([
      ['grouped', 1],
      ['grouped', 1],
      ['grouped', 1],
    ]);
    for (const asked of [{}, { zone: 'A' }, { zone: 'A', origin: 'foreign' }]) {
      const page = await readBooths.run(fairId, asked, official);
      expect(page.showsMoney).toBe(false);
      expect(page.booths.length).toBeGreaterThan(0);
      const amounts = page.booths.flatMap(({ revenue, sales }) => [revenue?.amount, sales?.amount]);
      expect(amounts.every((amount) => amount === null)).toBe(true);
      const bounds = [...page.heat.revenue, ...page.heat.sales];
      expect(bounds.every(({ least, most }) => least === null && most === null)).toBe(true);
    }
  });

  it('shows zone and origin together to officials where three booths stand everywhere', async () => {
    const { fairId } = await soldEverywhere();
    const asked = { zone: 'A', origin: 'foreign' };
    const board = await readBoard.run(fairId, asked, official);
    expect(board.revenue.totalVnd).toBe((3 + 6 + 9) * 10_000);
    expect(board.withheld).toEqual(['stars']);
    expect(board.ranking.map(({ revenueVnd }) => revenueVnd)).toEqual([null, null, null]);
  });

  it('ranks the booths of a filter, best first, those without a sale last', async () => {
    const work = await database.openFair({ booths: 4 });
    await work.sell(0, 10_000);
    await work.sell(1, 30_000);
    await foldFacts.run(work.fairId);
    const { booths, heat } = await readBooths.run(work.fairId, {}, organizer);
    expect(booths.map(({ boothCode, revenue }) => [boothCode, revenue?.rank ?? null])).toEqual([
      ['A02', 1],
      ['A01', 2],
      ['B01', null],
      ['B02', null],
    ]);
    expect(heat.revenue[0]).toMatchObject({ heat: 6, least: 30_000, most: 30_000 });
  });

  it('refuses zones that the fair does not have', async () => {
    const { fairId } = await database.openFair({ booths: 1 });
    await expect(readBoard.run(fairId, { zone: 'A,Z' }, organizer)).rejects.toMatchObject({
      code: 'zone_unknown',
    });
  });
});
