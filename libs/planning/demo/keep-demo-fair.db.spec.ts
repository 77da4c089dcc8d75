import { Clock, MovedClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { Allocation } from '../allocation/allocation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { FairDay } from '../fair/fair-day.entity';
import { Fair } from '../fair/fair.entity';
import { Booth } from '../plan/booth.entity';
import { Product } from '../product/product.entity';
import { RecordAutumnWinter2025 } from '../published/record-autumn-winter-2025';
import { openPlanningDatabase } from '../testing/planning-database';
import { Delegation } from '../exhibitor/delegation.entity';
import { KeepDemoFair } from './keep-demo-fair';

/* There is one demo fair in a database: these specs tell its story, each standing on the one before. */
let database: TestDatabase;

beforeAll(async () => {
  database = await openPlanningDatabase();
});
afterAll(() => database.close());

const clockAt = (instant: string): Clock => new MovedClock(new Date(instant), 1);
const keepAt = (instant: string) => new KeepDemoFair(database.dataSource, clockAt(instant)).run();
const rows = (fairId: string) =>
  Promise.all(
    [Booth, Exhibitor, Product, Allocation, FairDay].map((entity) =>
      database.dataSource.getRepository<{ fairId: string }>(entity).countBy({ fairId }),
    ),
  );

it('makes the demo fair once, whole, also when two processes start together', async () => {
  const [first, second] = await Promise.all([
    keepAt('2026-11-21T12:00:00Z'),
    keepAt('2026-11-21T12:00:00Z'),
  ]);
  const third = await keepAt('2026-12-19T16:59:00Z');
  expect([second, third]).toEqual([first, first]);
  const [booths, exhibitors, products, allocations, days] = await rows(first);
  expect({ booths, exhibitors, allocations, days }).toEqual({
    booths: 160,
    exhibitors: 150,
    allocations: 184,
    days: 31,
  });
  expect(products).toBeGreaterThan(400);
});

it('appends days once today is none of its days, and takes nothing away', async () => {
  const fairId = await keepAt('2026-11-21T12:00:00Z');
  /* 17:00 UTC is midnight in the fair's zone: the 20th of December there. */
  await keepAt('2026-12-19T17:00:00Z');
  const days = await database.dataSource
    .getRepository(FairDay)
    .find({ where: { fairId }, order: { day: 'ASC' } });
  expect(days[0]?.day).toBe('2026-11-19');
  expect(days[days.length - 1]?.day).toBe('2027-01-17');
  expect(days).toHaveLength(60);
});

it('opens days in the past when the clock is moved back', async () => {
  const fairId = await keepAt('2026-11-21T12:00:00Z');
  const before = await database.dataSource.getRepository(FairDay).findBy({ fairId });
  await keepAt('2025-11-01T12:00:00Z');
  const days = await database.dataSource.getRepository(FairDay).findBy({ fairId });
  expect(days.map(({ day }) => day)).toContain('2025-11-01');
  expect(days).toHaveLength(before.length + 31);
});

it('writes down the fair of autumn-winter 2025 with what was published and no one invented', async () => {
  const record = new RecordAutumnWinter2025(database.dataSource, clockAt('2026-11-21T12:00:00Z'));
  const [fairId, again] = await Promise.all([record.run(), record.run()]);
  expect(again).toBe(fairId);
  const fair = await database.dataSource.getRepository(Fair).findOneByOrFail({ id: fairId });
  expect(fair).toMatchObject({
    code: 'ocop-quang-ninh-thu-dong-2025',
    nameVi: 'Hội chợ OCOP Quảng Ninh – Thu Đông 2025',
    state: 'closed',
    isDemo: false,
  });
  expect(await rows(fairId)).toEqual([160, 0, 0, 0, 7]);
  const delegations = await database.dataSource.getRepository(Delegation).findBy({ fairId });
  expect(delegations).toHaveLength(54);
  expect(delegations.every(({ quota }) => quota === null)).toBe(true);
});
