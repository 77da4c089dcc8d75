import { GrantRole, type Caller } from '@phien/identity';
import { MovedClock, newId } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { ListFairs } from './list-fairs';
import { makeCaller, openPlanningDatabase, planVerbs } from '../testing/planning-database';
import { ChangeFair } from './change-fair';
import { everyDay, type ScheduledDay } from './fair-schedule.rules';
import { daysFrom } from './fair-days.rules';
import type { ChangeFairDto, FairDto } from './fair.dto';
import { MoveFair } from './move-fair';
import { OpenFair } from './open-fair';
import { ReadFair } from './read-fair';
import { ReadFairSettings } from './read-fair-settings';
import { WriteDaysToCome } from './write-days-to-come';

let database: TestDatabase;
let organizer: Caller;

beforeAll(async () => {
  database = await openPlanningDatabase();
  organizer = await makeCaller(database.dataSource, { mayOpenFairs: true });
});

afterAll(() => database.close());

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

/** The verbs as they are at an instant. */
function at(instant: string) {
  const { dataSource } = database;
  const clock = new MovedClock(new Date(instant), 1);
  const readFair = new ReadFair(dataSource, clock);
  const settings = new ReadFairSettings(dataSource, clock);
  return {
    readFair,
    openFair: new OpenFair(dataSource, clock, new GrantRole(), readFair),
    changeFair: new ChangeFair(dataSource, clock, settings),
    moveFair: new MoveFair(dataSource, clock, readFair),
    settings,
    listFairs: new ListFairs(dataSource, clock),
    writeDaysToCome: new WriteDaysToCome(dataSource, clock),
  };
}

const BEFORE = '2026-10-01T05:00:00Z';
const FIRST_NOON = '2026-10-28T05:00:00Z';
const AFTER = '2026-11-10T05:00:00Z';
const SCHEDULE: ScheduledDay[] = everyDay(daysFrom('2026-10-27', 5)).map((day, n) =>
  n === 0
    ? { ...day, kind: 'opening_evening', opensAt: '19:00' }
    : n === 2
      ? { ...day, kind: 'closed', noteVi: 'Nghỉ bão', noteEn: 'Storm' }
      : day,
);

const wish = () => ({
  id: newId(),
  template: 'ocop-160' as const,
  cast: 'none' as const,
  isDraft: true,
  code: `fair-${newId()}`,
  nameVi: 'Hội chợ OCOP Thu Đông 2026',
  nameEn: 'OCOP Autumn-Winter Fair 2026',
  series: 'Hội chợ OCOP Thu Đông',
  venueVi: 'Cung Quy hoạch',
  schedule: SCHEDULE,
});

const open = (said: object = {}) => at(BEFORE).openFair.run(organizer, { ...wish(), ...said });

async function asItIs({ id }: FairDto): Promise<ChangeFairDto> {
  const { fair: now, version } = await at(BEFORE).settings.run(id);
  const { nameVi, nameEn, venueVi, venueEn, series, timeZone, dayCutMinutes } = now;
  return {
    version,
    ...{ nameVi, nameEn, venueVi, venueEn, series, timeZone, dayCutMinutes },
    closingGraceMinutes: now.closingGraceMinutes,
    hasOpenEnd: now.hasOpenEnd,
    schedule: now.days.map(({ isOpen, isOpening, ...day }) => ({
      ...day,
      kind: isOpen ? 'open' : isOpening ? 'opening_evening' : 'closed',
    })),
  };
}

/** A visit: what counts it lies in a library to the right. */
async function countThatDay(fairId: string, day: string): Promise<void> {
  const gateId = newId();
  await database.dataSource.query(
    `INSERT INTO gate (fair_id, id, code, name_vi, name_en, x_cm, y_cm)
     VALUES ($1, $2, 'G1', 'Cổng', 'Gate', 0, 0)`,
    [fairId, gateId],
  );
  await database.dataSource.query(
    `INSERT INTO gate_count (fair_id, gate_id, device_id, epoch, sequence, id, entries, exits,
        undone_entries, undone_exits, entries_added, exits_added, counted_by, counted_at, received_at,
        fair_day, fair_minute)
     VALUES ($1, $2, $3, 1, 1, $4, 1, 0, 0, 0, 1, 0, $5, $6, $6, $7, 600)`,
    [fairId, gateId, newId(), newId(), organizer.accountId, new Date(FIRST_NOON), day],
  );
}

it('makes a draft with an opening evening and a closed day, once however often it is sent', async () => {
  const wanted = wish();
  const { openFair, listFairs } = at(BEFORE);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => openFair.run(organizer, wanted)),
  );
  expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([wanted.id]));
  expect(answers[0]).toMatchObject({
    state: 'draft',
    kind: 'fair',
    series: 'Hội chợ OCOP Thu Đông',
    firstDay: '2026-10-28',
    lastDay: '2026-10-31',
  });
  expect(answers[0]?.days.map(({ isOpen, isOpening }) => [isOpen, isOpening])).toEqual([
    [false, true],
    [true, false],
    [false, false],
    [true, false],
    [true, false],
  ]);
  expect(await codeOf(openFair.run(organizer, { ...wanted, code: `x-${newId()}` }))).toBe(
    'other_fair',
  );
  const mine = {
    ...organizer,
    grants: [{ fairId: wanted.id, role: 'organizer' as const, exhibitorId: null }],
  };
  expect(await listFairs.run(mine)).toMatchObject([
    { firstDay: '2026-10-28', boothCount: 160, givenBoothCount: 0, venueVi: 'Cung Quy hoạch' },
  ]);
});

it('copies the published plan of another fair that one organizes, under ids of its own and without its notes', async () => {
  const earlier = await open();
  const mine = {
    ...organizer,
    grants: [{ fairId: earlier.id, role: 'organizer' as const, exhibitorId: null }],
  };
  const { openFair } = at(BEFORE);
  const { readPlanDraft, savePlanDraft, publishPlan } = planVerbs(database.dataSource);
  const [drawn] = (await readPlanDraft.run(earlier.id)).plan.booths;
  await savePlanDraft.run(mine, earlier.id, 0, {
    id: newId(),
    ...{ zones: [], features: [], removedIds: [] },
    booths: [{ ...drawn!, note: 'Hộ bà Lan xin không đứng cạnh hàng mắm' }],
  });
  await publishPlan.run(mine, earlier.id, 1);
  const { template: _, ...noTemplate } = wish();
  const wanted = { ...noTemplate, planOf: earlier.id };
  expect(await codeOf(openFair.run(organizer, wanted))).toBe('plan_not_found');
  const fair = await openFair.run(mine, wanted);
  const booths = (fairId: string) =>
    database.dataSource.query<{ id: string; place: string }[]>(
      `SELECT b.id, concat_ws(' ', b.code, z.code, b.kind, b.faces, b.x_cm, b.y_cm, b.width_cm) AS place
         FROM booth b JOIN zone z ON z.fair_id = b.fair_id AND z.id = b.zone_id
        WHERE b.fair_id = $1 ORDER BY b.code`,
      [fairId],
    );
  const [was, is] = [await booths(earlier.id), await booths(fair.id)];
  expect(is.map(({ place }) => place)).toEqual(was.map(({ place }) => place));
  const ids = new Set(was.map(({ id }) => id));
  expect(is.filter(({ id }) => ids.has(id))).toEqual([]);
  const { plan } = await readPlanDraft.run(fair.id);
  expect(JSON.stringify(plan)).not.toContain('bà Lan');
  expect(
    await database.dataSource.query(`SELECT 1 FROM booth WHERE fair_id = $1 AND note <> ''`, [
      fair.id,
    ]),
  ).toEqual([]);
});

it('keeps whoever was given a booth on all of its days, wherever those are moved', async () => {
  const fair = await open();
  const exhibitorId = newId();
  await database.dataSource.getRepository(Exhibitor).insert({
    ...{ fairId: fair.id, id: exhibitorId, name: 'HTX Chè Hải Hà', kind: 'cooperative' },
    ...{ origin: 'inProvince', countryCode: 'VN', paysVat: true, isDemo: false },
  });
  const [booth] = (await planVerbs(database.dataSource).readPlanDraft.run(fair.id)).plan.booths;
  const { allocateBooth } = planVerbs(database.dataSource);
  await allocateBooth.run(organizer, fair.id, {
    ...{ id: newId(), boothId: booth!.id, exhibitorId, share: 'whole' },
  });
  const schedule = everyDay(daysFrom('2026-12-20', 5));
  await at(BEFORE).changeFair.run(organizer, fair.id, { ...(await asItIs(fair)), schedule });
  /* As closings, the board and whoever declares ask for a day. */
  const standing = await database.dataSource.query(
    `SELECT 1 FROM allocation WHERE fair_id = $1 AND during && tstzrange($2, $3)`,
    [fair.id, new Date('2026-12-23T17:00:00Z'), new Date('2026-12-24T17:00:00Z')],
  );
  expect(standing).toHaveLength(1);
});

it('publishes, takes back, ends and opens again, each once, with a line in the audit log', async () => {
  const fair = await open();
  const early = at(BEFORE).moveFair;
  const late = at(FIRST_NOON).moveFair;
  const steps = [
    [early, 'running', 'fair_state_out_of_reach'],
    [early, 'published', 'done'],
    [early, 'published', 'done'],
    [early, 'draft', 'done'],
    [early, 'published', 'done'],
    [late, 'draft', 'fair_state_out_of_reach'],
    [late, 'closed', 'done'],
    [late, 'published', 'done'],
    [at(AFTER).moveFair, 'closed', 'fair_state_out_of_reach'],
    [late, 'sealed', 'fair_state_out_of_reach'],
  ] as const;
  for (const [move, to, expected] of steps) {
    expect([to, await codeOf(move.run(organizer, fair.id, { to }))]).toEqual([to, expected]);
  }
  expect((await at(FIRST_NOON).readFair.run(fair.id)).state).toBe('running');
  expect((await at(AFTER).readFair.run(fair.id)).state).toBe('closed');
  const [{ count }] = await database.dataSource.query<[{ count: number }]>(
    `SELECT count(*) FROM audit_entry WHERE fair_id = $1 AND action = 'fair_moved'`,
    [fair.id],
  );
  expect(Number(count)).toBe(5);
});

it('changes names and coming days under the version that was looked at', async () => {
  const fair = await open();
  await at(BEFORE).moveFair.run(organizer, fair.id, { to: 'published' });
  const seen = await asItIs(fair);
  const [evening, first, , third] = seen.schedule;
  const wanted: ChangeFairDto = {
    ...seen,
    nameVi: 'Hội chợ OCOP Thu Đông – Hạ Long 2026',
    schedule: [evening!, first!, { ...third!, kind: 'closed' }],
  };
  const { changeFair } = at(BEFORE);
  const changed = await changeFair.run(organizer, fair.id, wanted);
  expect(changed.version).toBe(seen.version + 1);
  expect(changed.fair).toMatchObject({ nameVi: wanted.nameVi, lastDay: '2026-10-30' });
  expect(changed.fair.days.map(({ isOpen }) => isOpen)).toEqual([false, true, false]);
  expect(await changeFair.run(organizer, fair.id, wanted)).toEqual(changed);
  expect(await codeOf(changeFair.run(organizer, fair.id, { ...seen, nameEn: 'Other' }))).toBe(
    'fair_changed_since',
  );
  const late = at(FIRST_NOON).changeFair;
  const now = await asItIs(fair);
  expect(await codeOf(late.run(organizer, fair.id, { ...now, schedule: [first!] }))).toBe(
    'day_is_over',
  );
  expect(await codeOf(late.run(organizer, fair.id, { ...now, timeZone: 'Nowhere/Here' }))).toBe(
    'time_zone_unknown',
  );
  await at(FIRST_NOON).moveFair.run(organizer, fair.id, { to: 'closed' });
  expect(await codeOf(late.run(organizer, fair.id, { ...now, nameEn: 'Other' }))).toBe(
    'fair_is_fixed',
  );
});

it('keeps what facts were counted by, in the rules and in the database', async () => {
  const fair = await open();
  await at(BEFORE).moveFair.run(organizer, fair.id, { to: 'published' });
  await countThatDay(fair.id, '2026-10-30');
  const seen = await asItIs(fair);
  const { changeFair, moveFair, settings } = at(BEFORE);
  expect(await settings.run(fair.id)).toMatchObject({
    state: 'published',
    moves: [],
    hasFacts: true,
    daysWithFacts: ['2026-10-30'],
  });
  const without = seen.schedule.filter(({ day }) => day !== '2026-10-30');
  const attempts = [
    [{ schedule: without }, 'day_has_facts'],
    [{ dayCutMinutes: 240 }, 'fair_has_facts'],
    [{ timeZone: 'Asia/Bangkok' }, 'fair_has_facts'],
  ] as const;
  for (const [said, expected] of attempts) {
    expect(await codeOf(changeFair.run(organizer, fair.id, { ...seen, ...said }))).toBe(expected);
  }
  expect(await codeOf(moveFair.run(organizer, fair.id, { to: 'draft' }))).toBe('fair_has_facts');

  const broken = (sql: string) =>
    database.dataSource.query(sql, [fair.id]).then(
      () => 'done',
      (error: { driverError: { constraint?: string } }) => error.driverError.constraint,
    );
  expect(
    await Promise.all([
      broken(`DELETE FROM fair_day WHERE fair_id = $1`),
      broken(`UPDATE fair_day SET is_open = false WHERE fair_id = $1 AND day = '2026-10-30'`),
      broken(`UPDATE fair SET day_cut_minutes = 60 WHERE id = $1`),
      broken(`UPDATE fair SET state = 'draft' WHERE id = $1`),
      broken(`UPDATE fair_day SET is_opening = true WHERE fair_id = $1 AND day = '2026-10-28'`),
      broken(`UPDATE fair SET kind = 'market' WHERE id = $1`),
      broken(`UPDATE fair SET has_open_end = true WHERE id = $1`),
      broken(`UPDATE fair SET series = ' x' WHERE id = $1`),
      broken(`UPDATE fair SET version = 0 WHERE id = $1`),
      broken(`UPDATE fair_day SET closes_at = '20:00' WHERE fair_id = $1 AND day = '2026-10-30'`),
      broken(`DELETE FROM fair_day WHERE fair_id = $1 AND day = '2026-10-31'`),
    ]),
  ).toEqual([
    'fair_day_keeps_facts',
    'fair_day_keeps_facts',
    'fair_keeps_facts',
    'fair_keeps_facts',
    'fair_day_opening_uncounted',
    'fair_kind_known',
    'fair_open_end_of_kind',
    'fair_series_length',
    'fair_version_counts',
    'done',
    'done',
  ]);
});

it('lets a point of sale go on until somebody ends it', async () => {
  const shop = await open({
    kind: 'point_of_sale',
    hasOpenEnd: true,
    schedule: everyDay(daysFrom('2026-10-05', 7)),
  });
  expect(shop.lastDay).toBe('2026-11-05');
  await at(BEFORE).moveFair.run(organizer, shop.id, { to: 'published' });
  const later = at('2027-03-01T05:00:00Z');
  expect((await later.readFair.run(shop.id)).state).toBe('running');
  expect(await Promise.all([later.writeDaysToCome.run(), later.writeDaysToCome.run()])).toContain(
    0,
  );
  expect((await later.readFair.run(shop.id)).lastDay).toBe('2027-04-01');
  await later.moveFair.run(organizer, shop.id, { to: 'closed' });
  expect(await at('2027-06-01T05:00:00Z').writeDaysToCome.run()).toBe(0);
});
