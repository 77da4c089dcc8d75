import { OpenDoor, PASSWORD } from './open-door';

let door: OpenDoor;

beforeAll(async () => {
  door = await OpenDoor.open();
});
afterAll(() => door.close());

const post = (path: string) => door.ask().post(path).set('Content-Type', 'application/json');

describe('an answer that is not what was asked for is a problem in both languages', () => {
  it('under /api, whatever was wrong', async () => {
    const answers = await Promise.all([
      door.ask().get('/api/nothing-here'),
      door.ask().get('/api/%ff'),
      post('/api/session').send('{"login":'),
      post('/api/session').send('[]'),
      post('/api/session').send('"x"'),
      post('/api/session').send(`{"login":"${'x'.repeat(1_100_000)}"}`),
      post('/api/session').send('['.repeat(100_000)),
      post('/api/session').send({ login: 'lan', password: 'x', role: 'organizer' }),
      post('/api/session').send({ login: 'l\u0000an', password: 'x' }),
      door.ask().post('/api/session').type('form').send({ login: 'lan', password: 'x' }),
      door.ask().put('/api/session').send({}),
    ]);
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [404, 'route_not_found'],
      [400, 'request_malformed'],
      [400, 'request_malformed'],
      [400, 'input_invalid'],
      [400, 'request_malformed'],
      [413, 'body_too_large'],
      [400, 'request_malformed'],
      [400, 'input_invalid'],
      [400, 'text_not_storable'],
      [400, 'body_not_json'],
      [404, 'route_not_found'],
    ]);
    for (const { body, headers } of answers) {
      expect(headers['content-type']).toMatch('application/problem+json');
      expect(body).toMatchObject({ detailVi: expect.any(String), detailEn: expect.any(String) });
    }
  });

  it('names every wrong field', async () => {
    const { body } = await post('/api/session').send({ login: 7, role: 'organizer' });
    expect((body as { errors: { field: string; code: string }[] }).errors).toEqual([
      expect.objectContaining({ field: 'role', code: 'unknown_field' }),
      expect.objectContaining({ field: 'login', code: 'not_a_text' }),
      expect.objectContaining({ field: 'password', code: 'missing' }),
    ]);
  });

  it.each([
    [undefined, 'vi'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr', 'en'],
  ])('Accept-Language %s speaks %s', async (asked, spoken) => {
    const question = door.ask().get('/api/session');
    const { body, headers } = await (asked ? question.set('Accept-Language', asked) : question);
    const { detail, detailVi, detailEn } = body as Record<string, string>;
    expect(detail).toBe(spoken === 'vi' ? detailVi : detailEn);
    expect(headers['content-language']).toBe(spoken);
  });
});

describe('a session', () => {
  it('opens, is known, and ends at once', async () => {
    const { login, accountId } = await door.makeAccount();
    const opened = await post('/api/session').send({ login, password: PASSWORD });
    const [cookie = ''] = opened.headers['set-cookie'] as unknown as string[];
    expect(opened.body).toMatchObject({ accountId, login, grants: [] });
    expect(cookie).toMatch(
      /^phien=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
    );

    const session = cookie.split(';')[0] ?? '';
    const known = await door.ask().get('/api/session').set('Cookie', session);
    expect(known.body).toEqual(opened.body);

    const ended = await door.ask().delete('/api/session').set('Cookie', session);
    expect(ended.status).toBe(204);
    expect(ended.headers['set-cookie']?.[0]).toMatch(/^phien=; Max-Age=0/);
    const gone = await door.ask().get('/api/session').set('Cookie', session);
    expect([gone.status, (gone.body as { code: string }).code]).toEqual([401, 'not_signed_in']);
  });

  it('believes nobody who says that the request came over https', async () => {
    const { login } = await door.makeAccount();
    const opened = await post('/api/session')
      .set('X-Forwarded-Proto', 'https')
      .send({ login, password: PASSWORD });
    expect(opened.headers['set-cookie']?.[0]).toMatch(/^phien=/);
  });

  it('is not opened by a page elsewhere', async () => {
    const { login } = await door.makeAccount();
    const from = (origin: string) =>
      post('/api/session').set('Origin', origin).send({ login, password: PASSWORD });
    expect((await from('https://elsewhere.example')).status).toBe(403);
    expect((await from(`http://127.0.0.1:${door.port}`)).status).toBe(201);
  });
});

it('answers as if a fair of others did not exist', async () => {
  const { fairId } = await door.makeFair();
  const { login } = await door.makeAccount();
  const cookie = await door.signIn(login);
  const path = (id: string) => `/api/fairs/${id}/booths`;
  const missing = '00000000-0000-7000-8000-000000000000';
  const [foreign, none] = [
    await door.ask().get(path(fairId)).set('Cookie', cookie),
    await door.ask().get(path(missing)).set('Cookie', cookie),
  ];
  expect(foreign.status).toBe(404);
  expect({ ...(foreign.body as object), instance: path(missing) }).toEqual(none.body);
});

it('lets a person into the fair they were given this moment', async () => {
  const { fairId } = await door.makeFair();
  const { login, accountId } = await door.makeAccount();
  const cookie = await door.signIn(login);
  const look = () => door.ask().get(`/api/fairs/${fairId}`).set('Cookie', cookie);
  expect((await look()).status).toBe(404);
  await door.source.query(
    `INSERT INTO role_grant (fair_id, account_id, role, granted_at) VALUES ($1, $2, 'organizer', now())`,
    [fairId, accountId],
  );
  expect((await look()).status).toBe(200);
});

it('tells the state of the house, and 503 while the database is away', async () => {
  const look = () => door.ask().get('/api/health');
  const well = await look();
  expect([well.status, well.body]).toEqual([
    200,
    {
      status: 'ok',
      version: expect.any(String),
      database: 'ok',
      queue: 'ok',
      bus: 'ok',
      clock: { now: expect.any(String), speed: 1, isMoved: false },
      reconciliation: [],
    },
  ]);

  door.cutDatabase();
  const away = await look();
  expect([away.status, (away.body as { code: string }).code]).toEqual([503, 'database_away']);
  expect(away.headers['retry-after']).toBe('1');

  door.joinDatabase();
  expect((await look()).status).toBe(200);
  let state: unknown;
  while (state !== 'ok') state = ((await look()).body as { status: string }).status;
});

it('lets the page load nothing from elsewhere and nobody frame it', async () => {
  const { headers } = await door.ask().get('/api/health');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain(`default-src 'self'`);
  expect(policy).toContain(`script-src 'self';`);
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${door.port}`);
  expect(policy).toContain(`frame-ancestors 'none'`);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  expect(headers).not.toHaveProperty('x-powered-by');
  const till = await door.ask().get('/till/');
  expect(till.headers['content-security-policy']).toContain(
    `script-src 'self' 'wasm-unsafe-eval';`,
  );
  for (const other of ['/gate/', '/tillage', '/api/till/']) {
    const policyOf = (await door.ask().get(other)).headers['content-security-policy'];
    expect([other, policyOf]).toEqual([other, expect.not.stringContaining('wasm')]);
  }
  const odd = await door.ask().get('/api/health').set('Host', `evil.example; script-src *`);
  expect(odd.headers['content-security-policy'] ?? '').not.toContain('evil');
});

it('opens sockets for its own pages alone, and never by polling', async () => {
  const own = `http://127.0.0.1:${door.port}`;
  expect(await door.knockAtBoard({ Origin: 'https://elsewhere.example' })).toBe('closed');
  expect(await door.knockAtBoard({}, 'polling')).toBe('closed');
  expect(await door.knockAtBoard({ Origin: own })).toBe('not_signed_in');
});

it('believes no socket that says how it was called', async () => {
  const { login } = await door.makeAccount();
  const cookie = await door.signIn(login);
  const says = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'elsewhere.example' };
  const own = `http://127.0.0.1:${door.port}`;
  expect(await door.knockAtBoard({ ...says, Cookie: cookie, Origin: own })).toBe('open');
  const foreign = { ...says, Cookie: cookie, Origin: 'https://elsewhere.example' };
  expect(await door.knockAtBoard(foreign)).toBe('closed');
});

describe('a body that nothing could keep is refused before anything reads it', () => {
  const nested = (open: string, close: string, depth: number) =>
    `{"login":${open.repeat(depth)}1${close.repeat(depth)},"password":"x"}`;

  it.each([
    ['200,000 lists inside each other', nested('[', ']', 200_000), 'body_too_deep'],
    ['80,000 objects inside each other', nested('{"a":', '}', 80_000), 'body_too_deep'],
    ['half of an emoji', '{"login":"lan\\ud800","password":"x"}', 'text_not_storable'],
    ['a NUL', '{"login":"l\\u0000an","password":"x"}', 'text_not_storable'],
    ['a deep field nobody asked for', nested('[', ']', 65), 'body_too_deep'],
    ['a wrong shape that is not deep', nested('[', ']', 3), 'input_invalid'],
  ])('%s', async (_, body, code) => {
    const answer = await post('/api/session').send(body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, code]);
  });

  it('in every text, a fair’s name and the reason of a closing too', async () => {
    const { fairId } = await door.makeFair();
    const { accountId, login } = await door.makeAccount({ fairId, role: 'organizer' });
    await door.source.query('UPDATE account SET may_open_fairs = true WHERE id = $1', [accountId]);
    const cookie = await door.signIn(login);
    const say = async (path: string, body: string) => {
      const answer = await post(path).set('Cookie', cookie).send(body);
      return [answer.status, (answer.body as { code: string }).code];
    };
    const days = `/api/fairs/${fairId}/days/2025-11-19/closings`;
    expect(await say(days, '{"reason":"a\\ud800"}')).toEqual([400, 'text_not_storable']);
    expect(await say(days, '{"reason":"a\\u0007"}')).toEqual([400, 'input_invalid']);
    const fair =
      '{"template":"ocop-160","code":"thu-chu","nameVi":"a\\ud800","nameEn":"a","startsOn":"2025-11-19","days":1}';
    expect(await say('/api/fairs', fair)).toEqual([400, 'text_not_storable']);
  });
});
