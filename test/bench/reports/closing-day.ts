import { setTimeout as pause } from 'node:timers/promises';
import type { SmallFair } from '@phien/planning';
import type { TestTill } from '@phien/sales';
import { doorFlags } from '../../../tools/machine/door-flags';
import { DAY, OPENS_AT, TILLS_AT, type BenchHouse, type ServedBench } from '../board/bench-house';
import { Child } from '../child';
import { line, median, nowMs, percentile } from '../figures';
import { enrolTills, preparedSales, sendAll } from '../selling';
import { SaleStream, type Answered } from './sale-stream';
import type { WorkerAnswer, WorkerOrder } from './watched-worker.messages';

const TILLS = 160;
const REQUESTS_EACH = 5;
const SALES_A_REQUEST = 25;
const SALES = TILLS * REQUESTS_EACH * SALES_A_REQUEST;
const STREAMING = 4;
const ROUNDS = 3;
const AROUND_MS = 1_500;
const WITHIN_MS = 120_000;
const GOAL_SECONDS = 5;
const GOAL_BLOCK_MS = 50;

type Worker = Child<WorkerOrder, WorkerAnswer>;

interface Round {
  closing: WorkerAnswer;
  /** The same stream of sales, and no closing. */
  besides: WorkerAnswer;
  answered: Answered[];
}

/**
 * Closes a day of 20,000 sales in the worker while tills go on selling into it. The sales came through
 * the api's own door. What the processor used counts for more than the clock where the machine is shared.
 */
export async function measureClosing(house: BenchHouse): Promise<void> {
  const bench = await house.serve();
  /* In its place works one whose loop is looked at. */
  await bench.server.stop('worker');
  const worker: Worker = new Child('reports/watched-worker', workerSettings(bench), doorFlags);
  try {
    await worker.next();
    const rounds: Round[] = [];
    let last: SmallFair | undefined;
    for (let round = 0; round < ROUNDS; round += 1) {
      last = await bench.openFair();
      rounds.push(await closeWhileSelling(bench, worker, last));
    }
    tellClosing(rounds);
    tellWaiting(rounds);
    if (last) await tellFiles(bench, worker, last.fairId);
  } finally {
    worker.end();
  }
}

const workerSettings = ({ server }: ServedBench): NodeJS.ProcessEnv => ({
  DATABASE_URL: server.databaseUrl,
  PHIEN_CLOCK: `${OPENS_AT}@1@${Date.now()}`,
  NODE_ENV: 'test',
  REDIS_URL: undefined,
});

async function closeWhileSelling(
  bench: ServedBench,
  worker: Worker,
  fair: SmallFair,
): Promise<Round> {
  const { fairId } = fair;
  const tills = await enrolTills(bench.source.manager, fair, TILLS, TILLS_AT);
  await sendAll(bench.server.url, await preparedSales(tills, REQUESTS_EACH, SALES_A_REQUEST));
  await until('what was sold was never all folded', async () => {
    return (await bench.waitingFacts(fairId)) === 0;
  });
  const stream = new SaleStream(bench.server.url, streaming(tills));
  await pause(AROUND_MS);
  const besides = await carriedOut(worker, { kind: 'wait', ms: AROUND_MS });
  const closing = await carriedOut(worker, { kind: 'close', fairId, day: DAY });
  await pause(AROUND_MS);
  await stream.end();
  await checkClosed(bench, fairId);
  await filesAreMade(bench, fairId);
  return { closing, besides, answered: stream.answered };
}

const streaming = (tills: readonly TestTill[]) => tills.slice(0, STREAMING);

async function carriedOut(worker: Worker, order: WorkerOrder): Promise<WorkerAnswer> {
  const answer = await worker.ask(order);
  if (answer.failure) throw new Error(`${order.kind}: ${answer.failure}`);
  return answer;
}

/* A closing that holds fewer would be fast for nothing. */
async function checkClosed({ source }: ServedBench, fairId: string): Promise<void> {
  const [row] = await source.query<{ closed: number; frozen: number }[]>(
    `SELECT document_count::integer AS closed,
            (SELECT count(*)::integer FROM closing_document d WHERE d.fair_id = c.fair_id) AS frozen
       FROM closing c WHERE fair_id = $1`,
    [fairId],
  );
  if (!row || row.closed < SALES || row.closed !== row.frozen) {
    throw new Error(`${SALES} sales were made, ${row?.closed} closed and ${row?.frozen} frozen`);
  }
}

/* Those that make themselves; they must not be at work in the next round. */
async function filesAreMade({ source }: ServedBench, fairId: string): Promise<void> {
  await until('the files of a closing were never made', async () => {
    const [row] = await source.query<{ made: number }[]>(
      `SELECT count(*)::integer AS made FROM report WHERE fair_id = $1`,
      [fairId],
    );
    return row?.made === 2;
  });
}

function tellClosing(rounds: readonly Round[]): void {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const most = (figure: (round: Round) => number) => Math.max(...rounds.map(figure));
  line(
    `closing a day of ${SALES} sales`,
    `seconds, goal ${GOAL_SECONDS}`,
    'processor s',
    `block, goal ${GOAL_BLOCK_MS} ms`,
    'of processor ms',
  );
  line(
    `  in the worker, ${ROUNDS} days; the longest block of any`,
    of(({ closing }) => secondsOf(closing)).toFixed(2),
    of(({ closing }) => closing.processorSeconds).toFixed(2),
    most(({ closing }) => closing.longestBlock.wallMs).toFixed(0),
    most(({ closing }) => closing.longestBlock.processorMs).toFixed(0),
  );
  line(
    '  the same worker, folding alone',
    (AROUND_MS / 1_000).toFixed(2),
    of(({ besides }) => besides.processorSeconds).toFixed(2),
    most(({ besides }) => besides.longestBlock.wallMs).toFixed(0),
    most(({ besides }) => besides.longestBlock.processorMs).toFixed(0),
  );
}

const secondsOf = ({ beganAtMs, endedAtMs }: WorkerAnswer) => (endedAtMs - beganAtMs) / 1_000;

/* Of the sales under way while the day was being closed, and of those before and after. */
function tellWaiting(rounds: readonly Round[]): void {
  const waits = (when: (sale: Answered, closing: WorkerAnswer) => boolean) =>
    rounds.flatMap(({ answered, closing }) =>
      answered
        .filter((sale) => when(sale, closing))
        .map(({ sentAtMs, answeredAtMs }) => answeredAtMs - sentAtMs),
    );
  line(`a sale's answer meanwhile (ms), ${STREAMING} tills`, 'median', 'longest', 'sales');
  const tell = (name: string, all: number[]) =>
    line(name, percentile(all, 0.5).toFixed(1), Math.max(...all).toFixed(0), all.length.toFixed(0));
  tell(
    '  before the closing',
    waits((sale, { beganAtMs }) => sale.answeredAtMs < beganAtMs),
  );
  tell(
    '  under way while it was made',
    waits(
      (sale, { beganAtMs, endedAtMs }) =>
        sale.answeredAtMs >= beganAtMs && sale.sentAtMs <= endedAtMs,
    ),
  );
  tell(
    '  after it, its files being made',
    waits((sale, { endedAtMs }) => sale.sentAtMs > endedAtMs),
  );
}

async function tellFiles(bench: ServedBench, worker: Worker, fairId: string): Promise<void> {
  line("that day's files, in English", 'seconds', 'processor s', 'MB more', 'block ms', 'kB');
  for (const format of ['pdf', 'xlsx'] as const) {
    const answer = await carriedOut(worker, {
      kind: 'write',
      ...{ fairId, day: DAY, language: 'en', format },
    });
    const [row] = await bench.source.query<{ size: number }[]>(
      `SELECT length(bytes) AS size FROM report WHERE fair_id = $1 AND language = 'en' AND format = $2`,
      [fairId, format],
    );
    line(
      `  ${format.toUpperCase()}, ${TILLS} booths, in a thread of the worker`,
      secondsOf(answer).toFixed(2),
      answer.processorSeconds.toFixed(2),
      `+${answer.moreMegabytes.toFixed(0)}`,
      answer.longestBlock.wallMs.toFixed(0),
      ((row?.size ?? 0) / 1_000).toFixed(0),
    );
  }
  const asked = await carriedOut(worker, { kind: 'ask' });
  line('asking Postgres what is due', 'ms', 'processor ms');
  line(
    `  ${ROUNDS} such fairs, each minute`,
    (secondsOf(asked) * 1_000).toFixed(0),
    (asked.processorSeconds * 1_000).toFixed(0),
  );
}

async function until(fault: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = nowMs() + WITHIN_MS;
  while (!(await holds())) {
    if (nowMs() > deadline) throw new Error(fault);
    await pause(100);
  }
}
