import { ReconciliationChecks } from '@phien/dashboard';
import {
  FairToClose,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
} from '../testing/fair-to-close';
import { CheckClosings } from './check-closings';
import { CloseDay } from './close-day';
import { CloseDueDays } from './close-due-days';
import { FindDueDays } from './find-due-days';
import { readClosings } from './read-closings';

/*
 * The last night of a year, and the first of January is a day on which the fair is shut. Servers in
 * other zones are tried by hand (`npm run test:faults -- midnight`).
 */
const DAYS = ['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02'];
const vietnam = (day: string, time: string) => new Date(`${day}T${time}+07:00`);

let database: ReportsDatabase;

beforeAll(async () => {
  database = await openReportsDatabase();
});
afterAll(() => database.close());

it.each([
  {
    cut: '00:00',
    dayCutMinutes: 0,
    sold: [
      ['2025-12-31', '23:59:59', 1_000, '2025-12-31'],
      ['2026-01-01', '00:00:00', 2_000, '2026-01-01'],
      ['2026-01-01', '03:59:59', 4_000, '2026-01-01'],
      ['2026-01-01', '04:00:00', 8_000, '2026-01-01'],
    ],
    /* A day on which the fair is shut has no closing hour: its end is the next cut, then an hour of grace. */
    shutDayCloses: ['2026-01-02', '01:00:00'],
  },
  {
    cut: '04:00',
    dayCutMinutes: 240,
    sold: [
      ['2025-12-31', '23:59:59', 1_000, '2025-12-31'],
      ['2026-01-01', '00:00:00', 2_000, '2025-12-31'],
      ['2026-01-01', '03:59:59', 4_000, '2025-12-31'],
      ['2026-01-01', '04:00:00', 8_000, '2026-01-01'],
    ],
    shutDayCloses: ['2026-01-02', '05:00:00'],
  },
] as const)(
  'a fair cut at $cut books and closes every sale around midnight of a year’s end under its day',
  async ({ dayCutMinutes, sold, shutDayCloses }) => {
    const work = await FairToClose.open(database, { booths: 1, days: DAYS, dayCutMinutes });
    await database.dataSource.query(
      `UPDATE fair_day SET is_open = false WHERE fair_id = $1 AND day = '2026-01-01'`,
      [work.fairId],
    );
    const orders = new RememberedOrders();
    const worker = new CloseDueDays(
      new FindDueDays(database.dataSource, work.clock),
      new CloseDay(database.dataSource, work.clock, orders),
    );
    const closed = async () =>
      (await worker.run())
        .filter(({ fairId }) => fairId === work.fairId)
        .map(({ day, revision }) => `${day} r${revision}`);

    for (const [day, time, vnd] of sold) {
      const at = vietnam(day, time);
      work.setClock(at);
      work.till(0).setClock(at).sell(vnd);
      await work.deliver(0);
    }
    const booked = await database.dataSource.query<{ vnd: number; day: string }[]>(
      `SELECT total_vnd AS vnd, fair_day AS day FROM document WHERE fair_id = $1 ORDER BY sequence`,
      [work.fairId],
    );
    expect(booked).toEqual(sold.map(([, , vnd, day]) => ({ vnd, day })));

    expect(await closed()).toEqual(['2025-12-31 r1']);
    const due = vietnam(shutDayCloses[0], shutDayCloses[1]);
    work.setClock(new Date(due.getTime() - 1));
    expect(await closed()).toEqual([]);
    work.setClock(due);
    expect(await closed()).toEqual(['2026-01-01 r1']);

    const closings = await readClosings(database.dataSource.manager, { fairId: work.fairId });
    const soldOn = (of: string) =>
      sold.reduce((sum, [, , vnd, day]) => sum + (day === of ? vnd : 0), 0);
    expect(closings.map(({ day, totalVnd }) => [day, totalVnd])).toEqual([
      ['2025-12-31', soldOn('2025-12-31')],
      ['2026-01-01', soldOn('2026-01-01')],
    ]);
    expect(closings.map(({ figures }) => figures.hours?.isOpen)).toEqual([true, false]);
    const differences = await database.dataSource.transaction('REPEATABLE READ', (em) =>
      new CheckClosings(new ReconciliationChecks()).run(em, work.fairId),
    );
    expect(differences).toEqual([]);
  },
);
