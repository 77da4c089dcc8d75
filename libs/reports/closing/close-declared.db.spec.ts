import { ReconciliationChecks } from '@phien/dashboard';
import { brokenConstraint } from '@phien/store';
import { declaringDoor } from '@phien/sales';
import {
  DAY,
  EVENING,
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

let database: ReportsDatabase;
let work: FairToClose;
let closeDay: CloseDay;

beforeAll(async () => {
  database = await openReportsDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 4, exhibitors: 3 });
  closeDay = new CloseDay(database.dataSource, work.clock, new RememberedOrders());
  work.till(0).sell(120_000);
  await work.deliver(0);
  work.setClock(EVENING);
});

const close = (reason?: string) =>
  closeDay.run({ fairId: work.fairId, day: DAY, accountId: work.organizer.accountId, reason });

const declare = (at: number, amountVnd: number) => {
  const { boothId, id: exhibitorId } = work.fair.exhibitors[at]!;
  const place = { fairId: work.fairId, boothId, exhibitorId };
  return declaringDoor(database.dataSource, work.clock.now()).declare(place, amountVnd, {
    day: DAY,
  });
};

const differences = () =>
  database.dataSource.transaction('REPEATABLE READ', (em) =>
    new CheckClosings(new ReconciliationChecks()).run(em, work.fairId),
  );

const frozen = async (revision: number) => {
  const [closing] = await readClosings(database.dataSource.manager, {
    fairId: work.fairId,
    day: DAY,
    revision,
  });
  return closing!;
};

it('freezes what was declared beside the documents, corrections too, and counts the latest', async () => {
  await declare(0, 500_000);
  await declare(0, 30_000);
  await declare(1, 50_000);
  await declare(2, 0);
  const closing = await close();
  expect(closing).toMatchObject({
    totalVnd: 200_000,
    measuredVnd: 120_000,
    declaredVnd: 80_000,
    declaredCount: 4,
    declaredBooths: 3,
    boothsHeard: 3,
    boothsAllocated: 3,
  });
  const { figures, totalVnd } = await frozen(1);
  expect(totalVnd).toBe(120_000);
  expect(figures.totals).toMatchObject({ revenueVnd: 200_000, declaredVnd: 80_000 });
  expect(figures.zones.reduce((sum, zone) => sum + (zone.declaredVnd ?? 0), 0)).toBe(80_000);
  expect(await differences()).toEqual([]);
});

it('takes a declaration after the closing as a late fact: revision 2, and 1 stays as it was', async () => {
  await declare(1, 50_000);
  await close();
  const before = await frozen(1);
  await declare(1, 90_000);
  await declare(2, 10_000);
  expect(await differences()).toEqual([]);
  const second = await close('gian báo muộn');
  expect(second).toMatchObject({
    revision: 2,
    totalVnd: 220_000,
    declaredVnd: 100_000,
    difference: {
      documentCount: 0,
      declaredCount: 2,
      totalVnd: 50_000,
      booths: [
        { declaredCount: 1, totalVnd: 40_000 },
        { declaredCount: 1, totalVnd: 10_000 },
      ],
    },
  });
  expect(await frozen(1)).toEqual(before);
  expect(await differences()).toEqual([]);
});

it('closes again by itself once a late declaration has lain there for a minute', async () => {
  await close();
  await declare(1, 50_000);
  const due = () =>
    new CloseDueDays(new FindDueDays(database.dataSource, work.clock), closeDay).run();
  const mine = (all: { fairId: string; revision: number }[]) =>
    all.filter(({ fairId }) => fairId === work.fairId).map(({ revision }) => revision);
  expect(mine(await due())).toEqual([]);
  work.setClock(new Date(EVENING.getTime() + 61_000));
  expect(mine(await due())).toEqual([2]);
  expect((await frozen(2)).reason).toBe('máy báo muộn');
});

it('closes a day on which nothing was sold and something declared', async () => {
  const quiet = await FairToClose.open(database, { booths: 2, exhibitors: 2 });
  const { boothId, id: exhibitorId } = quiet.fair.exhibitors[0]!;
  quiet.setClock(EVENING);
  await declaringDoor(database.dataSource, EVENING).declare(
    { fairId: quiet.fairId, boothId, exhibitorId },
    70_000,
    { day: DAY },
  );
  const closing = await new CloseDay(database.dataSource, quiet.clock, new RememberedOrders()).run({
    fairId: quiet.fairId,
    day: DAY,
    accountId: quiet.organizer.accountId,
  });
  expect(closing).toMatchObject({ documentCount: 0, totalVnd: 70_000, boothsHeard: 1 });
});

it('is found out when a declaration is edited behind the back of the house', async () => {
  await declare(1, 50_000);
  await close();
  const edit = async (sql: string) => {
    const runner = database.dataSource.createQueryRunner();
    await runner.query(`SET session_replication_role = replica`);
    await runner.query(sql, [work.fairId]);
    await runner.query(`SET session_replication_role = DEFAULT`);
    await runner.release();
    return (await differences()).map(({ what }) => what);
  };
  expect(
    await edit(`UPDATE declared_sale SET amount_vnd = amount_vnd + 1 WHERE fair_id = $1`),
  ).toEqual([
    'declared money of a day, closed or waiting',
    'declared money of a closing',
    'hash of the declared facts of a closing, 1 when it agrees',
  ]);
  expect(
    await edit(
      `UPDATE declared_sale SET amount_vnd = amount_vnd - 1, source = 'till', link_id = NULL WHERE fair_id = $1`,
    ).catch((error: unknown) => brokenConstraint(error)),
  ).toBe('declared_sale_said_by_one');
});

it('never changes what a closing froze', async () => {
  await declare(1, 50_000);
  await close();
  for (const attempt of [
    `UPDATE closing_declared SET revision = revision + 1`,
    `DELETE FROM closing_declared`,
    `TRUNCATE closing_declared CASCADE`,
  ]) {
    const refused = await database.dataSource.query(attempt).then(
      () => 'done',
      (error: unknown) => brokenConstraint(error),
    );
    expect([attempt, refused]).toEqual([attempt, 'append_only']);
  }
});
