import {
  dashboardEntities,
  ReadReconciliation,
  ReconcileFair,
  ReconciliationChecks,
} from '@phien/dashboard';
import { identityEntities } from '@phien/identity';
import { Clock, systemClock } from '@phien/kernel';
import { makeFair, planningEntities } from '@phien/planning';
import { salesEntities } from '@phien/sales';
import { openTestDatabase, OutboxRow, PostgresBus, type TestDatabase } from '@phien/store';
import { visitorsEntities } from '@phien/visitors';
import { ReadHealth } from './read-health';

const HOUR = 3_600_000;

class LaterClock extends Clock {
  now(): Date {
    return new Date(Date.now() + 9 * HOUR);
  }
}

let database: TestDatabase;
let bus: PostgresBus;

beforeAll(async () => {
  database = await openTestDatabase([
    ...identityEntities,
    ...planningEntities,
    ...salesEntities,
    ...visitorsEntities,
    ...dashboardEntities,
    OutboxRow,
  ]);
  bus = new PostgresBus(database.url);
  const stop = await bus.subscribe('facts', () => undefined);
  await stop();
});

afterAll(async () => {
  jest.restoreAllMocks();
  await bus.close();
  await database.close();
});

it('is degraded once nobody compares a fair any more', async () => {
  const { dataSource } = database;
  const { fairId, code } = await makeFair(dataSource.manager);
  await new ReconcileFair(dataSource, systemClock, new ReconciliationChecks()).run(fairId);
  const health = (clock: Clock) =>
    new ReadHealth(new ReadReconciliation(dataSource, clock), bus, clock);
  const [now, nineHoursOn] = [health(systemClock), health(new LaterClock())];
  expect(await now.run()).toMatchObject({ status: 'ok' });
  expect((await nineHoursOn.run()).status).toBe('ok');

  const opened = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(opened + 6 * 60_000);
  expect(await nineHoursOn.run()).toMatchObject({
    status: 'degraded',
    reconciliation: [{ fairCode: code, differenceCount: 0, isOverdue: true }],
  });
});
