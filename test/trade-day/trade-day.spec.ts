import { pdfText } from '@phien/reports';
import { FairServer } from '../fair-server';
import { Caller, eventually } from './caller';

interface Figures {
  linked: number;
  booked: number;
  bookedVnd: number;
  linesVnd: number;
  paymentsVnd: number;
}

interface RegisterOfFair {
  epochs: {
    linkedCount: number;
    bookedCount: number;
    setAsideCount: number;
    bookedVnd: number;
    linesVnd: number;
    paymentsVnd: number;
  }[];
}

interface Board {
  day: string;
  revenue: { measuredVnd: number };
  sales: { count: number };
  visits: { entries: number };
}

interface Health {
  status: string;
  reconciliation: { fairCode: string; checkedAt: string | null; differenceCount: number }[];
}

/* Limits are against what hangs alone. */
const MINUTE = 60_000;

const redisUrl = () => {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('TEST_REDIS_URL is not set: `npm test` starts a Redis and sets it.');
  return url;
};

describe.each([
  ['on Postgres alone', () => undefined],
  ['with a Redis', redisUrl],
])('a trade day %s', (_, redis) => {
  let server: FairServer;
  let organizer: Caller;
  let fair: { id: string; code: string };

  beforeAll(async () => {
    server = await FairServer.open({ speed: 60, redisUrl: redis() });
    organizer = await Caller.signIn(server, 'organizer');
    const fairs =
      await organizer.get<{ id: string; code: string; isDemo: boolean }[]>('/api/fairs');
    fair = fairs.find(({ isDemo }) => isDemo)!;
  }, 10 * MINUTE);

  afterAll(() => server.close(), 5 * MINUTE);

  const ledger = async (): Promise<Figures> => {
    const registers = await organizer.get<RegisterOfFair[]>(`/api/fairs/${fair.id}/registers`);
    const epochs = registers.flatMap((register) => register.epochs);
    const sum = (of: (epoch: RegisterOfFair['epochs'][number]) => number) =>
      epochs.reduce((total, epoch) => total + of(epoch), 0);
    return {
      linked: sum((epoch) => epoch.linkedCount),
      booked: sum((epoch) => epoch.bookedCount),
      bookedVnd: sum((epoch) => epoch.bookedVnd),
      linesVnd: sum((epoch) => epoch.linesVnd),
      paymentsVnd: sum((epoch) => epoch.paymentsVnd),
    };
  };

  it(
    'ends with every figure equal after tills sold, gates counted and connections were cut',
    async () => {
      const said = await server.run('tools/simulate/main', [
        ...['--url', server.url, '--fair', fair.code, '--booths', '24', '--minutes', '5'],
        ...['--seed', 'trade-day', '--faults', '--sensors', '1'],
      ]);
      expect(said).toMatch(/lost 0, .*money difference 0 VND/);
      const [figures, board] = [
        await ledger(),
        await organizer.get<Board>(`/api/fairs/${fair.id}/board`),
      ];
      expect(figures.linked).toBeGreaterThan(24);
      expect(figures.linesVnd).toBe(figures.bookedVnd);
      expect(figures.paymentsVnd).toBe(figures.bookedVnd);
      expect(board.revenue.measuredVnd).toBe(figures.bookedVnd);
      expect(board.visits.entries).toBeGreaterThan(0);
      const sensors = await organizer.get<{ entries: number }[]>(`/api/fairs/${fair.id}/sensors`);
      expect(sensors.map(({ entries }) => entries > 0)).toEqual([true]);
    },
    10 * MINUTE,
  );

  it(
    'is closed into a revision whose PDF holds the ledger’s total',
    async () => {
      const { day } = await organizer.get<Board>(`/api/fairs/${fair.id}/board`);
      const closing = await organizer.post<{ revision: number; measuredVnd: number; hash: string }>(
        `/api/fairs/${fair.id}/days/${day}/closings`,
      );
      const { bookedVnd } = await ledger();
      expect(closing).toMatchObject({ revision: 1, measuredVnd: bookedVnd });
      const pdf = await eventually(async () => {
        const answer = await organizer.fetch(
          `/api/fairs/${fair.id}/reports/${day}/1/end_of_day.vi.pdf`,
        );
        return answer.ok && Buffer.from(await answer.arrayBuffer());
      }, 5 * MINUTE);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const text = (await pdfText(pdf)).join(' ');
      const money = String(bookedVnd).replace(/\B(?=(\d{3})+$)/g, '.');
      expect(text).toContain(money);
      expect(text.replace(/\s/g, '')).toContain(closing.hash);
      const { queues } = await organizer.get<{ queues: object[] }>('/jobs/api/queues');
      expect(queues).toMatchObject([
        { name: 'reports', readOnlyMode: true },
        { name: 'suggestions', readOnlyMode: true },
      ]);
    },
    10 * MINUTE,
  );

  it(
    'finds nothing to complain of in its own books',
    async () => {
      const health = await eventually(async () => {
        const now = await (
          await fetch(`${server.url}/api/health`)
        )
          .json()
          .then((body) => body as Health);
        return now.reconciliation.some(({ checkedAt }) => checkedAt !== null) && now;
      }, 5 * MINUTE);
      expect(health.status).toBe('ok');
      expect(health.reconciliation.map(({ differenceCount }) => differenceCount)).toEqual(
        health.reconciliation.map(() => 0),
      );
    },
    10 * MINUTE,
  );
});
