import { Chance } from '../../tools/simulate/chance.rules';
import { enrolRegisters, readRegisters } from '../../tools/simulate/enter-fair';
import { FairClock } from '../../tools/simulate/fair-clock';
import { FairDoor } from '../../tools/simulate/fair-door';
import { Faults } from '../../tools/simulate/faults';
import { SimulatedTill } from '../../tools/simulate/simulated-till';
import { FairServer } from '../fair-server';
import { Caller, eventually } from '../trade-day/caller';
import { BoardViewer } from './board-viewer';
import { FrontDoor } from './front-door';

/* Limits are against what hangs alone. */
const MINUTE = 60_000;

interface Board {
  day: string;
  version: number;
  revenue: { measuredVnd: number };
  visits: { entries: number };
}

interface Closing {
  revision: number;
  measuredVnd: number;
}

const redisUrl = () => {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('TEST_REDIS_URL is not set: `npm test` starts a Redis and sets it.');
  return url;
};

describe('a fair behind two apis, with two workers, a Redis and one front door', () => {
  let server: FairServer;
  let front: FrontDoor;
  let organizer: Caller;
  let fair: { id: string; code: string };

  beforeAll(async () => {
    server = await FairServer.open({
      speed: 60,
      redisUrl: redisUrl(),
      apis: 2,
      workers: 2,
      trustsProxy: true,
    });
    front = await FrontDoor.open(server.urls);
    organizer = await Caller.signIn(server, 'organizer', front.url);
    const fairs =
      await organizer.get<{ id: string; code: string; isDemo: boolean }[]>('/api/fairs');
    fair = fairs.find(({ isDemo }) => isDemo)!;
  }, 10 * MINUTE);

  afterAll(async () => {
    await front?.close();
    await server?.close();
  }, 5 * MINUTE);

  const boardPath = () => `/api/fairs/${fair.id}/board`;

  const bookedVnd = async (): Promise<number> => {
    const registers = await organizer.get<{ epochs: { bookedVnd: number }[] }[]>(
      `/api/fairs/${fair.id}/registers`,
    );
    return registers.flatMap(({ epochs }) => epochs).reduce((sum, each) => sum + each.bookedVnd, 0);
  };

  /* An api that dies while it answers leaves the front door nothing but a 502: it is asked again. */
  const bookedByNow = () => eventually(() => bookedVnd().catch(() => false as const));

  /** A till at each url, with its shift open. */
  async function openTills(urls: readonly string[]): Promise<SimulatedTill[]> {
    const door = new FairDoor(front.url);
    const { login, password } = server.account('organizer');
    await door.signIn(login, password);
    const clock = await FairClock.of(door);
    const registers = (await readRegisters(door, fair.id)).slice(-urls.length);
    const enrolled = await enrolRegisters(door, fair.id, registers, () => undefined);
    return urls.map((url, at) => {
      const { enrolment, key } = enrolled[at]!;
      const till = new SimulatedTill(enrolment, key, {
        door: new FairDoor(url),
        clock,
        chance: new Chance('cluster', `till ${at}`),
        faults: new Faults(false, new Chance('cluster', 'no faults'), {
          resend: 0,
          cut: 0,
          parallel: 0,
        }),
        complain: (sentence) => {
          throw new Error(sentence);
        },
      });
      till.openShift();
      return till;
    });
  }

  it('lets a person in at either door with one session, and out of both at once', async () => {
    const [first = '', second = ''] = server.urls;
    const official = await Caller.signIn(server, 'official', first);
    expect((await official.at(second).fetch('/api/session')).status).toBe(200);
    expect((await official.at(second).fetch('/api/session', { method: 'DELETE' })).ok).toBe(true);
    expect((await official.at(first).fetch('/api/session')).status).toBe(401);
  });

  it(
    'shows on every board, whichever door it stands open at, what tills sold at both',
    async () => {
      const official = await Promise.all(
        server.urls.map((url) => Caller.signIn(server, 'official', url)),
      );
      const behindFront = await Caller.signIn(server, 'official', front.url);
      const page = front.url.replace('http:', 'https:');
      const viewers = await Promise.all([
        ...official.map((caller, at) =>
          BoardViewer.open(server.urls[at]!, server.urls[at]!, caller.cookie, fair.id),
        ),
        BoardViewer.open(front.url, page, behindFront.cookie, fair.id),
      ]);
      try {
        const tills = await openTills([...server.urls, front.url]);
        for (const till of tills) for (let sale = 0; sale < 5; sale += 1) till.sell();
        await Promise.all(tills.map((till) => till.drained()));
        const soldVnd = tills.reduce((sum, till) => sum + till.madeVnd, 0);
        expect(soldVnd).toBeGreaterThan(0);
        for (const viewer of viewers) {
          await eventually(async () => viewer.last?.revenue.measuredVnd === soldVnd);
        }
        expect(new Set(viewers.map(({ last }) => last?.version)).size).toBe(1);
        expect(await bookedVnd()).toBe(soldVnd);

        await server.kill('worker', 0);
        const [till] = tills;
        till!.sell();
        await till!.drained();
        const moreVnd = tills.reduce((sum, each) => sum + each.madeVnd, 0);
        for (const viewer of viewers) {
          await eventually(async () => viewer.last?.revenue.measuredVnd === moreVnd);
        }
        await server.start('worker', 0);
      } finally {
        for (const viewer of viewers) viewer.close();
      }
    },
    10 * MINUTE,
  );

  it(
    'loses nothing that was acknowledged when one api is killed in the middle of the day',
    async () => {
      const before = await bookedVnd();
      const playing = server.run('tools/simulate/main', [
        ...['--url', front.url, '--fair', fair.code, '--booths', '24', '--minutes', '16'],
        ...['--seed', 'cluster', '--faults'],
      ]);
      playing.catch(() => undefined);
      await eventually(async () => (await bookedVnd()) > before, 5 * MINUTE);
      await server.kill('api', 1);
      const refusedBefore = front.refused;
      await eventually(async () => front.refused > refusedBefore, 5 * MINUTE);
      const atDeath = await bookedByNow();
      await eventually(async () => (await bookedByNow()) > atDeath, 5 * MINUTE);
      await server.start('api', 1);
      const said = await playing;
      expect(said).toMatch(
        /lost 0, duplicates 0, money difference 0 VND, visits difference 0, board difference 0 VND, declared difference 0 VND/,
      );
      expect(front.taken.every((count) => count > 0)).toBe(true);
    },
    10 * MINUTE,
  );

  it(
    'counts each fact once, with two workers folding',
    async () => {
      const boards = await Promise.all(
        (await Promise.all(server.urls.map((url) => Caller.signIn(server, 'organizer', url)))).map(
          (caller) => caller.get<Board>(boardPath()),
        ),
      );
      const booked = await bookedVnd();
      expect(boards.map(({ revenue }) => revenue.measuredVnd)).toEqual([booked, booked]);
      /* Compares every sum with the facts before it makes them again. */
      const said = await server.run('tools/rollups/main', ['--fair', fair.code]);
      expect(said).toContain('before: 0 differences');
    },
    10 * MINUTE,
  );

  it(
    'closes the day once, though both doors are asked at the same time',
    async () => {
      const { day } = await organizer.get<Board>(boardPath());
      const path = `/api/fairs/${fair.id}/days/${day}/closings`;
      const callers = await Promise.all(
        server.urls.map((url) => Caller.signIn(server, 'organizer', url)),
      );
      const answers = await Promise.all(
        callers.map((caller) => caller.fetch(path, { method: 'POST', body: '{}' })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const closings = await organizer.get<Closing[]>(path);
      expect(closings.map(({ revision, measuredVnd }) => [revision, measuredVnd])).toEqual([
        [1, await bookedVnd()],
      ]);
      const files = await Promise.all(
        callers.map((caller) =>
          eventually(async () => {
            const answer = await caller.fetch(
              `/api/fairs/${fair.id}/reports/${day}/1/end_of_day.vi.pdf`,
            );
            return answer.ok && Buffer.from(await answer.arrayBuffer());
          }, 5 * MINUTE),
        ),
      );
      expect(files[0]!.subarray(0, 5).toString()).toBe('%PDF-');
      expect(files[1]!.equals(files[0]!)).toBe(true);
    },
    10 * MINUTE,
  );
});
