import { newId } from '@phien/kernel';
import { makeTestDatabase } from '@phien/store';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { io } from 'socket.io-client';
import { doorMain } from '../../tools/bundle/door-bundle';
import { doorFlags } from '../../tools/machine/door-flags';

let database: Awaited<ReturnType<typeof makeTestDatabase>>;
const started: ChildProcess[] = [];

beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(async () => {
  for (const api of started) api.kill('SIGKILL');
  await database.drop();
});

function launch(settings: NodeJS.ProcessEnv) {
  const { REDIS_URL: _, PHIEN_CLOCK: __, NODE_ENV: ___, ...inherited } = process.env;
  const api = fork(doorMain('api'), {
    env: { ...inherited, HOST: '127.0.0.1', DATABASE_URL: database.url, ...settings },
    execArgv: doorFlags,
    silent: true,
  });
  started.push(api);
  const said = { out: '', complaint: '' };
  api.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  api.stderr?.on('data', (chunk: Buffer) => (said.complaint += chunk.toString()));
  const ended = once(api, 'close').then(([code]) => code as number | null);
  return { api, said, ended };
}

async function listening(
  settings: NodeJS.ProcessEnv = {},
): Promise<ReturnType<typeof launch> & { port: number }> {
  const launched = launch({ PORT: '0', ...settings });
  const [message] = (await once(launched.api, 'message')) as [{ ready: boolean; port: number }];
  expect(message.ready).toBe(true);
  return { ...launched, port: message.port };
}

it('ends with one clear sentence when it cannot start', async () => {
  const { api, port } = await listening();
  const second = launch({ PORT: String(port) });
  expect(await second.ended).toBe(1);
  expect(second.said).toEqual({
    out: '',
    complaint: `The api did not start: Port ${port} on 127.0.0.1 is taken: stop the program that uses it, or set PORT to another.\n`,
  });
  api.kill('SIGTERM');

  const lost = launch({ DATABASE_URL: '', PORT: '0' });
  expect(await lost.ended).toBe(1);
  expect(lost.said.complaint).toMatch(/^The api did not start: DATABASE_URL is not set.*\n$/);

  const moved = { NODE_ENV: 'production', PHIEN_CLOCK: '2025-11-01T19:00:00+07:00@60', PORT: '0' };
  const untimely = launch(moved);
  expect(await untimely.ended).toBe(1);
  expect(untimely.said.complaint).toMatch(/^The api did not start: PHIEN_CLOCK is set.*\n$/);
});

it('ends when its parent is gone, though connections stay open, for longer than a proxy rests', async () => {
  const { api, port } = await listening();
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`);
  expect(answer.headers.get('keep-alive')).toBe('timeout=150');
  /* Of a child that was let go by its parent Node tells the exit, and no close. */
  const ended = once(api, 'exit').then(([code]) => code as number | null);
  const socket = io(`http://127.0.0.1:${port}/board`, { transports: ['websocket'] });
  await new Promise((resolve) => socket.once('connect_error', resolve));
  api.disconnect();
  expect(await ended).toBe(0);
  socket.disconnect();
});

const documents = `/api/fairs/${newId()}/registers/${newId()}/documents`;
const delivery = {
  documents: ['{}'],
  head: { epoch: 1, sequence: 1, hash: 'ab'.repeat(32) },
  signature: 'c2lnbmVk',
};

it.each([
  ['/api/session', { login: 'nobody', password: 'x' }, 401],
  [documents, delivery, 404],
])(
  'answers what it has begun before it ends, and begins nothing new: %s',
  async (path, said, status) => {
    const { api, ended, port } = await listening();
    const body = JSON.stringify(said);
    const begun = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': body.length,
        Expect: '100-continue',
      },
    });
    begun.flushHeaders();
    await once(begun, 'continue');
    api.kill('SIGTERM');
    await refused(port);
    begun.end(body);
    const [answer] = (await once(begun, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(status);
    expect(await ended).toBe(0);
  },
);

it('writes a line for every answer when it is asked to, without what was asked for', async () => {
  const { api, said, ended, port } = await listening({ PHIEN_LOG: 'info' });
  const post = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(delivery),
    });
  for (const path of [documents, '/api/session?name=Lan']) await (await post(path)).arrayBuffer();
  api.kill('SIGTERM');
  await ended;
  const lines = said.out
    .split('\n')
    .map((line) => line.replace(/^\S+ /, '').replace(/\d+ ms$/, ''));
  expect(lines).toEqual(
    expect.arrayContaining([`info POST ${documents} 404 `, 'info POST /api/session 400 ']),
  );
});

/** Waits until nobody takes a new connection. */
async function refused(port: number): Promise<void> {
  for (;;) {
    const isRefused = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      () => false,
      () => true,
    );
    if (isRefused) return;
  }
}
