import { systemClock } from '@phien/kernel';
import { Fair } from '@phien/planning';
import {
  DAY,
  FairToClose,
  listDaysOn,
  NOON,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
} from '../testing/fair-to-close';
import { CloseDay } from './close-day';
import { CloseDueDays } from './close-due-days';
import { Closing } from './closing.entity';
import { ClosingsLoop } from './closings-loop';
import { FindDueDays } from './find-due-days';
import { readClosings } from './read-closings';
import { SetClosingGrace } from './set-closing-grace';

let database: ReportsDatabase;
let work: FairToClose;
let orders: RememberedOrders;
let worker: CloseDueDays;

beforeAll(async () => {
  database = await openReportsDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 4, exhibitors: 3 });
  orders = new RememberedOrders();
  worker = aWorker();
});

function aWorker(): CloseDueDays {
  const closeDay = new CloseDay(database.dataSource, work.clock, orders);
  return new CloseDueDays(new FindDueDays(database.dataSource, work.clock), closeDay);
}

/** One round of the worker; answers what it closed of this test's fair. */
const round = async (of = worker) =>
  (await of.run())
    .filter(({ fairId }) => fairId === work.fairId)
    .map(({ day, revision }) => `${day} r${revision}`);

const revisions = () => database.dataSource.getRepository(Closing).countBy({ fairId: work.fairId });

/* The fair is open until 22:00 in Vietnam, and gives an hour of grace. */
const BEFORE = new Date('2025-10-28T15:59:59Z');
const DUE = new Date('2025-10-28T16:00:00Z');
const after = (seconds: number) => new Date(DUE.getTime() + seconds * 1_000);

async function sell(till = 0, vnd = 50_000): Promise<void> {
  work.till(till).sell(vnd);
  await work.deliver(till);
}

it('closes a day an hour after its closing hour, by itself, and orders its files', async () => {
  await sell();
  work.setClock(BEFORE);
  expect(await round()).toEqual([]);
  work.setClock(DUE);
  expect(await round()).toEqual([`${DAY} r1`]);
  const [closing] = await readClosings(database.dataSource.manager, { fairId: work.fairId });
  expect(closing).toMatchObject({ reason: 'hết giờ mở cửa', closedAt: DUE, totalVnd: 50_000 });
  expect(closing?.figures.closedByName).toBeNull();
  expect(
    await database.dataSource.getRepository(Closing).findOneBy({ fairId: work.fairId }),
  ).toMatchObject({ closedBy: null });
  expect(orders.files.map(({ language, format }) => `${language} ${format}`)).toEqual([
    'vi pdf',
    'vi xlsx',
  ]);
  expect(await round()).toEqual([]);
});

it('leaves a day on which nothing happened alone', async () => {
  work.setClock(new Date('2025-10-30T00:00:00Z'));
  expect(await round()).toEqual([]);
  work.setClock(NOON);
  await work.count(3, 0);
  work.setClock(DUE);
  expect(await round()).toEqual([`${DAY} r1`]);
});

it('obeys the grace that the organizer sets', async () => {
  await sell();
  const setGrace = new SetClosingGrace(database.dataSource);
  await setGrace.run(work.organizer.accountId, work.fairId, { minutes: 90 });
  work.setClock(DUE);
  expect(await round()).toEqual([]);
  await setGrace.run(work.organizer.accountId, work.fairId, { minutes: 0 });
  work.setClock(new Date('2025-10-28T15:00:00Z'));
  expect(await round()).toEqual([`${DAY} r1`]);
  const said = await database.dataSource.query<{ detail: unknown }[]>(
    `SELECT detail FROM audit_entry WHERE fair_id = $1 AND action = 'closing_grace_set' ORDER BY at`,
    [work.fairId],
  );
  expect(said.map(({ detail }) => detail)).toEqual([
    { before: 60, after: 90 },
    { before: 90, after: 0 },
  ]);
});

it('lets no grace be longer than half a day, whoever writes it', async () => {
  const tooLong = database.dataSource
    .getRepository(Fair)
    .update({ id: work.fairId }, { closingGraceMinutes: 721 });
  await expect(tooLong).rejects.toThrow('fair_closing_grace_range');
});

it('closes nothing of a fair that is a draft', async () => {
  await database.dataSource.getRepository(Fair).update({ id: work.fairId }, { state: 'draft' });
  await sell();
  work.setClock(DUE);
  expect(await round()).toEqual([]);
});

it('by four workers at once, and the button too, becomes one revision', async () => {
  await sell();
  work.setClock(DUE);
  const button = new CloseDay(database.dataSource, work.clock, orders);
  const { accountId } = work.organizer;
  const rounds = await Promise.all([
    ...[aWorker(), aWorker(), aWorker(), aWorker()].map((each) => round(each)),
    button.run({ fairId: work.fairId, day: DAY, accountId }).then(
      () => [`${DAY} r1`],
      () => [],
    ),
  ]);
  expect(rounds.flat()).toEqual([`${DAY} r1`]);
  expect(await revisions()).toBe(1);
});

it('makes no second revision of what another worker closed, though a sale came in between', async () => {
  await sell();
  work.setClock(DUE);
  const closeDay = new CloseDay(database.dataSource, work.clock, orders);
  const wish = { fairId: work.fairId, day: DAY, accountId: null, becomes: 1, reason: 'hết giờ' };
  await closeDay.run(wish);
  await sell(1);
  await expect(closeDay.run(wish)).rejects.toThrow('nothing_new_to_close');
  expect(await revisions()).toBe(1);
});

it('after a restart closes what became due while it was away, each day once', async () => {
  await sell();
  work.setClock(new Date('2025-10-29T05:00:00Z'));
  work.till(1).setClock(new Date('2025-10-29T05:00:00Z'));
  await sell(1);
  work.setClock(new Date('2025-10-31T00:00:00Z'));
  expect(await round(aWorker())).toEqual([`${DAY} r1`, '2025-10-29 r1']);
  expect(await round(aWorker())).toEqual([]);
});

it('closes a day outside the fair’s days that holds a sale, once it is over', async () => {
  const days = await listDaysOn(database.dataSource, work.clock).run(work.fairId);
  const last = days.at(-1)?.day ?? '';
  const next = new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000 + 5 * 3_600_000);
  work.setClock(next);
  work.till(0).setClock(next);
  await sell();
  expect(await round()).toEqual([]);
  work.setClock(new Date(next.getTime() + 13 * 3_600_000 - 1));
  expect(await round()).toEqual([]);
  work.setClock(new Date(next.getTime() + 13 * 3_600_000));
  expect(await round()).toEqual([`${next.toISOString().slice(0, 10)} r1`]);
});

describe('late sales', () => {
  beforeEach(async () => {
    await sell();
    work.setClock(DUE);
    await round();
  });

  it('make one revision with their difference, a minute after the last of them', async () => {
    work.setClock(after(600));
    await sell(1, 20_000);
    work.setClock(after(630));
    await sell(2, 30_000);
    work.setClock(after(689));
    expect(await round()).toEqual([]);
    work.setClock(after(690));
    expect(await round()).toEqual([`${DAY} r2`]);
    expect(await round()).toEqual([]);
    const [, second] = await readClosings(database.dataSource.manager, { fairId: work.fairId });
    expect(second).toMatchObject({ reason: 'máy báo muộn', totalVnd: 100_000 });
    expect(second?.figures.difference).toMatchObject({ documentCount: 2, totalVnd: 50_000 });
  });

  it('flood no one: 37 sales in nine bursts, looked at every 15 s, make nine revisions, each with its own burst', async () => {
    const closings = () => readClosings(database.dataSource.manager, { fairId: work.fairId });
    const kept = await closings();
    const bursts: [count: number, vnd: number][] = [];
    let sold = 0;
    let second = 600;
    for (let burst = 0; burst < 9; burst++) {
      const sales = burst === 0 ? 5 : 4;
      let vnd = 0;
      for (let sale = 0; sale < sales; sale++) {
        work.setClock(after(second));
        work.till(sold % 3).sell(1_000 + sold);
        await work.deliver(sold % 3);
        vnd += 1_000 + sold;
        sold += 1;
        second += 15;
        expect(await round()).toEqual([]);
      }
      bursts.push([sales, vnd]);
      second += 60;
      work.setClock(after(second));
      expect(await round()).toEqual([`${DAY} r${burst + 2}`]);
      expect(await round()).toEqual([]);
      /* Whatever was closed before is word for word what it was. */
      const now = await closings();
      expect(now.slice(0, -1)).toEqual(kept);
      kept.push(...now.slice(-1));
    }
    expect(sold).toBe(37);
    expect(kept).toHaveLength(10);
    expect(kept.at(-1)).toMatchObject({
      documentCount: 38,
      totalVnd: 50_000 + bursts.reduce((sum, [, vnd]) => sum + vnd, 0),
    });
    expect(
      kept.slice(1).map(({ figures }) => {
        const { documentCount, totalVnd, booths } = figures.difference ?? { booths: [] };
        const inBooths = booths.reduce((sum, booth) => sum + booth.totalVnd, 0);
        return [documentCount, totalVnd, inBooths];
      }),
    ).toEqual(bursts.map(([count, vnd]) => [count, vnd, vnd]));
  });

  it('wait as long in real time on a clock that runs sixty times as fast', async () => {
    const fast = Object.assign(Object.create(work.clock) as typeof work.clock, { speed: 60 });
    const fastWorker = new CloseDueDays(
      new FindDueDays(database.dataSource, fast),
      new CloseDay(database.dataSource, fast, orders),
    );
    work.setClock(after(600));
    await sell(1);
    work.setClock(after(600 + 3_599));
    expect(await round(fastWorker)).toEqual([]);
    work.setClock(after(600 + 3_600));
    expect(await round(fastWorker)).toEqual([`${DAY} r2`]);
  });
});

it('is asked for at the start of the loop', async () => {
  await sell();
  work.setClock(DUE);
  const loop = new ClosingsLoop(worker, systemClock);
  loop.onApplicationBootstrap();
  await loop.beforeApplicationShutdown();
  expect(await revisions()).toBe(1);
});
