import request from 'supertest';
import { FoldFacts } from '../fold/fold-facts';
import { BoardApp } from '../testing/board-app';
import { NOON, openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import type { BoardDto } from './board.dto';
import type { BoothPageDto, ZonePageDto } from './board-places.dto';
import { ReadBoothPage } from './read-booth-page';
import { ReadZonePage } from './read-zone-page';

const NEXT_MORNING = new Date('2025-10-29T03:00:00Z');
const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number | null) =>
  rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);

describe('the pages of one booth and one zone', () => {
  let database: BoardDatabase;
  let app: BoardApp;

  beforeAll(async () => {
    database = await openBoardDatabase();
    app = await BoardApp.listen(database, { tickMs: 250, heartbeatMs: 5_000, recheckMs: 4_000 });
  });

  beforeEach(() => {
    database.clock.instant = NOON;
  });

  afterAll(async () => {
    await app.nest.close();
    await database.close();
  });

  /**
   * Zone A with three booths, zone B with three: A01 sells much in two hours, takes back and declares
   * twice, A02 sells less, A03 says nothing; B01 alone sells in zone B.
   */
  async function aFair() {
    const work = await database.openFair({ booths: 6 });
    work.till(0).openShift();
    const first = work.till(0).sell(200_000);
    await work.sell(1, 30_000);
    await work.sell(3, 45_000);
    work.moveTo(new Date('2025-10-28T06:30:00Z'));
    work.till(0).refund(first, 500);
    work.till(0).sell(70_000, { method: 'vietqr', line: { classCode: null, star: null } });
    await work.deliver(work.till(0));
    await work.declare(0, 900_000);
    await work.declare(0, 90_000);
    await app.nest.get(FoldFacts).run(work.fairId);
    database.clock.instant = new Date('2025-10-28T06:30:00Z');
    const { cookie: organizer } = await app.signIn([[work.fairId, 'organizer']]);
    const { cookie: official } = await app.signIn([[work.fairId, 'official']]);
    const get = async <Page>(path: string, cookie: string): Promise<Page> => {
      const { body } = await request(app.url)
        .get(`/fairs/${work.fairId}/board${path}`)
        .set('Cookie', cookie)
        .expect(200);
      return body as Page;
    };
    return { work, organizer, official, get };
  }

  it('shows an organizer a booth with parts that sum to what its tills measured', async () => {
    const { organizer, get } = await aFair();
    const page = await get<BoothPageDto>('/booths/A01', organizer);
    expect(page).toMatchObject({
      boothCode: 'A01',
      zone: { code: 'A' },
      areaCm2: 90_000,
      isHeard: true,
      revenue: { totalVnd: 260_000, measuredVnd: 170_000, declaredVnd: 90_000 },
      sales: { count: 2, averageVnd: 135_000, refundCount: 1, refundVnd: -100_000 },
      corrections: { refundCount: 1, refundVnd: -100_000, declaredAgain: 1 },
      revenueRank: { rank: 1, of: 3, amount: 260_000 },
      zoneRank: { rank: 1, of: 2 },
      densityRank: { rank: 1, amount: 28_889 },
    });
    for (const parts of [page.stars, page.classes, page.methods]) {
      expect(sumOf(parts, ({ revenueVnd }) => revenueVnd)).toBe(170_000);
    }
    expect(page.methods.map(({ key, revenueVnd }) => [key, revenueVnd])).toEqual([
      ['cash', 100_000],
      ['vietqr', 70_000],
    ]);
    expect(page.classes[0]?.nameVi).not.toBe('');
    expect(page.line).toEqual([
      line(11, 200_000, 1, 230_000, 2),
      line(12, 0, 0, 0, 0),
      line(13, -30_000, 1, -30_000, 1),
    ]);
  });

  const line = (
    hour: number,
    boothVnd: number,
    boothSales: number,
    zoneVnd: number,
    zoneSales: number,
  ) => ({ day: '2025-10-28', hour, boothVnd, boothSales, zoneVnd, zoneSales });

  it('shows an official of the same booth ranks and states, and no money or number of its sales', async () => {
    const { official, get } = await aFair();
    const page = await get<BoothPageDto>('/booths/A01', official);
    expect(page).toMatchObject({
      showsMoney: false,
      revenueRank: { rank: 1, of: 3, amount: null },
      revenue: null,
      sales: null,
      corrections: null,
      stars: [],
      classes: [],
      methods: [],
    });
    expect(page.line.map(({ boothVnd, boothSales }) => [boothVnd, boothSales])).toEqual(
      Array(3).fill([null, null]),
    );
    expect(page.tills).toMatchObject([{ state: 'all_sent', unsentCount: null }]);
    expect(JSON.stringify(page)).not.toMatch(/260000|170000|90000[^,]|200000|28889/);
  });

  it('says of a till that is silent since when, in both pages', async () => {
    const { organizer, official, get } = await aFair();
    database.clock.instant = new Date('2025-10-28T07:00:00Z');
    const { tills } = await get<BoothPageDto>('/booths/A01', official);
    expect(tills).toMatchObject([{ state: 'silent', since: '2025-10-28T06:30:00.000Z' }]);
    const zone = await get<ZonePageDto>('/zones/A', organizer);
    expect(zone.rows.map(({ boothCode, silentSince }) => [boothCode, silentSince])).toEqual([
      ['A01', '2025-10-28T06:30:00.000Z'],
      ['A02', null],
      ['A03', null],
    ]);
  });

  it('shows a zone as the board does, its hours, and by name who was not heard from', async () => {
    const { organizer, get } = await aFair();
    const page = await get<ZonePageDto>('/zones/A', organizer);
    const board = await get<BoardDto>('', organizer);
    const ofBoard = board.zones.find(({ code }) => code === 'A');
    expect(page.revenue).toEqual({ totalVnd: 290_000, measuredVnd: 200_000, declaredVnd: 90_000 });
    expect(page.revenue.totalVnd).toBe(ofBoard?.revenueVnd);
    expect(page.booths).toEqual({ selling: 2, allocated: 3, heardFrom: 2 });
    expect(page.share).toBeCloseTo(290 / 335);
    expect(sumOf(page.line, ({ revenueVnd }) => revenueVnd)).toBe(200_000);
    expect(sumOf(page.line, ({ salesCount }) => salesCount)).toBe(page.sales.count);
    expect(page.rows.map((row) => [row.boothCode, row.isHeard, row.revenue?.amount])).toEqual([
      ['A01', true, 260_000],
      ['A02', true, 30_000],
      ['A03', false, undefined],
    ]);
  });

  it('keeps from officials in a zone what one booth declared and what each booth sold', async () => {
    const { official, get } = await aFair();
    const page = await get<ZonePageDto>('/zones/A', official);
    expect(page).toMatchObject({
      withheld: ['declared'],
      revenue: { totalVnd: 200_000, measuredVnd: 200_000, declaredVnd: null },
    });
    expect(page.rows.map(({ revenue, salesCount }) => [revenue?.amount, salesCount])).toEqual([
      [null, null],
      [null, null],
      [undefined, null],
    ]);
    expect(page.rows.map(({ revenue }) => revenue?.rank)).toEqual([1, 2, undefined]);
    /* Nothing of the two pages differs by what the board withholds. */
    const board = await get<BoardDto>('', official);
    expect(board.zones.find(({ code }) => code === 'A')?.revenueVnd).toBe(page.revenue.totalVnd);
  });

  it('tells a longer period day by day, and knows no other booth, zone or way to ask', async () => {
    const { work, organizer, get } = await aFair();
    work.moveTo(NEXT_MORNING);
    await work.sell(0, 11_000);
    await app.nest.get(FoldFacts).run(work.fairId);
    database.clock.instant = NEXT_MORNING;
    const page = await get<BoothPageDto>('/booths/A01?from=2025-10-28&to=2025-10-30', organizer);
    expect(
      page.line.map(({ day, hour, boothVnd, zoneVnd }) => [day, hour, boothVnd, zoneVnd]),
    ).toEqual([
      ['2025-10-28', null, 170_000, 200_000],
      ['2025-10-29', null, 11_000, 11_000],
    ]);
    expect(page.revenue?.measuredVnd).toBe(181_000);
    const [booth, zone] = [app.nest.get(ReadBoothPage), app.nest.get(ReadZonePage)];
    const viewer = { mayReadBoothMoney: true };
    for (const [asking, code] of [
      [() => booth.run(work.fairId, 'Z99', {}, viewer), 'booth_unknown'],
      [() => zone.run(work.fairId, 'Z', {}, viewer), 'zone_unknown'],
      [() => booth.run(work.fairId, 'A01', { from: '2025-10-28' }, viewer), 'period_invalid'],
    ] as const) {
      await expect(asking()).rejects.toMatchObject({ code });
    }
  });
});
