import { ReconciliationChecks } from '@phien/dashboard';
import { FindMissingReports } from '../report/find-missing-reports';
import type { ReportFile } from '../report/report.rules';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
  writeReportOn,
} from '../testing/fair-to-close';
import { CheckClosings } from './check-closings';
import { CloseDay } from './close-day';
import { Closing } from './closing.entity';

/*
 * Whoever works is cut off from Postgres at one statement, wherever that stands: to Postgres a worker
 * that is killed there is the same. Real workers are killed at the same points by hand
 * (`npm run test:faults -- "worker killed"`).
 */
let database: ReportsDatabase;
let work: FairToClose;
let orders: RememberedOrders;

beforeAll(async () => {
  database = await openReportsDatabase();
  await query(`CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`);
  work = await FairToClose.open(database, { booths: 3 });
  orders = new RememberedOrders();
  work.setClock(EVENING);
});
afterAll(() => database.close());

const query = <Row>(sql: string, values: unknown[] = []) =>
  database.dataSource.query<Row[]>(sql, values);

interface Point {
  when: 'BEFORE' | 'AFTER';
  what: 'INSERT' | 'UPDATE' | 'DELETE';
  table: string;
}

/** Lets the work run into the point, and answers whether it was cut off there. */
async function cutOffAt({ when, what, table }: Point, doing: () => Promise<unknown>) {
  await query(`CREATE TRIGGER cut_off ${when} ${what} ON ${table} EXECUTE FUNCTION cut_off()`);
  const isCutOff = await doing().then(
    () => false,
    () => true,
  );
  await forgetDeadConnections();
  await query(`DROP TRIGGER cut_off ON ${table}`);
  return isCutOff;
}

/* The pool hears of a death only when it uses the dead once more. */
async function forgetDeadConnections(): Promise<void> {
  const isAlive = () =>
    query('SELECT 1').then(
      () => true,
      () => false,
    );
  while (!(await isAlive()) || !(await isAlive()));
}

let sales = 0;
async function sellLate(): Promise<void> {
  sales += 1;
  work.till(sales % 3).sell(10_000 + sales);
  await work.deliver(sales % 3);
}

const close = () =>
  new CloseDay(database.dataSource, work.clock, orders).run({
    fairId: work.fairId,
    day: DAY,
    accountId: null,
    reason: 'máy báo muộn',
  });

const revisions = () => database.dataSource.getRepository(Closing).countBy({ fairId: work.fairId });

/** Rows that a revision consists of, by table. */
const partsOf = (revision: number) =>
  query<{ table: string; rows: number }>(
    `SELECT 'closing' AS table, count(*)::int AS rows FROM closing WHERE fair_id = $1 AND revision = $2
     UNION ALL SELECT 'closing_head', count(*)::int FROM closing_head WHERE fair_id = $1 AND revision = $2
     UNION ALL SELECT 'closing_document', count(*)::int FROM closing_document WHERE fair_id = $1 AND revision = $2
     UNION ALL SELECT 'audit_entry', count(*)::int FROM audit_entry
       WHERE fair_id = $1 AND action = 'day_closed' AND subject_id = $3`,
    [work.fairId, revision, `${DAY} r${revision}`],
  );

const differences = () =>
  database.dataSource.transaction('REPEATABLE READ', (em) =>
    new CheckClosings(new ReconciliationChecks()).run(em, work.fairId),
  );

const ofClosing = [
  'closing',
  'closing_head',
  'closing_document',
  'closing_declared',
  'audit_entry',
];

it.each(
  ofClosing.flatMap((table): [string, Point][] => [
    [`before it writes ${table}`, { when: 'BEFORE', what: 'INSERT', table }],
    [`behind ${table}`, { when: 'AFTER', what: 'INSERT', table }],
  ]),
)('cut off %s a closing leaves nothing, and the next one makes it whole', async (_, point) => {
  await sellLate();
  const next = (await revisions()) + 1;
  const ordered = orders.placed.length;
  expect(await cutOffAt(point, close)).toBe(true);
  expect((await partsOf(next)).map(({ rows }) => rows)).toEqual([0, 0, 0, 0]);
  expect(orders.placed).toHaveLength(ordered);
  expect(await close()).toMatchObject({ revision: next, documentCount: sales });
  const heads = Math.min(sales, 3);
  expect((await partsOf(next)).map(({ rows }) => rows)).toEqual([1, heads, 1, 1]);
  expect(await differences()).toEqual([]);
});

const file = (): ReportFile => ({
  ...{ fairId: work.fairId, day: DAY, revision: 1 },
  ...{ kind: 'end_of_day', language: 'en', format: 'csv' },
});
const write = () => writeReportOn(database.dataSource, work.clock).run(file());
const stored = () =>
  query<{ sha256: string; isOfBytes: boolean }>(
    `SELECT encode(sha256, 'hex') AS sha256, sha256(bytes) = sha256 AS "isOfBytes"
       FROM report WHERE fair_id = $1 AND format = 'csv'`,
    [work.fairId],
  );

it('cut off wherever it stands, the writing of a file leaves none or one, and the next goes on from there', async () => {
  const points: [Point, files: number][] = [
    [{ when: 'BEFORE', what: 'INSERT', table: 'wanted_report' }, 0],
    [{ when: 'BEFORE', what: 'INSERT', table: 'report' }, 0],
    [{ when: 'AFTER', what: 'INSERT', table: 'report' }, 0],
    [{ when: 'BEFORE', what: 'DELETE', table: 'wanted_report' }, 1],
  ];
  for (const [point, files] of points) {
    expect([point, await cutOffAt(point, write)]).toEqual([point, true]);
    expect([point, await stored()]).toMatchObject([point, { length: files }]);
  }
  const [first] = await stored();
  await Promise.all([write(), write()]);
  expect(await stored()).toEqual([{ sha256: first?.sha256, isOfBytes: true }]);
  const missing = await new FindMissingReports(database.dataSource).run();
  expect(missing.filter(({ language }) => language === 'en')).toEqual([]);
});
