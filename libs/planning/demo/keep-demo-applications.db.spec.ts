import { AuditEntry } from '@phien/identity';
import { MovedClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { Allocation } from '../allocation/allocation.entity';
import { faultsOfContent } from '../application/application-content.rules';
import { Application } from '../application/application.entity';
import { ListApplications } from '../application/list-applications';
import { ListWishes } from '../application/list-wishes';
import { ReadApplication } from '../application/read-application';
import { readApplicationWorld } from '../application/read-application-world';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { readPoints } from '../points/read-points';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { KeepDemoApplications } from './keep-demo-applications';
import { KeepDemoFair } from './keep-demo-fair';

/* There is one demo fair in a database: these specs tell its story, each standing on the one before. */
let database: TestDatabase;
let fairId: string;

const clock = new MovedClock(new Date('2026-11-21T12:00:00Z'), 1);
const em = () => database.dataSource.manager;

beforeAll(async () => {
  database = await openPlanningDatabase();
  fairId = await new KeepDemoFair(database.dataSource, clock).run();
});
afterAll(() => database.close());

it('lets about a third of the demo fair have come by an application, once, and moves nobody', async () => {
  const before = await em().findBy(Allocation, { fairId });
  const { accountId } = await makeCaller(database.dataSource);
  const keep = new KeepDemoApplications(database.dataSource, clock);
  await Promise.all([keep.run({ fairId, accountId }), keep.run({ fairId, accountId })]);
  await keep.run({ fairId, accountId });
  expect(await em().findBy(Allocation, { fairId })).toEqual(before);
  const { call, applications } = await new ListApplications(database.dataSource, clock).run(fairId);
  expect(call).toEqual({ lastDay: '2026-10-29', showsPlace: false, isOpen: false });
  expect(applications.length).toBeGreaterThanOrEqual(45);
  expect(applications.length).toBeLessThanOrEqual(60);
  expect(applications.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    applications.map((_, at) => at + 1),
  );
  expect(new Set(applications.map(({ state }) => state))).toEqual(new Set(['accepted']));
  expect(await new ListWishes(database.dataSource).run(fairId)).toHaveLength(applications.length);
});

it('says in each only what could have been sent, and of nobody who exists', async () => {
  const world = await readApplicationWorld(em(), fairId);
  const applications = await em().findBy(Application, { fairId });
  const exhibitors = await em().findBy(Exhibitor, { fairId });
  for (const { sent, content, exhibitorId } of applications) {
    expect(faultsOfContent(sent ?? {}, world)).toEqual([]);
    expect(content).toEqual(sent);
    const exhibitor = exhibitors.find(({ id }) => id === exhibitorId)!;
    const { name, representative, contactPhone } = exhibitor;
    expect(exhibitor.isDemo).toBe(true);
    expect(sent).toMatchObject({ name, representative, phone: contactPhone });
    expect(representative).toBe('Người đại diện (thử nghiệm)');
  }
  const phones = exhibitors.flatMap(({ contactPhone }) => contactPhone ?? []);
  expect(new Set(phones).size).toBe(applications.length);
});

it('gives each the history that sending and accepting leave, before the fair, in steps and in the log', async () => {
  const [first] = await em().find(Application, { where: { fairId }, order: { number: 'ASC' } });
  const told = await new ReadApplication(database.dataSource).run(fairId, first!.id);
  expect(told).toMatchObject({ state: 'accepted', version: 3, exhibitorId: first!.exhibitorId });
  expect(told.steps.map(({ action, state, byName }) => [action, state, byName])).toEqual([
    ['send', 'sent', null],
    ['accept', 'accepted', 'Tài khoản kiểm thử'],
  ]);
  const [sent, accepted] = told.steps.map(({ at }) => at.slice(0, 10));
  expect([sent! < accepted!, accepted! < '2026-11-19']).toEqual([true, true]);
  const count = await em().countBy(Application, { fairId });
  const points = await readPoints(em(), fairId);
  expect(points.length).toBeGreaterThan(10);
  const log = await em().findBy(AuditEntry, { fairId });
  const logged = (action: string) => log.filter((entry) => entry.action === action).length;
  expect({
    call: logged('application_call_set'),
    sent: logged('application_sent'),
    completed: logged('exhibitor_changed'),
    accepted: logged('application_accepted'),
    points: logged('points_set'),
  }).toEqual({ call: 1, sent: count, completed: count, accepted: count, points: points.length });
});
