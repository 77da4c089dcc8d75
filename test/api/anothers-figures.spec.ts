import { FoldFacts } from '@phien/dashboard';
import { fairMoment, newId } from '@phien/kernel';
import type { SmallFair } from '@phien/planning';
import { declaringDoor, TestTill } from '@phien/sales';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { projectFolder } from '../../tools/machine/project-folder';
import { OpenDoor, type HeldRole } from './open-door';

const { paths } = JSON.parse(
  readFileSync(join(projectFolder, 'apps/api/openapi.json'), 'utf8'),
) as { paths: Record<string, Record<string, unknown>> };
const routes = Object.entries(paths).flatMap(([path, verbs]) =>
  Object.keys(verbs).map((verb) => ({ verb, path })),
);

/* Amounts that nothing else at the fair comes to: only this exhibitor took money. */
const SOLD_VND = 7_654_321;
const DECLARED_VND = 8_765_433;
const FLOAT_VND = 611_227;
const tellTale = [SOLD_VND, DECLARED_VND, SOLD_VND + DECLARED_VND, FLOAT_VND, 7_000_000, 16_000_000]
  .flatMap((vnd) => [String(vnd), vnd.toLocaleString('vi-VN'), vnd.toLocaleString('en-GB')])
  .map((amount) => new RegExp(`(?<!\\d)${amount}(?!\\d)`));

let door: OpenDoor;
let fair: SmallFair;
let ids: Record<string, string>;
const cookies: Record<string, string | undefined> = {};

beforeAll(async () => {
  door = await OpenDoor.open();
  const now = new Date();
  const { day } = fairMoment(now, 'Asia/Ho_Chi_Minh', 0);
  fair = await door.makeFair({ days: [day] });
  const elsewhere = await door.makeFair();
  const { fairId } = fair;
  const [owner, , , neighbour] = fair.exhibitors;
  const booth = fair.booths.find(({ id }) => id === owner!.boothId)!;
  const place = { fairId, exhibitorId: owner!.id, boothId: booth.id };

  const till = await TestTill.enrol(
    door.source.manager,
    { ...place, boothCode: booth.code, zoneId: booth.zoneId },
    { at: new Date(now.getTime() - 3_600_000) },
  );
  till.setClock(now).openShift(FLOAT_VND);
  till.sell(SOLD_VND);
  const sent = await door
    .ask()
    .post(`/api/fairs/${fairId}/registers/${till.registerId}/documents`)
    .send(await till.request());
  expect(JSON.stringify(sent.body)).toContain('"booked"');
  await declaringDoor(door.source, now).declare(place, DECLARED_VND, { day });
  await door.app.get(FoldFacts, { strict: false }).run(fairId);

  const otherZone = fair.zones.find(({ id }) => id !== booth.zoneId)!;
  const held: Record<string, HeldRole[]> = {
    owner: [{ fairId, role: 'exhibitor', exhibitorId: owner!.id }],
    organizer: [{ fairId, role: 'organizer' }],
    'an exhibitor of another booth': [{ fairId, role: 'exhibitor', exhibitorId: neighbour!.id }],
    'zone staff of another zone': [{ fairId, role: 'zone_staff', zoneIds: [otherZone.id] }],
    'gate staff': [{ fairId, role: 'gate' }],
    'an organizer and exhibitor of another fair': [
      { fairId: elsewhere.fairId, role: 'organizer' },
      { fairId: elsewhere.fairId, role: 'exhibitor', exhibitorId: elsewhere.exhibitors[0]!.id },
    ],
  };
  let accountId = '';
  for (const [who, roles] of Object.entries(held)) {
    const account = await door.makeAccount(...roles);
    if (who === 'owner') ({ accountId } = account);
    cookies[who] = await door.signIn(account.login);
  }
  const asOrganizer = (verb: 'post' | 'put', path: string, body: object) =>
    door.ask()[verb](`/api/fairs/${fairId}${path}`).set('Cookie', cookies.organizer!).send(body);
  await asOrganizer('post', `/days/${day}/closings`, { reason: 'thử' }).expect(201);
  const statement = await asOrganizer('post', '/papers', {
    kind: 'statement',
    exhibitorId: owner!.id,
    day,
    language: 'vi',
  }).expect(202);
  /* The public sees what it may: of one booth that is nothing. */
  await asOrganizer('put', '/publication', {
    isPublished: true,
    showsVisits: true,
    showsRevenue: true,
    showsBooths: true,
    visitsStep: 10,
    revenueStepVnd: 1_000_000,
    delayMinutes: null,
  }).expect(200);
  const [link] = await door.source.query<{ id: string }[]>(
    `SELECT id FROM declare_link WHERE fair_id = $1`,
    [fairId],
  );
  const [allocation] = fair.allocations;
  ids = {
    fairId,
    fairCode: fair.code,
    exhibitorId: owner!.id,
    boothId: booth.id,
    boothCode: booth.code,
    zoneCode: fair.zones.find(({ id }) => id === booth.zoneId)!.code,
    registerId: till.registerId,
    epoch: '1',
    productId: fair.products[0]!.id,
    allocationId: allocation!.id,
    accountId,
    linkId: link!.id,
    day,
    revision: '1',
    role: 'exhibitor',
    paperId: (statement.body as { id: string }).id,
    code: 'ocop-qn-2019-summer',
    file: 'end_of_day.vi.pdf',
  };
});
afterAll(() => door.close());

const isAskable = ({ verb, path }: { verb: string; path: string }) =>
  !(verb === 'delete' && /^\/api\/(session|account\/sessions)$/.test(path));

/** Asks a route with the other's own ids; answers its status, and whether its body tells of the other. */
async function ask({ verb, path }: { verb: string; path: string }, cookie: string | undefined) {
  /* Whoever holds a slip may see it: its id is the secret, and nobody else has it. */
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? newId());
  const question = door.ask()[verb as 'get' | 'post' | 'put' | 'patch' | 'delete'](filled);
  if (cookie !== undefined) void question.set('Cookie', cookie);
  if (['post', 'put', 'patch'].includes(verb)) void question.send({});
  const { status, text } = await question;
  return { status, isTold: tellTale.some((amount) => amount.test(text ?? '')) };
}

async function told(who: string, asked: typeof routes): Promise<string[]> {
  const leaks: string[] = [];
  for (const route of asked) {
    const { status, isTold } = await ask(route, cookies[who]);
    if (isTold || status >= 500) leaks.push(`${status} ${route.verb} ${route.path}`);
  }
  return leaks;
}

it('tells the organizer and the exhibitor themselves, so the look sees what it looks for', async () => {
  const reading = routes.filter(({ verb }) => verb === 'get');
  expect(await told('organizer', reading)).toEqual(
    expect.arrayContaining([
      '200 get /api/fairs/{fairId}/board',
      '200 get /api/fairs/{fairId}/board/booths',
      '200 get /api/fairs/{fairId}/board/booths/{boothCode}',
      '200 get /api/fairs/{fairId}/board/splits',
      '200 get /api/fairs/{fairId}/board/zones/{zoneCode}',
      '200 get /api/fairs/{fairId}/days',
      '200 get /api/fairs/{fairId}/days/{day}/preview',
      '200 get /api/fairs/{fairId}/days/{day}/closings',
      '200 get /api/fairs/{fairId}/declared',
      '200 get /api/fairs/{fairId}/exhibitors/{exhibitorId}/figures',
    ]),
  );
  expect(await told('owner', reading)).toEqual([
    '200 get /api/fairs/{fairId}/registers',
    '200 get /api/fairs/{fairId}/exhibitors/{exhibitorId}/figures',
  ]);
});

const others = [
  'an exhibitor of another booth',
  'zone staff of another zone',
  'gate staff',
  'an organizer and exhibitor of another fair',
  'nobody',
];

it.each(others)('tells %s nothing of it by any route', async (who) => {
  expect(await told(who, routes.filter(isAskable))).toEqual([]);
});

it.each([
  ['/board', 403, 'role_missing'],
  ['/board/booths', 403, 'role_missing'],
  ['/board/splits', 403, 'role_missing'],
  ['/board/steps', 403, 'role_missing'],
  ['/board/booths/{boothCode}', 403, 'role_missing'],
  ['/board/zones/{zoneCode}', 403, 'role_missing'],
  ['/booths/{boothId}/work', 403, 'role_missing'],
  ['/days', 403, 'role_missing'],
  ['/days/{day}/preview', 403, 'role_missing'],
  ['/days/{day}/closings', 403, 'role_missing'],
  ['/reports', 403, 'role_missing'],
  ['/final-report', 403, 'role_missing'],
  ['/papers/{paperId}/vi.pdf', 404, 'paper_not_found'],
  ['/archives', 403, 'role_missing'],
  ['/archives/1', 403, 'role_missing'],
  ['/reports/{day}/{revision}/{file}', 403, 'role_missing'],
  ['/comparison?base=ocop-qn-2019-summer', 403, 'role_missing'],
  ['/past-fairs', 403, 'role_missing'],
  ['/declared', 403, 'role_missing'],
  ['/tills', 403, 'role_missing'],
  ['/visits', 403, 'role_missing'],
  ['/calibration', 403, 'role_missing'],
  ['/publication', 403, 'role_missing'],
  ['/exhibitors/{exhibitorId}/figures', 404, 'exhibitor_not_found'],
  ['/exhibitors/{exhibitorId}/payment-account', 404, 'exhibitor_not_found'],
])('refuses an exhibitor of another booth %s with its code', async (path, status, code) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!);
  const answer = await door
    .ask()
    .get(`/api/fairs/${ids.fairId}${filled}`)
    .set('Cookie', cookies['an exhibitor of another booth']!);
  expect([answer.status, (answer.body as { code?: string }).code]).toEqual([status, code]);
});

it('refuses an exhibitor the board and the plan of its own fair on a socket, and says nothing there', async () => {
  const socket = io(`http://127.0.0.1:${door.port}/board`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { Cookie: cookies['an exhibitor of another booth']! },
  });
  const heard: string[] = [];
  socket.onAny((event: string) => heard.push(event));
  const watch = (wanted: object) => socket.timeout(60_000).emitWithAck('watch', wanted) as unknown;
  try {
    for (const topic of [undefined, 'board', 'plan', `${ids.fairId}:money`]) {
      expect(await watch({ fairId: ids.fairId, topic })).toEqual({
        ok: false,
        code: 'role_missing',
      });
    }
    await door.app.get(FoldFacts, { strict: false }).run(ids.fairId!);
    expect(heard).toEqual([]);
  } finally {
    socket.disconnect();
  }
});
