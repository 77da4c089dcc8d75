import { GrantRole, RoleGrant } from '@phien/identity';
import { newId, systemClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Booth } from '../plan/booth.entity';
import { ListProducts } from '../product/list-products';
import { makeFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { OpenFair } from './open-fair';
import { ReadFair } from './read-fair';

let database: TestDatabase;
let openFair: OpenFair;

beforeAll(async () => {
  database = await openPlanningDatabase();
  const { dataSource } = database;
  openFair = new OpenFair(
    dataSource,
    systemClock,
    new GrantRole(),
    new ReadFair(dataSource, systemClock),
  );
});

afterAll(() => database.close());

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

const fairNamed = (code: string, startsOn = '2026-02-06') => ({
  template: 'ocop-160' as const,
  code,
  nameVi: 'Hội chợ mới',
  nameEn: 'New fair',
  startsOn,
  days: 6,
});

it('refuses a new fair for the first reason that holds: who, when, which', async () => {
  const anyone = await makeCaller(database.dataSource);
  const organizer = await makeCaller(database.dataSource, { mayOpenFairs: true });
  const code = `fair-${newId()}`;
  const attempts = [
    [anyone, fairNamed(code, '2026-02-30'), 'may_not_open_fairs'],
    [organizer, { ...fairNamed(code, '2026-02-30'), closesAt: '07:00' }, 'start_day_unknown'],
    [organizer, { ...fairNamed(code), closesAt: '07:00' }, 'hours_reversed'],
    [organizer, fairNamed(code), 'done'],
    [organizer, fairNamed(code), 'fair_code_taken'],
    [anyone, fairNamed(code), 'may_not_open_fairs'],
  ] as const;
  for (const [caller, wanted, expected] of attempts) {
    expect(await codeOf(openFair.run(caller, wanted))).toBe(expected);
  }
  expect(
    await database.dataSource.getRepository(RoleGrant).findBy({ accountId: organizer.accountId }),
  ).toMatchObject([{ role: 'organizer' }]);
});

it('opens a real fair with its plan and nobody in it', async () => {
  const { dataSource } = database;
  const organizer = await makeCaller(dataSource, { mayOpenFairs: true });
  const fair = await openFair.run(organizer, {
    ...fairNamed(`fair-${newId()}`, '2199-02-06'),
    cast: 'none',
    venueVi: 'Cung Quy hoạch, Hạ Long',
    opensAt: '07:30',
    closesAt: '21:00',
    closingGraceMinutes: 30,
  });
  expect(fair).toMatchObject({
    isDemo: false,
    state: 'published',
    venueVi: 'Cung Quy hoạch, Hạ Long',
    venueEn: 'Cung Quy hoạch, Hạ Long',
    closingGraceMinutes: 30,
    firstDay: '2199-02-06',
    lastDay: '2199-02-11',
  });
  expect(fair.days[0]).toMatchObject({ opensAt: '07:30', closesAt: '21:00', isOpen: true });
  expect(await dataSource.getRepository(Booth).countBy({ fairId: fair.id })).toBe(160);
  expect(await dataSource.getRepository(Exhibitor).countBy({ fairId: fair.id })).toBe(0);
});

it('makes one fair when the same wish is sent twenty times at once', async () => {
  const organizer = await makeCaller(database.dataSource, { mayOpenFairs: true });
  const code = `fair-${newId()}`;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => codeOf(openFair.run(organizer, fairNamed(code)))),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'fair_code_taken')).toHaveLength(19);
});

it('says of another’s products what it says of products that do not exist', async () => {
  const { dataSource } = database;
  const fair = await makeFair(dataSource.manager, { booths: 2 });
  const [mine, theirs] = fair.exhibitors.map(({ id }) => id);
  const seller = await makeCaller(dataSource, {
    grants: [{ fairId: fair.fairId, role: 'exhibitor', exhibitorId: mine }],
  });
  const ask = (exhibitorId: string | undefined) =>
    codeOf(new ListProducts(dataSource, systemClock).run(seller, fair.fairId, { exhibitorId }));
  expect([await ask(mine), await ask(theirs), await ask(newId())]).toEqual([
    'done',
    'exhibitor_not_found',
    'exhibitor_not_found',
  ]);
});
