import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { FairServer } from '../fair-server';
import { Caller, eventually } from './caller';

interface File {
  revision: number;
  file: string;
  state: string;
  sha256: string | null;
}

/* Limits are against what hangs alone. */
const MINUTE = 60_000;
const KILLS = 10;

/**
 * The worker dies ten times, each time a little later in making the files of a revision, and a new
 * one takes over. Every revision must end with each of its files once, whole, and for ever the same.
 */
describe('a worker killed while it makes reports', () => {
  let server: FairServer;
  let organizer: Caller;
  let gate: Caller;
  const deviceId = randomUUID();
  let fair: { id: string; code: string };
  let day: string;

  beforeAll(async () => {
    server = await FairServer.open();
    organizer = await Caller.signIn(server, 'organizer');
    gate = await Caller.signIn(server, 'gate');
    const fairs =
      await organizer.get<{ id: string; code: string; isDemo: boolean }[]>('/api/fairs');
    fair = fairs.find(({ isDemo }) => isDemo)!;
    day = (await organizer.get<{ day: string }>(`/api/fairs/${fair.id}/board`)).day;
  }, 10 * MINUTE);

  afterAll(() => server.close(), 5 * MINUTE);

  /* A visit is news enough for the next revision. */
  const count = async (entries: number) => {
    const [mainGate] = await gate.get<{ id: string }[]>(`/api/fairs/${fair.id}/gates`);
    await gate.post(`/api/fairs/${fair.id}/gates/${mainGate?.id}/counts`, {
      ...{ deviceId, epoch: 1, sequence: entries, entries, exits: 0 },
      ...{ undoneEntries: 0, undoneExits: 0, countedAt: new Date().toISOString() },
    });
  };

  it(
    'leaves each file once, whole, and byte for byte the same whenever it is downloaded',
    async () => {
      let revisions = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        await count(kill + 1);
        const closed = await organizer.post<{ revision: number }>(
          `/api/fairs/${fair.id}/days/${day}/closings`,
          { reason: `lần ${kill + 1}` },
        );
        revisions = closed.revision;
        await pause(kill * 180);
        await server.kill('worker');
        await server.start('worker');
      }
      expect(revisions).toBe(KILLS);

      const files = () => organizer.get<File[]>(`/api/fairs/${fair.id}/reports`);
      /* Those that are made without anybody asking. */
      const wanted = (all: File[]) => all.filter(({ file }) => /\.vi\.(pdf|xlsx)$/.test(file));
      const ready = await eventually(async () => {
        const all = wanted(await files());
        return all.every(({ state }) => state === 'ready') && all;
      }, 10 * MINUTE);
      expect(ready).toHaveLength(2 * KILLS);
      expect(new Set(ready.map(({ revision, file }) => `${revision} ${file}`)).size).toBe(
        2 * KILLS,
      );
      for (const { revision, file, sha256 } of ready) {
        const answer = await organizer.fetch(
          `/api/fairs/${fair.id}/reports/${day}/${revision}/${file}`,
        );
        const bytes = Buffer.from(await answer.arrayBuffer());
        expect([file, bytes.subarray(0, 4).toString('latin1')]).toEqual([
          file,
          file.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004',
        ]);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      }
      await server.kill('worker');
      await server.start('worker');
      await pause(2_000);
      expect(wanted(await files()).map(({ sha256 }) => sha256)).toEqual(
        ready.map(({ sha256 }) => sha256),
      );
    },
    20 * MINUTE,
  );
});
