import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { Client } from 'pg';
import { Redis } from 'ioredis';
import { makeTestDatabase } from '../testing/test-database';
import type { Bus } from './bus';
import { PostgresBus } from './postgres-bus';
import { RedisBus } from './redis-bus';

interface Backend {
  open(): Promise<Bus>;
  /** Breaks every connection of the bus, from the server's side. */
  cut(): Promise<void>;
  end(): Promise<void>;
}

async function onPostgres(): Promise<Backend> {
  const { url, drop } = await makeTestDatabase();
  return {
    open: () => Promise.resolve(new PostgresBus(url)),
    cut: async () => {
      const killer = new Client({ connectionString: url });
      await killer.connect();
      await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      await killer.end();
    },
    end: drop,
  };
}

function onRedis(): Promise<Backend> {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('TEST_REDIS_URL is not set: `npm test` starts a Redis and sets it.');
  return Promise.resolve({
    open: async () => {
      const bus = new RedisBus(url);
      await until(
        () => bus.isUp(),
        () => Promise.resolve(),
      );
      return bus;
    },
    cut: async () => {
      const killer = new Redis(url);
      await killer.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await killer.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      killer.disconnect();
    },
    end: () => Promise.resolve(),
  });
}

/** Resolves when `isTrue` is; asks again after each `again`. */
async function until(isTrue: () => boolean, again: () => Promise<unknown>): Promise<void> {
  const deadlineMs = Date.now() + 60_000;
  while (!isTrue()) {
    if (Date.now() > deadlineMs) throw new Error('it did not come to pass in 60 s');
    await again().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe.each([
  ['Postgres', onPostgres],
  ['Redis', onRedis],
])('the bus on %s', (_, start) => {
  let backend: Backend;
  let speaker: Bus;
  let hearer: Bus;
  /* Redis is shared by every spec that runs now; a channel of one's own keeps them apart. */
  const channel = `spec_${process.pid}_${Date.now()}`;

  beforeAll(async () => {
    backend = await start();
    speaker = await backend.open();
    hearer = await backend.open();
  });

  afterAll(async () => {
    await speaker.close();
    await hearer.close();
    await backend.end();
  });

  it('carries a word to every process, the speaker included, and not to other channels', async () => {
    const heard: unknown[] = [];
    const other: unknown[] = [];
    await hearer.subscribe(channel, (message) => heard.push(['hearer', message]));
    await speaker.subscribe(channel, (message) => heard.push(['speaker', message]));
    await hearer.subscribe(`${channel}_other`, (message) => other.push(message));
    await speaker.publish(channel, { fairId: 'của Quảng Ninh', version: 7 });
    await until(
      () => heard.length === 2,
      () => Promise.resolve(),
    );
    expect(heard).toHaveLength(2);
    expect(heard).toContainEqual(['hearer', { fairId: 'của Quảng Ninh', version: 7 }]);
    expect(heard).toContainEqual(['speaker', { fairId: 'của Quảng Ninh', version: 7 }]);
    expect(other).toEqual([]);
  });

  it('is silent to who has left', async () => {
    const heard: unknown[] = [];
    const stays: unknown[] = [];
    const leave = await hearer.subscribe(`${channel}_left`, (message) => heard.push(message));
    await leave();
    await hearer.subscribe(`${channel}_stays`, (message) => stays.push(message));
    await speaker.publish(`${channel}_left`, { n: 1 });
    await speaker.publish(`${channel}_stays`, { n: 2 });
    await until(
      () => stays.length === 1,
      () => Promise.resolve(),
    );
    expect(heard).toEqual([]);
  });

  it('comes back by itself after its connections are cut', async () => {
    const heard: unknown[] = [];
    await hearer.subscribe(`${channel}_cut`, (message) => heard.push(message));
    await backend.cut();
    await until(
      () => heard.length > 0,
      () => speaker.publish(`${channel}_cut`, { back: true }),
    );
    expect(heard[0]).toEqual({ back: true });
  });
});

describe('a Redis that is away', () => {
  /** A port that leads to the real Redis once it is opened. */
  async function shutDoor() {
    const { hostname, port } = new URL(process.env.TEST_REDIS_URL ?? '');
    const server: Server = createServer((socket) => {
      const onward = connect(Number(port), hostname);
      socket.on('error', () => onward.destroy()).pipe(onward);
      onward.on('error', () => socket.destroy()).pipe(socket);
    });
    const listen = (at: number) =>
      new Promise<void>((ready) => server.listen(at, '127.0.0.1', ready));
    await listen(0);
    const at = (server.address() as AddressInfo).port;
    await new Promise((closed) => server.close(closed));
    return { url: `redis://127.0.0.1:${at}`, open: () => listen(at), server };
  }

  it('keeps nobody waiting, and is heard when it comes', async () => {
    const door = await shutDoor();
    const bus = new RedisBus(door.url);
    const channel = `spec_away_${process.pid}_${Date.now()}`;
    const heard: unknown[] = [];
    await bus.subscribe(channel, (message) => heard.push(message));
    await expect(bus.publish(channel, { lost: true })).rejects.toThrow();
    expect(bus.isUp()).toBe(false);
    await door.open();
    await until(
      () => heard.length > 0,
      () => bus.publish(channel, { back: true }),
    );
    expect(heard[0]).toEqual({ back: true });
    await bus.close();
    door.server.close();
  });
});
