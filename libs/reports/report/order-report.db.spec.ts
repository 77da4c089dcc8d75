import { Refusal } from '@phien/kernel';
import { CloseDay } from '../closing/close-day';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
  reportProgressOn,
  UnheardBus,
  writeReportOn,
} from '../testing/fair-to-close';
import { workbookCells } from '../testing/workbook-cells';
import { FileMakerHere } from './file-maker';
import { FindMissingReports } from './find-missing-reports';
import { ListReports } from './list-reports';
import { OrderReport } from './order-report';
import { ReadReport } from './read-report';
import type { ReportProgress } from './report-progress';
import type { ReportFile } from './report.rules';
import type { FileSubject } from './report-subject';
import { WriteReport } from './write-report';

let database: ReportsDatabase;
let work: FairToClose;
let orders: RememberedOrders;
let orderReport: OrderReport;
let progress: ReportProgress;
let listReports: ListReports;

const english = {
  day: DAY,
  revision: 1,
  kind: 'end_of_day',
  language: 'en',
  format: 'xlsx',
} as const;
const file = (): ReportFile => ({ fairId: work.fairId, ...english });

beforeAll(async () => {
  database = await openReportsDatabase();
  listReports = new ListReports(database.dataSource);
  progress = reportProgressOn(database.dataSource);
});
afterAll(() => database.close());
beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 3, boothMoneyVisibleTo: 'officials' });
  orders = new RememberedOrders();
  orderReport = new OrderReport(listReports, progress, orders);
  work.till(0).openShift();
  work.till(0).sell(1_234_567);
  work.till(0).closeShift(1_234_000);
  await work.deliver(0);
  work.setClock(EVENING);
  await new CloseDay(database.dataSource, work.clock, new RememberedOrders()).run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
  });
});

const state = async () => {
  const found = await listReports.one(file());
  return [found?.state, found?.percent ?? null, found?.failedCode ?? null];
};
const isMissing = async () =>
  (await new FindMissingReports(database.dataSource).run()).some(
    (missing) => missing.fairId === work.fairId && missing.language === 'en',
  );

it('a file that nobody asked for is absent; asked for, it waits, and a lost queue forgets it not', async () => {
  expect([await state(), await isMissing()]).toEqual([['absent', null, null], false]);
  expect(await orderReport.run(work.fairId, english)).toMatchObject({ state: 'waiting' });
  expect(orders.files).toEqual([file()]);
  expect([await state(), await isMissing()]).toEqual([['waiting', null, null], true]);
  await orderReport.run(work.fairId, english);
  await writeReportOn(database.dataSource, work.clock).run(file());
  expect([await state(), await isMissing()]).toEqual([['ready', null, null], false]);
  orders.files.length = 0;
  expect(await orderReport.run(work.fairId, english)).toMatchObject({ state: 'ready' });
  expect(orders.files).toEqual([]);
});

it('tells how far a file is while it is made', async () => {
  const seen: unknown[][] = [];
  class Watched extends FileMakerHere {
    override make(subject: FileSubject, onStep: (percent: number) => Promise<void>) {
      return super.make(subject, async (percent) => {
        await onStep(percent);
        seen.push((await state()).slice(0, 2));
      });
    }
  }
  await new WriteReport(database.dataSource, work.clock, new Watched(), progress).run(file());
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.every(([name]) => name === 'making')).toBe(true);
  expect(seen.at(-1)).toEqual(['making', 100]);
  expect((await state())[0]).toBe('ready');
});

it('that failed says why, waits ten minutes for its next try, and is tried at once when asked', async () => {
  await orderReport.run(work.fairId, english);
  await progress.fail(file(), 'report_failed');
  expect([await state(), await isMissing()]).toEqual([['failed', null, 'report_failed'], false]);
  await database.dataSource.query(
    `UPDATE wanted_report SET tried_at = now() - interval '11 minutes' WHERE fair_id = $1`,
    [work.fairId],
  );
  expect(await isMissing()).toBe(true);
  await progress.fail(file(), 'report_failed');
  orders.files.length = 0;
  expect(await orderReport.run(work.fairId, english)).toMatchObject({
    state: 'waiting',
    failedCode: null,
  });
  expect(orders.files).toEqual([file()]);
  expect(await isMissing()).toBe(true);
});

it('half made by a worker that died is made whole by the next, and is there once', async () => {
  await progress.begin(file());
  await progress.step(file(), 40);
  expect(await state()).toEqual(['making', 40, null]);
  const write = () => writeReportOn(database.dataSource, work.clock).run(file());
  await Promise.all([write(), write()]);
  await write();
  const stored = await database.dataSource.query<unknown[]>(
    `SELECT 1 FROM report WHERE fair_id = $1 AND format = 'xlsx'`,
    [work.fairId],
  );
  expect(stored).toHaveLength(1);
  expect((await state())[0]).toBe('ready');
});

it('the stored workbook holds the totals of the ledger and the cash of its shift', async () => {
  await writeReportOn(database.dataSource, work.clock).run(file());
  const stored = await new ReadReport(database.dataSource).run({
    fairId: work.fairId,
    day: DAY,
    revision: '1',
    file: 'end_of_day.en.xlsx',
  });
  expect(stored.contentType).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(stored.contentDisposition).toContain('-r1.en.xlsx"');
  const sheets = workbookCells(stored.bytes);
  const numbers = (name: string) =>
    sheets
      .get(name)
      ?.flat()
      .map(({ value }) => value) ?? [];
  expect(numbers('Overview')).toContain(1_234_567);
  expect(numbers('By booth')).toContain(1_234_567);
  const shift = numbers('Shifts and cash');
  expect(shift).toContain(1_234_567 + 500_000);
  expect(shift).toContain(1_234_000 - 1_234_567 - 500_000);
});

it('refuses a revision that is not there', async () => {
  const codeOf = (wanted: Partial<typeof english> & { day?: string; revision?: number }) =>
    orderReport.run(work.fairId, { ...english, ...wanted }).then(
      () => 'done',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );
  expect([
    await codeOf({ revision: 2 } as never),
    await codeOf({ day: '2025-10-29' } as never),
    await codeOf({ day: '2025-13-29' } as never),
    await codeOf({}),
  ]).toEqual(['closing_not_found', 'closing_not_found', 'closing_not_found', 'done']);
});

it('lets open screens hear of each step, each under a higher number, and of none that was not kept', async () => {
  const bus = new UnheardBus();
  const told = reportProgressOn(database.dataSource, bus);
  await told.want(file());
  const steps: (number | null)[] = [];
  const making = new WriteReport(database.dataSource, work.clock, new FileMakerHere(), told);
  const look = async () => {
    const known = await listReports.one(file());
    steps.push(known?.state === 'ready' ? 100 : (known?.percent ?? null));
  };
  await look();
  await making.run(file());
  await look();
  expect(steps).toEqual([null, 100]);
  const versions = bus.said.map(({ channel, message }) => {
    expect(channel).toBe('files');
    expect(Object.keys(message)).toEqual(['fairId', 'version']);
    return (message as { version: number }).version;
  });
  expect(versions.length).toBeGreaterThan(3);
  expect(versions).toEqual(versions.map((_, at) => at + 1));
  await expect(told.fail({ ...file(), revision: 99 }, 'report_failed')).rejects.toThrow(
    'wanted_report',
  );
  expect(bus.said).toHaveLength(versions.length);
});
