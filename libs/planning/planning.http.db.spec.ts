import { getQueueToken } from '@nestjs/bullmq';
import { type INestApplication, ValidationPipe } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { readInstance } from '@phien/allocator';
import { Account, CreateAccount, GrantRole, IdentityHttpModule, type Role } from '@phien/identity';
import { newId } from '@phien/kernel';
import { StoreModule, type TestDatabase } from '@phien/store';
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import request from 'supertest';
import { PlanningHttpModule } from './planning.http';
import { SUGGESTION_QUEUE } from './suggestion/suggestion-queue';
import { KeptJobs } from './testing/kept-jobs';
import { makeFair, type SmallFair } from './testing/make-fair';
import { openPlanningDatabase } from './testing/planning-database';

const PASSWORD = 'một mật khẩu dài';
let database: TestDatabase;
let app: INestApplication<Server>;
let fair: SmallFair;
const jobs = new KeptJobs();
const cookies: Record<string, string> = {};

async function signIn(name: string, role: Role | null, exhibitorId?: string): Promise<void> {
  const login = `${name}@demo`;
  const accountId = await app.get(CreateAccount, { strict: false }).run({
    login,
    name,
    password: PASSWORD,
    isDemo: true,
    mayOpenFairs: role === 'organizer',
  });
  if (role !== null) {
    const grant = { fairId: fair.fairId, accountId, role, exhibitorId };
    await app.get(GrantRole, { strict: false }).run(database.dataSource.manager, grant);
  }
  const answer = await request(app.getHttpServer())
    .post('/session')
    .send({ login, password: PASSWORD })
    .expect(201);
  cookies[name] = String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

const get = async <T>(who: string, path: string): Promise<{ status: number; body: T }> => {
  const { status, body } = await request(app.getHttpServer())
    .get(path)
    .set('Cookie', cookies[who] ?? '');
  return { status, body: body as T };
};

beforeAll(async () => {
  database = await openPlanningDatabase();
  process.env.DATABASE_URL = database.url;
  const module = await Test.createTestingModule({
    imports: [StoreModule, IdentityHttpModule, PlanningHttpModule],
  })
    .overrideProvider(getQueueToken(SUGGESTION_QUEUE))
    .useValue(jobs)
    .compile();
  app = module.createNestApplication<INestApplication<Server>>({ logger: false });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
  await app.init();
  fair = await makeFair(database.dataSource.manager, { booths: 4 });
  await signIn('organizer', 'organizer');
  await signIn('official', 'official');
  await signIn('gate', 'gate');
  await signIn('seller', 'exhibitor', fair.exhibitors[0]?.id);
  await signIn('stranger', null);
});

afterAll(async () => {
  await app.close();
  await database.close();
});

it('shows the fair, its plan and who stands where to everyone with a role in it', async () => {
  for (const who of ['organizer', 'official', 'gate', 'seller']) {
    expect((await get<{ id: string }[]>(who, '/fairs')).body.map(({ id }) => id)).toEqual([
      fair.fairId,
    ]);
    const { body } = await get<{ days: object[] }>(who, `/fairs/${fair.fairId}`);
    expect(body.days[0]).toEqual({
      day: '2025-10-28',
      opensAt: '08:00',
      closesAt: '22:00',
      isOpen: true,
      isOpening: false,
      noteVi: '',
      noteEn: '',
    });
    const booths = await get<object[]>(who, `/fairs/${fair.fairId}/booths`);
    expect(booths.body[0]).toMatchObject({
      code: 'A01',
      freeSixths: 0,
      holders: [{ exhibitorId: fair.exhibitors[0]?.id, name: 'Đơn vị kiểm thử A01', sixths: 6 }],
    });
    expect((await get<object[]>(who, `/fairs/${fair.fairId}/zones`)).body).toHaveLength(2);
    expect((await get(who, `/fairs/${fair.fairId}/features`)).status).toBe(200);
  }
});

it('shows an exhibitor its own papers, products and booths, and no one else’s', async () => {
  const own = fair.exhibitors[0]?.id ?? '';
  const other = fair.exhibitors[1]?.id ?? '';
  const list = (who: string, what: string) =>
    get<{ id: string; exhibitorId?: string }[]>(who, `/fairs/${fair.fairId}/${what}`);

  expect((await list('seller', 'exhibitors')).body.map(({ id }) => id)).toEqual([own]);
  for (const what of ['products', 'allocations', `products?exhibitorId=${own}`]) {
    const rows = (await list('seller', what)).body;
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ exhibitorId }) => exhibitorId))).toEqual(new Set([own]));
  }
  expect((await list('seller', `products?exhibitorId=${other}`)).status).not.toBe(200);
  expect((await list('organizer', `products?exhibitorId=${newId()}`)).status).not.toBe(200);
  expect((await list('organizer', 'products?exhibitorId=x')).status).toBe(400);

  for (const who of ['organizer', 'official']) {
    expect((await list(who, 'exhibitors')).body).toHaveLength(4);
    expect((await list(who, 'products')).body).toHaveLength(8);
    expect((await list(who, 'allocations')).body).toHaveLength(4);
    expect((await list(who, `products?exhibitorId=${other}`)).body).toHaveLength(2);
  }
  for (const what of ['exhibitors', 'products', 'allocations']) {
    expect((await list('gate', what)).status).not.toBe(200);
  }
});

it('gives organizers alone the fair as an instance of the engine, to be saved', async () => {
  const path = `/fairs/${fair.fairId}/allocation-instance`;
  const ask = (who: string, query: string) =>
    request(app.getHttpServer())
      .get(`${path}?${query}`)
      .set('Cookie', cookies[who] ?? '');
  const { headers, body } = await ask('organizer', 'keeps=all&zones=apart').expect(200);
  expect(headers['content-type']).toContain('application/json');
  expect(headers['content-disposition']).toBe(
    `attachment; filename="phien-${fair.code}-instance.json"`,
  );
  expect(readInstance(body).exhibitors).toHaveLength(4);
  for (const query of ['', 'keeps=some&zones=apart', 'keeps=all&zones=two']) {
    await ask('organizer', query).expect(400);
  }
  for (const who of ['official', 'gate', 'seller', 'stranger']) {
    expect((await ask(who, 'keeps=all&zones=apart')).status).not.toBe(200);
  }
});

it('suggests places to organizers alone, and only what can be asked', async () => {
  const path = `/fairs/${fair.fairId}/suggestions`;
  const id = newId();
  const wanted = {
    ...{ id, keeps: 'none', zones: 'apart', weights: { corner: 300 }, fewestMoves: true },
    ...{ moreMoves: 3, seconds: 5, seed: 1 },
  };
  const post = (who: string, at: string, body: object = {}) =>
    request(app.getHttpServer())
      .post(at)
      .set('Cookie', cookies[who] ?? '')
      .send(body);
  for (const wrong of [
    ...[{ id: 'x' }, { keeps: 'some' }, { weights: { corner: 301 } }, { weights: { gate: 0.5 } }],
    ...[
      { weights: [] },
      { weights: 'none' },
      { weights: null },
      { fewestMoves: 'yes' },
      { leftOut: ['x'] },
    ],
    ...[{ moreMoves: 21 }, { seconds: 4 }, { seconds: 601 }, { seed: 0 }, { seed: 2 ** 31 }],
  ]) {
    const { status } = await post('organizer', path, { ...wanted, ...wrong });
    expect([wrong, status]).toEqual([wrong, 400]);
  }
  const outsiders = ['official', 'gate', 'seller', 'stranger', 'nobody'];
  for (const who of outsiders) expect((await post(who, path, wanted)).status).not.toBe(201);
  expect(jobs.added).toEqual([]);
  const asked = await post('organizer', path, wanted).expect(201);
  expect(jobs.added).toEqual([{ fairId: fair.fairId, suggestionId: id }]);
  for (const who of outsiders) {
    for (const at of ['', `/${id}`, `/${id}/instance`, `/${id}/plan`]) {
      expect((await get(who, path + at)).status).not.toBe(200);
    }
    expect((await post(who, `${path}/${id}/stop`)).status).not.toBe(200);
  }
  expect((await get('organizer', path)).body).toEqual([asked.body]);
  expect((await get('organizer', `${path}/${id}`)).body).toMatchObject(asked.body as object);
  const { headers, body, text } = await request(app.getHttpServer())
    .get(`${path}/${id}/instance`)
    .set('Cookie', cookies.organizer ?? '')
    .expect(200);
  expect(headers['content-disposition']).toBe(
    `attachment; filename="phien-${fair.code}-${id}-instance.json"`,
  );
  const { instanceHash } = asked.body as { instanceHash: string };
  expect(createHash('sha256').update(text).digest('hex')).toBe(instanceHash);
  expect(readInstance(body).weights.corner).toBe(30);
  expect((await get('organizer', `${path}/${id}/plan`)).status).not.toBe(200);
  await post('organizer', `${path}/${id}/stop`).expect(200);
});

it('names places and countries in both languages', async () => {
  const { body } = await get<{ origin: string; placeNameVi: string; placeNameEn: string }[]>(
    'organizer',
    `/fairs/${fair.fairId}/exhibitors`,
  );
  const places = body.map(({ placeNameVi, placeNameEn }) => [placeNameVi, placeNameEn]);
  expect(places).toContainEqual(['Phường Hồng Gai', 'Hong Gai Ward']);
  expect(places).toContainEqual(['Tỉnh Cao Bằng', 'Cao Bang Province']);
  expect(places).toContainEqual(['Thái Lan', 'Thailand']);
});

it('opens a whole fair for whoever may, and makes them its organizer', async () => {
  const wanted = {
    template: 'ocop-160',
    code: `mo-${newId()}`,
    nameVi: 'Hội chợ mới',
    nameEn: 'New fair',
    startsOn: '2026-02-06',
    days: 6,
  };
  const post = (who: string, body: object) =>
    request(app.getHttpServer())
      .post('/fairs')
      .set('Cookie', cookies[who] ?? '')
      .send(body);

  const opened = await post('organizer', wanted).expect(201);
  const { id } = opened.body as { id: string };
  expect(opened.body).toMatchObject({
    isDemo: true,
    firstDay: '2026-02-06',
    lastDay: '2026-02-11',
  });
  const path = `/fairs/${id}`;
  expect((await get<object[]>('organizer', `${path}/booths`)).body).toHaveLength(160);
  expect((await get<object[]>('organizer', `${path}/exhibitors`)).body).toHaveLength(150);
  expect((await get('official', path)).status).not.toBe(200);

  expect((await post('organizer', wanted)).status).not.toBe(201);
  expect((await post('official', { ...wanted, code: 'khac' })).status).not.toBe(201);
  await post('organizer', { ...wanted, code: 'Không hợp lệ' }).expect(400);
  await post('organizer', { ...wanted, code: 'khac', days: 0 }).expect(400);
});

it('lets organizers alone give booths', async () => {
  const wanted = {
    id: newId(),
    boothId: fair.booths[0]?.id,
    exhibitorId: fair.exhibitors[1]?.id,
    share: 'whole',
  };
  const post = (who: string) =>
    request(app.getHttpServer())
      .post(`/fairs/${fair.fairId}/allocations`)
      .set('Cookie', cookies[who] ?? '')
      .send(wanted);
  await database.dataSource.query(
    `UPDATE allocation SET freed_at = $1 WHERE fair_id = $2 AND booth_id = $3`,
    [new Date(), fair.fairId, wanted.boothId],
  );
  for (const who of ['official', 'gate', 'seller', 'stranger', 'nobody']) {
    expect((await post(who)).status).not.toBe(201);
  }
  const given = await post('organizer').expect(201);
  expect(given.body).toMatchObject({ id: wanted.id, boothCode: 'A01', sixths: [0, 1, 2, 3, 4, 5] });
});

it('shows organizers who did what, and lets them alone change the plan', async () => {
  const path = `/fairs/${fair.fairId}`;
  const call = (who: string, verb: 'post' | 'delete', at: string, body?: object) => {
    const door = request(app.getHttpServer());
    return door[verb](`${path}/${at}`)
      .set('Cookie', cookies[who] ?? '')
      .send(body);
  };
  const allocationId = fair.allocations[2]?.id ?? '';
  for (const who of ['official', 'gate', 'seller', 'stranger', 'nobody']) {
    expect((await call(who, 'delete', `allocations/${allocationId}`)).status).not.toBe(200);
    expect((await get(who, `${path}/audit`)).status).not.toBe(200);
    expect((await get(who, `${path}/allocations/steps`)).status).not.toBe(200);
    expect((await get(who, `${path}/allocations/without-booth`)).status).not.toBe(200);
  }
  const freed = await call('organizer', 'delete', `allocations/${allocationId}`).expect(200);
  const { stepId } = freed.body as { stepId: string };
  const page = await get<{ entries: { id: string; action: string; accountName: string }[] }>(
    'organizer',
    `${path}/audit?limit=1`,
  );
  expect(page.body).toMatchObject({
    entries: [{ id: stepId, action: 'booth_freed', accountName: 'organizer' }],
    next: stepId,
  });
  const before = await get<{ entries: { id: string }[] }>(
    'organizer',
    `${path}/audit?before=${stepId}`,
  );
  expect(before.body.entries.map(({ id }) => id)).not.toContain(stepId);
  const about = await get<{ entries: { id: string }[] }>(
    'organizer',
    `${path}/audit?about=${fair.booths[2]?.id}&action=booth_freed`,
  );
  expect(about.body.entries.map(({ id }) => id)).toEqual([stepId]);
  expect((await get('organizer', `${path}/audit?limit=0`)).status).toBe(400);

  const exhibitorId = fair.exhibitors[2]?.id;
  const choices = await get<{ boothCode: string; fits: boolean }[]>(
    'organizer',
    `${path}/allocations/choices?exhibitorId=${exhibitorId}&share=half`,
  );
  expect(choices.body.filter(({ fits }) => fits).map(({ boothCode }) => boothCode)).toEqual([
    'B01',
  ]);
  const check = await get<{ fits: boolean }>(
    'organizer',
    `${path}/allocations/check?exhibitorId=${exhibitorId}&boothId=${fair.booths[2]?.id}`,
  );
  expect(check.body).toMatchObject({ fits: true, findings: [] });
  await call('organizer', 'post', `allocations/steps/${stepId}/undo`, { id: newId() }).expect(201);
  const booths = await get<{ holders: { name: string; allocationId: string }[] }[]>(
    'organizer',
    `${path}/booths`,
  );
  expect(booths.body[2]?.holders).toMatchObject([{ name: 'Đơn vị kiểm thử B01' }]);
});

it('shows a stranger no fair', async () => {
  expect((await get<object[]>('stranger', '/fairs')).body).toEqual([]);
  expect((await get('stranger', `/fairs/${fair.fairId}/booths`)).status).not.toBe(200);
  expect(await database.dataSource.getRepository(Account).countBy({ login: 'stranger@demo' })).toBe(
    1,
  );
});

it.each([
  ['exhibitors', { name: '  ', kind: 'farm', paysVat: true, placeSet: '63', placeCode: '22' }],
  ['delegations', { nameVi: ' ', nameEn: 'Hạ Long' }],
  ['delegations', { nameVi: 'Hạ Long', nameEn: '\u00a0' }],
])('takes no blank name: %s %j', async (what, body) => {
  const { status } = await request(app.getHttpServer())
    .post(`/fairs/${fair.fairId}/${what}`)
    .set('Cookie', cookies.organizer ?? '')
    .send(body);
  expect(status).toBe(400);
});
