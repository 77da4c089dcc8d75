import { gunzipSync } from 'node:zlib';
import { RebuildRollups } from '@phien/dashboard';
import { Refusal } from '@phien/kernel';
import { Fair, ReadPublicPlan } from '@phien/planning';
import { declaringDoor } from '@phien/sales';
import { PostgresBus, type Bus } from '@phien/store';
import { CloseDay } from '../closing/close-day';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
} from '../testing/fair-to-close';
import type { PublicationDto } from './public-figures.dto';
import { nothingPublished } from './public-figures.rules';
import { PublishedFairs } from './published-fairs';
import { ReadPublicFair } from './read-public-fair';
import { ReadPublicFairPlan } from './read-public-fair-plan';
import { ReadPublicFigures } from './read-public-figures';
import { ReadPublication } from './read-publication';
import { SetPublication } from './set-publication';

let database: ReportsDatabase;
let bus: Bus;
let work: FairToClose;

beforeAll(async () => {
  database = await openReportsDatabase();
  bus = new PostgresBus(database.url);
});
afterAll(async () => {
  await bus.close();
  await database.close();
});
beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 4 });
});

const all: PublicationDto = {
  isPublished: true,
  showsVisits: true,
  showsRevenue: true,
  showsBooths: true,
  visitsStep: 10,
  revenueStepVnd: 1_000_000,
  delayMinutes: 15,
};
const at = (time: string) => new Date(`${DAY}T${time}+07:00`);
const figures = (choice = all) =>
  new ReadPublicFigures(database.dataSource, work.clock).run(work.fairId, choice);
const today = async (choice = all) => (await figures(choice)).days.find(({ day }) => day === DAY)!;
const fold = () => new RebuildRollups(database.dataSource, work.clock, bus).run(work.fairId);
const close = (reason?: string) =>
  new CloseDay(database.dataSource, work.clock, new RememberedOrders()).run({
    fairId: work.fairId,
    day: DAY,
    accountId: work.organizer.accountId,
    reason,
  });
const publish = (choice: PublicationDto) =>
  new SetPublication(database.dataSource, work.clock).run(
    work.organizer.accountId,
    work.fairId,
    choice,
  );
const declare = (n: number, amountVnd: number) => {
  const { boothId, id: exhibitorId } = work.fair.exhibitors[n]!;
  const place = { fairId: work.fairId, boothId, exhibitorId };
  return declaringDoor(database.dataSource, work.clock.now()).declare(place, amountVnd, {
    day: DAY,
  });
};

/** A till sells at a minute, and the gate counts in the same. */
async function sellAt(time: string, till: number, vnd: number, entries: number): Promise<void> {
  work.setClock(at(time));
  work.till(till).setClock(at(time)).sell(vnd);
  await work.deliver(till);
  await work.count(entries, 0);
}

/** Three booths at noon, and a fourth a quarter of an hour later. */
async function sellABit(): Promise<void> {
  await sellAt('12:00:10', 0, 4_000_000, 25);
  await sellAt('12:00:20', 1, 3_000_000, 25);
  await sellAt('12:00:30', 2, 2_500_000, 25);
  await sellAt('12:15:00', 3, 9_000_000, 45);
  await fold();
}

it.each([
  ['12:15:59', 15, '12:00', null, null],
  ['12:16:00', 15, '12:01', 9_000_000, 70],
  ['12:30:59', 15, '12:15', 9_000_000, 70],
  ['12:31:00', 15, '12:16', 18_000_000, 120],
  ['12:15:59', 0, '12:15', 9_000_000, 70],
  ['12:16:00', 0, '12:16', 18_000_000, 120],
  ['13:15:59', 60, '12:15', 9_000_000, 70],
] as const)(
  'at %s and %d minutes late tells what was rung up before %s',
  async (now, delayMinutes, asOf, revenueVnd, visits) => {
    await sellABit();
    work.setClock(at(now));
    const told = await figures({ ...all, delayMinutes });
    expect(told.asOf).toBe(at(`${asOf}:00`).toISOString());
    expect(told.days[0]).toMatchObject({
      state: 'running',
      revenueVnd: revenueVnd ?? 0,
      visits: visits ?? 0,
      declared: 'later',
    });
    expect(told.total).toEqual({
      revenueVnd: revenueVnd ?? 0,
      visits: visits ?? 0,
      revenueDays: 1,
    });
  },
);

it('tells no money of two booths, though it tells how many sold', async () => {
  await sellAt('12:00:10', 0, 4_000_000, 5);
  await sellAt('12:00:20', 1, 3_000_000, 5);
  await fold();
  work.setClock(at('13:00:00'));
  expect(await today()).toMatchObject({
    revenueVnd: null,
    isRevenueWithheld: true,
    boothsSelling: 2,
    visits: 10,
  });
});

it('tells nothing that the sums do not hold yet', async () => {
  await sellABit();
  work.setClock(at('12:40:00'));
  await fold();
  await sellAt('12:50:00', 0, 50_000_000, 1_000);
  work.setClock(at('12:55:00'));
  expect(await figures({ ...all, delayMinutes: 0 })).toMatchObject({
    asOf: at('12:40:00').toISOString(),
    total: { revenueVnd: 18_000_000, visits: 120 },
  });
});

it('tells a closed day by its latest revision, each as late as chosen, with what booths declared', async () => {
  await sellABit();
  work.setClock(EVENING);
  for (const n of [0, 1, 2]) await declare(n, 2_000_000);
  await close();
  await fold();
  expect(await today({ ...all, delayMinutes: 60 })).toMatchObject({
    state: 'running',
    revenueVnd: 18_000_000,
    declared: 'later',
  });
  expect(await today({ ...all, delayMinutes: null })).toMatchObject({
    state: 'closed',
    revision: 1,
    closedAt: EVENING.toISOString(),
    revenueVnd: 24_000_000,
    visits: 120,
    declared: 'included',
    boothsSelling: 4,
  });
  work.setClock(new Date(EVENING.getTime() + 10 * 60_000));
  await declare(3, 5_000_000);
  await close('máy báo muộn');
  expect(await today({ ...all, delayMinutes: null })).toMatchObject({
    revision: 2,
    revenueVnd: 29_000_000,
  });
  await fold();
  expect(await today({ ...all, delayMinutes: 0 })).toMatchObject({ revision: 2 });
  work.setClock(new Date(EVENING.getTime() + 20 * 60_000));
  expect(await today()).toMatchObject({ revision: 1, revenueVnd: 24_000_000 });
});

it('waits for the closing when so chosen, and keeps what one booth declared out of it', async () => {
  await sellABit();
  work.setClock(EVENING);
  await declare(0, 7_000_000);
  await fold();
  const choice = { ...all, delayMinutes: null };
  expect(await figures(choice)).toMatchObject({
    asOf: null,
    total: { revenueVnd: null, visits: null },
  });
  await close();
  expect(await figures(choice)).toMatchObject({
    asOf: EVENING.toISOString(),
    total: { revenueVnd: 18_000_000, revenueDays: 1 },
  });
  expect((await today(choice)).declared).toBe('leftOut');
});

describe('by its code', () => {
  const fairs = () => new PublishedFairs(database.dataSource);
  const fair = () =>
    new ReadPublicFair(fairs(), new ReadPublicFigures(database.dataSource, work.clock));
  const plan = () =>
    new ReadPublicFairPlan(fairs(), new ReadPublicPlan(database.dataSource, work.clock));
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => 'found',
      (fault: unknown) => (fault instanceof Refusal ? fault.code : String(fault)),
    );

  it('is there once it is published, and as if it never was before and after', async () => {
    const { code } = work.fair;
    expect(await codeOf(fair().run(code, '::1'))).toBe('fair_not_published');
    await publish({ ...nothingPublished, showsVisits: true });
    expect(await codeOf(fair().run(code, '::1'))).toBe('fair_not_published');
    await publish({ ...nothingPublished, isPublished: true });
    const told = await fair().run(code.toUpperCase(), '::1');
    expect(told).toMatchObject({
      code,
      nameVi: 'Hội chợ kiểm thử',
      asOf: null,
      showsVisits: false,
    });
    expect(told.total).toEqual({ visits: null, revenueVnd: null, revenueDays: 0 });
    expect(Object.keys(told).sort()).not.toContain('fairId');
    await publish(nothingPublished);
    expect(await codeOf(fair().run(code, '::1'))).toBe('fair_not_published');
  });

  it('shows neither plan nor figures of a fair that is still a draft', async () => {
    const { code } = work.fair;
    expect(await codeOf(plan().run(code, '::1'))).toBe('fair_not_published');
    await publish({ ...nothingPublished, isPublished: true });
    expect(await codeOf(plan().run(code, '::1'))).toBe('found');
    const state = (wanted: 'draft' | 'running') =>
      database.dataSource.getRepository(Fair).update({ id: work.fairId }, { state: wanted });
    await state('draft');
    expect(await codeOf(plan().run(code, '::1'))).toBe('fair_not_published');
    expect(await codeOf(fair().run(code, '::1'))).toBe('fair_not_published');
    await state('running');
    expect(await codeOf(plan().run(code, '::1'))).toBe('found');
  });

  it('sends the same plan under the same tag until something of it changes', async () => {
    await publish({ ...nothingPublished, isPublished: true });
    const first = await plan().run(work.fair.code, '::1');
    expect(gunzipSync(first.gzipped)).toEqual(first.json);
    expect((await plan().run(work.fair.code, '::2')).etag).toBe(first.etag);
    await database.dataSource.query(`UPDATE exhibitor SET name = name || '!' WHERE fair_id = $1`, [
      work.fairId,
    ]);
    const second = await plan().run(work.fair.code, '::1');
    expect(second.etag).not.toBe(first.etag);
    expect(second.plan.exhibitors[0]?.name).toBe(`${first.plan.exhibitors[0]?.name}!`);
  });

  it('is read once for all who ask together, and whoever guesses is told to stop', async () => {
    await publish(all);
    const door = fair();
    const read = jest.spyOn(ReadPublicFigures.prototype, 'run');
    const still = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    await Promise.all(Array.from({ length: 20 }, () => door.run(work.fair.code, '::1')));
    await door.run(work.fair.code, '::1');
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRestore();
    still.mockRestore();

    for (let n = 0; n < 60; n++) {
      expect(await codeOf(door.run(`khong-co-${n}`, '::1'))).toBe('fair_not_published');
    }
    expect(await codeOf(door.run('khong-co', '::1'))).toBe('too_many_fairs_asked');
    expect(await codeOf(door.run('khong-co', '::2'))).toBe('fair_not_published');
    expect(await codeOf(door.run(work.fair.code, '::1'))).toBe('found');
  });
});

it('writes down who chose what, once', async () => {
  const read = () => new ReadPublication(database.dataSource).run(work.fairId);
  expect(await read()).toEqual(nothingPublished);
  await publish(all);
  await publish(all);
  await publish({ ...all, delayMinutes: null });
  expect(await read()).toEqual({ ...all, delayMinutes: null });
  const deeds = await database.dataSource.query<{ detail: object }[]>(
    `SELECT detail FROM audit_entry WHERE fair_id = $1 AND action = 'publication_set' ORDER BY id`,
    [work.fairId],
  );
  expect(deeds.map(({ detail }) => detail)).toEqual([
    { before: nothingPublished, after: all },
    { before: all, after: { ...all, delayMinutes: null } },
  ]);
});

it.each([
  ['visits_step = 1', 'fair_publication_visits_step_known'],
  ['revenue_step_vnd = 1000', 'fair_publication_revenue_step_known'],
  ['delay_minutes = 5', 'fair_publication_delay_known'],
])('is refused by the database with %s', async (change, constraint) => {
  await publish(all);
  await expect(
    database.dataSource.query(`UPDATE fair_publication SET ${change} WHERE fair_id = $1`, [
      work.fairId,
    ]),
  ).rejects.toThrow(constraint);
});
