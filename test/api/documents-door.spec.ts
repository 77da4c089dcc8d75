import { newId } from '@phien/kernel';
import type { SmallFair } from '@phien/planning';
import { DocumentGatherer, TestTill } from '@phien/sales';
import { lockExclusive } from '@phien/store';
import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { OpenDoor } from './open-door';

let door: OpenDoor;
let fair: SmallFair;

beforeAll(async () => {
  door = await OpenDoor.open();
  fair = await door.makeFair();
});
afterAll(() => door.close());

interface Heard {
  status: number;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
}

interface Knock {
  body?: string | Buffer;
  headers?: OutgoingHttpHeaders;
  method?: string;
}

async function knock(path: string, { body = '', headers = {}, method = 'POST' }: Knock = {}) {
  const length =
    'Transfer-Encoding' in headers ? {} : { 'Content-Length': Buffer.byteLength(body) };
  const asked = request({
    port: door.port,
    host: '127.0.0.1',
    path,
    method,
    headers: { 'Content-Type': 'application/json', ...length, ...headers },
  });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: JSON.parse(text),
  } as Heard;
}

async function enrol(): Promise<TestTill> {
  const [exhibitor] = fair.exhibitors;
  const booth = fair.booths.find(({ id }) => id === exhibitor!.boothId)!;
  return TestTill.enrol(door.source.manager, {
    fairId: fair.fairId,
    exhibitorId: exhibitor!.id,
    boothId: booth.id,
    boothCode: booth.code,
    zoneId: booth.zoneId,
  });
}

const pathOf = ({ place, registerId }: TestTill) =>
  `/api/fairs/${place.fairId}/registers/${registerId}/documents`;

/* Only what answers before Express leaves out its ETag, and only where there was something to say. */
const isByExpress = ({ headers }: Heard) => 'etag' in headers;

/* What two answers to one question differ in, whoever gives them. */
function alike({ status, headers, body }: Heard) {
  const { date: _, etag: __, 'content-length': ___, ...kept } = headers;
  const { instance, serverTime, ...said } = body;
  const path = typeof instance === 'string' ? instance.replace(/\/$/, '') : undefined;
  return { status, headers: kept, said, path, hasTime: typeof serverTime === 'string' };
}

it('takes what tills send before Express does, and stores it', async () => {
  const till = await enrol();
  till.sell(50_000);
  const heard = await knock(pathOf(till), { body: JSON.stringify(await till.request()) });
  expect(heard).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'private, no-cache', 'x-frame-options': 'DENY' },
    body: { results: [{ link: 'stored', booking: 'booked' }], head: { sequence: 1 } },
  });
  expect(heard.headers['content-security-policy']).toContain(`ws://127.0.0.1:${door.port}`);
  expect(isByExpress(heard)).toBe(false);
});

describe('answers every request as the declared route does', () => {
  let till: TestTill;
  let good: Awaited<ReturnType<TestTill['request']>>;

  beforeAll(async () => {
    till = await enrol();
    till.sell(50_000);
    good = await till.request();
    await knock(pathOf(till), { body: JSON.stringify(good) });
  });

  const own = () => `http://127.0.0.1:${door.port}`;
  const said = (change: object) => JSON.stringify({ ...good, ...change });

  const table: [string, number, string | undefined, () => Knock][] = [
    ['a delivery', 200, undefined, () => ({ body: said({}) })],
    ['of a page of ours', 200, undefined, () => ({ body: said({}), headers: { Origin: own() } })],
    [
      'with its charset',
      200,
      undefined,
      () => ({ body: said({}), headers: { 'Content-Type': 'application/json; charset=utf-8' } }),
    ],
    [
      'in chunks of no told length',
      200,
      undefined,
      () => ({
        body: said({}),
        headers: { 'Transfer-Encoding': 'chunked' },
      }),
    ],
    [
      'compressed',
      200,
      undefined,
      () => {
        const body = gzipSync(said({}));
        return { body, headers: { 'Content-Encoding': 'gzip' } };
      },
    ],
    ['no JSON', 400, 'request_malformed', () => ({ body: '{"documents":' })],
    ['a text alone', 400, 'request_malformed', () => ({ body: '"x"' })],
    ['null', 400, 'request_malformed', () => ({ body: 'null' })],
    ['a list', 400, 'delivery_invalid', () => ({ body: '[]' })],
    ['endless lists', 400, 'request_malformed', () => ({ body: '['.repeat(100_000) })],
    [
      'deep lists',
      400,
      'delivery_invalid',
      () => ({ body: '['.repeat(100_000) + ']'.repeat(100_000) }),
    ],
    ['nothing', 400, 'delivery_invalid', () => ({})],
    ['another field', 400, 'delivery_invalid', () => ({ body: said({ more: 1 }) })],
    [
      'a document that tells no place',
      400,
      'document_unreadable',
      () => ({ body: said({ documents: ['{"id":1}'] }) }),
    ],
    [
      'a document with a NUL',
      400,
      'document_unreadable',
      () => ({ body: said({ documents: ['{"id":"\u0000"}'] }) }),
    ],
    [
      'another epoch',
      404,
      'register_unknown',
      () => ({ body: said({ head: { ...good.head, epoch: 9 } }) }),
    ],
    [
      'the head of another document',
      400,
      'head_differs',
      () => ({ body: said({ head: { ...good.head, sequence: 2 } }) }),
    ],
    [
      'a signature of somebody else',
      401,
      'signature_invalid',
      () => ({ body: said({ signature: Buffer.alloc(64, 7).toString('base64') }) }),
    ],
    ['more than 1 MiB', 413, 'body_too_large', () => ({ body: 'x'.repeat(1_048_577) })],
    ['just 1 MiB', 400, 'request_malformed', () => ({ body: 'x'.repeat(1_048_576) })],
    [
      'a form',
      400,
      'body_not_json',
      () => ({ body: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    ],
    [
      'a page elsewhere',
      403,
      'foreign_origin',
      () => ({ body: said({}), headers: { Origin: 'https://elsewhere.example' } }),
    ],
    ['a question', 404, 'route_not_found', () => ({ method: 'GET' })],
    [
      'somebody who reads English',
      400,
      'request_malformed',
      () => ({ body: '{', headers: { 'Accept-Language': 'en-GB,en;q=0.9' } }),
    ],
  ];

  it.each(table)('%s: %d %s', async (_, status, code, ask) => {
    const asked = ask();
    const [here, declared] = [
      await knock(pathOf(till), asked),
      await knock(`${pathOf(till)}/`, asked),
    ];
    expect([here.status, here.body.code]).toEqual([status, code]);
    expect(isByExpress(declared)).toBe(true);
    expect(alike(here)).toEqual(alike(declared));
  });
});

it('knows no register by an id that is none, and leaves other routes alone', async () => {
  const body = JSON.stringify({ documents: [], head: {}, signature: '' });
  const at = (id: string) => knock(`/api/fairs/${fair.fairId}/registers/${id}/documents`, { body });
  expect((await at(newId().toUpperCase())).body.code).toBe('delivery_invalid');
  const { status } = await door.ask().get('/api/health');
  expect(status).toBe(200);
});

it('asks to come again while the database is away, and loses nothing', async () => {
  const till = await enrol();
  till.sell(50_000);
  const known = JSON.stringify(await till.request());
  await knock(pathOf(till), { body: known });
  till.sell(60_000);
  const body = JSON.stringify(await till.request());
  door.cutDatabase();
  const away = await knock(pathOf(till), { body });
  expect([away.status, away.body.code, away.headers['retry-after']]).toEqual([
    503,
    'database_away',
    '1',
  ]);
  expect(away.body.incident).toMatch(/^[0-9a-f]{12}$/);
  door.joinDatabase();
  let heard = await knock(pathOf(till), { body });
  while (heard.status === 503) heard = await knock(pathOf(till), { body });
  expect(heard.body).toMatchObject({ results: [{ link: 'stored' }], head: { sequence: 2 } });
});

it('goes on after a till went away in the middle', async () => {
  const till = await enrol();
  till.sell(50_000);
  const body = JSON.stringify(await till.request());
  const gone = request({
    port: door.port,
    host: '127.0.0.1',
    path: pathOf(till),
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': body.length + 1 },
  });
  gone.on('error', () => undefined);
  gone.write(body);
  await once(gone, 'socket');
  gone.destroy();
  expect((await knock(pathOf(till), { body })).body).toMatchObject({
    results: [{ link: 'stored' }],
  });
});

describe('a crowd that comes back at once', () => {
  const DAY = '2025-10-28';
  const TILLS = 60;
  const EACH = 50;
  let gatherer: DocumentGatherer;
  let whole: DocumentGatherer['mostWaiting'];

  beforeAll(() => {
    gatherer = door.app.get(DocumentGatherer, { strict: false });
    whole = gatherer.mostWaiting;
  });
  afterEach(() => {
    gatherer.mostWaiting = whole;
    jest.restoreAllMocks();
  });

  /* As a closing does while it freezes: until it is let go, nothing of that day is written. */
  async function holdDay(): Promise<() => Promise<void>> {
    const runner = door.source.createQueryRunner();
    await runner.startTransaction();
    await lockExclusive(runner.manager, 'day', fair.fairId, DAY);
    return async () => {
      await runner.commitTransaction();
      await runner.release();
    };
  }

  async function queued() {
    const till = await enrol();
    for (let n = 0; n < EACH; n++) till.sell(10_000 + n);
    return {
      registerId: till.registerId,
      path: pathOf(till),
      body: JSON.stringify(await till.request()),
    };
  }

  const stored = async () => {
    const [row]: { links: number; documents: number; aside: number }[] = await door.source.query(
      `SELECT (SELECT count(*)::integer FROM link WHERE fair_id = $1) AS links,
              (SELECT count(*)::integer FROM document WHERE fair_id = $1) AS documents,
              (SELECT count(*)::integer FROM set_aside WHERE fair_id = $1) AS aside`,
      [fair.fairId],
    );
    return row!;
  };

  it('is told to come again beyond what may wait, and loses nothing', async () => {
    const before = await stored();
    const crowd: Awaited<ReturnType<typeof queued>>[] = [];
    for (let n = 0; n < TILLS; n++) crowd.push(await queued());
    gatherer.mostWaiting = { documents: 1_000, bytes: 10_000_000 };
    const letGo = await holdDay();

    /* Two are under way and held, twenty wait, the others find no room. */
    const others = TILLS - 2 - 1_000 / EACH;
    const refused: (typeof crowd)[number][] = [];
    const known = new Set<string>();
    let allKnown = () => {};
    const everyone = new Promise<void>((resolve) => (allKnown = resolve));
    const know = (registerId: string) => {
      if (known.add(registerId).size === TILLS) allKnown();
    };
    const deliver = gatherer.deliver.bind(gatherer);
    jest.spyOn(gatherer, 'deliver').mockImplementation((delivery) => {
      know(delivery.registerId);
      return deliver(delivery);
    });
    const first = crowd.map(async (one) => {
      const heard = await knock(one.path, one);
      if (heard.status === 503) {
        refused.push(one);
        know(one.registerId);
      }
      return heard;
    });
    await everyone;
    await letGo();
    const heard = await Promise.all(first);
    const busy = heard.filter(({ status }) => status !== 200);
    expect(busy.map(({ status, body }) => [status, body.code])).toEqual(
      Array(others).fill([503, 'ledger_busy']),
    );
    expect(new Set(busy.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['1']));

    gatherer.mostWaiting = whole;
    const again = await Promise.all(refused.map((one) => knock(one.path, one)));
    const results = [...heard, ...again].flatMap(
      ({ body }) => (body.results ?? []) as { link: string; booking: string }[],
    );
    expect(results.map(({ link, booking }) => `${link} ${booking}`)).toEqual(
      Array(TILLS * EACH).fill('stored booked'),
    );
    const after = await stored();
    expect([after.links - before.links, after.documents - before.documents, after.aside]).toEqual([
      TILLS * EACH,
      TILLS * EACH,
      before.aside,
    ]);
  });

  it('is bounded by what it weighs, too', async () => {
    const one = await queued();
    gatherer.mostWaiting = { documents: 10_000, bytes: one.body.length >> 1 };
    expect((await knock(one.path, one)).body.code).toBe('ledger_busy');
    gatherer.mostWaiting = { documents: 10_000, bytes: one.body.length };
    expect((await knock(one.path, one)).status).toBe(200);
  });
});
