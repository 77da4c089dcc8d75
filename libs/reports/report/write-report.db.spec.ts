import { createHash } from 'node:crypto';
import { formatVnd, Refusal } from '@phien/kernel';
import { brokenConstraint } from '@phien/store';
import { CloseDay } from '../closing/close-day';
import { readClosings } from '../closing/read-closings';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
  writeReportOn,
} from '../testing/fair-to-close';
import { pdfText } from '../testing/pdf-text';
import { FileMakerHere } from './file-maker';
import { FindMissingReports } from './find-missing-reports';
import { ListReports } from './list-reports';
import { ReadReport } from './read-report';
import { Report } from './report.entity';
import type { ReportFile, ReportName } from './report.rules';
import type { WriteReport } from './write-report';

let database: ReportsDatabase;
let work: FairToClose;
let writeReport: WriteReport;
let readReport: ReadReport;

beforeAll(async () => {
  database = await openReportsDatabase();
  readReport = new ReadReport(database.dataSource);
});

afterAll(() => database.close());

beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 3, boothMoneyVisibleTo: 'officials' });
  writeReport = writeReportOn(database.dataSource, work.clock);
  work.till(0).openShift();
  work.till(0).sell(1_234_567);
  work.till(1).sell(765_433, { method: 'vietqr' });
  await work.deliver(0, 1);
  await work.count(41, 3);
  work.setClock(EVENING);
});

const close = (reason?: string) =>
  new CloseDay(database.dataSource, work.clock, new RememberedOrders()).run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
    reason,
  });

const order = (revision = 1, name: Partial<ReportName> = {}): ReportFile => ({
  fairId: work.fairId,
  day: DAY,
  revision,
  kind: 'end_of_day',
  language: 'vi',
  format: 'pdf',
  ...name,
});

const closeAgain = () => close('máy báo muộn');

const read = (revision = '1', file = 'end_of_day.vi.pdf', day = DAY) =>
  readReport.run({ fairId: work.fairId, day, revision, file });

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('the report of a closed day', () => {
  it('is pending, is written, and holds the totals of the ledger and the hash of the closing', async () => {
    const closing = await close();
    const listReports = new ListReports(database.dataSource);
    expect(await listReports.run(work.fairId)).toMatchObject([
      { day: DAY, revision: 1, state: 'waiting', file: 'end_of_day.vi.pdf', sha256: null },
      { state: 'waiting', file: 'end_of_day.vi.xlsx' },
      { state: 'absent', file: 'end_of_day.vi.csv' },
      { state: 'absent', file: 'end_of_day.en.pdf' },
      { state: 'absent', file: 'end_of_day.en.xlsx' },
      { state: 'absent', file: 'end_of_day.en.csv' },
    ]);
    expect(await codeOf(read())).toBe('report_not_ready');

    await writeReport.run(order());
    const report = await read();
    const sha256 = createHash('sha256').update(report.bytes).digest('hex');
    expect(report).toMatchObject({ contentType: 'application/pdf', sha256 });
    expect(report.contentDisposition).toContain(`-${DAY}-r1.vi.pdf"`);
    expect(await listReports.run(work.fairId)).toMatchObject([
      {
        state: 'ready',
        kind: 'end_of_day',
        language: 'vi',
        format: 'pdf',
        sha256,
        sizeBytes: report.bytes.length,
        madeAt: EVENING.toISOString(),
      },
      { state: 'waiting' },
      { state: 'absent' },
      { state: 'absent' },
      { state: 'absent' },
      { state: 'absent' },
    ]);
    const text = (await pdfText(report.bytes)).join(' ');
    expect(closing.totalVnd).toBe(2_000_000);
    expect(text).toContain(formatVnd(closing.totalVnd, 'vi').replace(/\s/gu, ' '));
    expect(text).toContain('1.234.567');
    expect(text).toContain('765.433');
    expect(text).toContain('Thứ Ba, 28/10/2025');
    expect(text).toContain(closing.hash);
    expect(text).toContain(closing.documentsHash);
  });

  it('written twice, and three times at once, is one file with the same bytes', async () => {
    await close();
    await writeReport.run(order());
    const first = await read();
    await writeReport.run(order());
    await Promise.all([1, 2, 3].map(() => writeReport.run(order())));
    const stored = await database.dataSource.getRepository(Report).findBy(order());
    expect(stored).toHaveLength(1);
    expect(stored[0]?.bytes.equals(first.bytes)).toBe(true);
  });

  it('made again is the same bytes, whatever became of the plan since, and knows hour and place', async () => {
    await close();
    await writeReport.run(order());
    const stored = await read();
    const sql = database.dataSource;
    await sql.query(`UPDATE booth SET x_cm = x_cm + 5000 WHERE fair_id = $1`, [work.fairId]);
    const subject = { fairId: work.fairId, day: DAY, revision: 1 };
    const [closing] = await readClosings(sql.manager, subject);
    if (!closing) throw new Error('closed');
    const { hourly, plan, booths } = closing.figures;
    expect(hourly).toEqual([
      { hour: 8, measuredVnd: 2_000_000, salesCount: 2, entries: 0, exits: 0 },
      { hour: 12, measuredVnd: 0, salesCount: 0, entries: 41, exits: 3 },
    ]);
    expect(plan?.booths.map(({ boothId }) => boothId).sort()).toEqual(
      booths.map(({ boothId }) => boothId).sort(),
    );
    const again = await new FileMakerHere().make(
      { closing, language: 'vi', format: 'pdf', isBoothMoneyShown: true },
      () => Promise.resolve(),
    );
    expect(again.equals(stored.bytes)).toBe(true);
  });

  it('raced by three writers before any file is there is one file still', async () => {
    await close();
    await Promise.all([1, 2, 3].map(() => writeReport.run(order())));
    expect(await database.dataSource.getRepository(Report).countBy(order())).toBe(1);
  });

  it('of revision 2 leaves the file of revision 1 alone and says what is new', async () => {
    await close();
    await writeReport.run(order());
    const first = await read();
    work.till(2).sell(50_000);
    await work.deliver(2);
    await closeAgain();
    await writeReport.run(order(2));
    expect((await read()).bytes.equals(first.bytes)).toBe(true);
    const text = (await pdfText((await read('2')).bytes)).join(' ');
    expect(text).toContain('Khác với bản 1');
    expect(text).toContain('+50.000 ₫');
  });

  it('is looked for by the worker until it is there', async () => {
    const missing = async () =>
      (await new FindMissingReports(database.dataSource).run()).filter(
        (wanted) => wanted.fairId === work.fairId,
      );
    expect(await missing()).toEqual([]);
    await close();
    expect(await missing()).toEqual([order(), order(1, { format: 'xlsx' })]);
    await writeReport.run(order(1, { language: 'en' }));
    await writeReport.run(order());
    expect(await missing()).toEqual([order(1, { format: 'xlsx' })]);
    await writeReport.run(order(1, { format: 'xlsx' }));
    expect(await missing()).toEqual([]);
  });

  it('refuses what is not there', async () => {
    await close();
    await writeReport.run(order());
    expect([
      await codeOf(read('2')),
      await codeOf(read('0')),
      await codeOf(read('1', 'end_of_day.vi.exe')),
      await codeOf(read('1', 'end_of_day.fr.pdf')),
      await codeOf(read('1', 'end_of_day.vi.pdf', 'today')),
      await codeOf(writeReport.run(order(9))),
    ]).toEqual([
      'report_not_found',
      'report_not_found',
      'report_not_found',
      'report_not_found',
      'report_not_found',
      'closing_not_found',
    ]);
  });

  it('can neither be changed nor deleted, and its hash is of its bytes', async () => {
    await close();
    await writeReport.run(order());
    for (const attempt of [
      `UPDATE report SET bytes = bytes`,
      `DELETE FROM report`,
      `TRUNCATE report`,
    ]) {
      const refused = await database.dataSource.query(attempt).then(
        () => 'done',
        (error: unknown) => brokenConstraint(error),
      );
      expect([attempt, refused]).toEqual([attempt, 'append_only']);
    }
    const forged = database.dataSource.getRepository(Report).insert({
      ...order(1, { language: 'en' }),
      bytes: Buffer.from('other'),
      sha256: Buffer.alloc(32),
      madeAt: EVENING,
    });
    await expect(forged).rejects.toThrow('report_hash_of_bytes');
  });
});
