import { setTimeout as pause } from 'node:timers/promises';
import { line, median, nowMs, percentile } from '../figures';
import { processorSeconds } from '../processor-time';
import type { BenchHouse, ServedBench } from './bench-house';
import { Child } from '../child';
import type { BareAnswer, BareOrder, CrowdAnswer, CrowdOrder } from './crowd.messages';
import type { AnsweredSale } from './lag.rules';
import { Screen } from './screen';
import { SteadySales } from './steady-sales';

const SCREENS = 1_000;
const CROWDS = 4;
const SALES_A_SECOND = 4;
const SECONDS = 10;
const ROUNDS = 2;
/** After the last sale of a round: by then its board has come to the last screen, unless the machine is busy. */
const SETTLE_MS = 1_500;
const HEARD_WITHIN_MS = 30_000;
const GOAL_MS = 500;
const GOAL_RATIO = 1.15;

interface Round {
  lags: number[];
  /** Of each sale, to the last of the screens. */
  lastLags: number[];
  frames: number;
  bytes: number;
  apiSeconds: number;
  bareSeconds: number;
  bareFrames: number;
}

/** From a sale's answer to a thousand open boards, and what saying it costs beside bare sockets. */
export async function measureScreens(house: BenchHouse): Promise<void> {
  const bench = await house.serve();
  const fair = await bench.openFair();
  const sales = await SteadySales.open(bench, fair);
  const { url } = bench.server;
  const watched = { cookie: bench.cookie, fairId: fair.fairId };
  const recorder = await Screen.watch(url, { ...watched, keeps: true });
  const watching = new Crowd();
  const listening = new Crowd();
  const bare = new Child<BareOrder, BareAnswer>('board/bare-server');
  try {
    const { port } = (await bare.next()) as { port: number };
    await listening.ask({ kind: 'listen', url: `ws://127.0.0.1:${port}`, count: SCREENS / CROWDS });
    await sales.sell(SALES_A_SECOND, 2);
    const alone = [await sellAndSettle(bench, sales)];
    const rounds: Round[] = [];
    await watching.ask({ kind: 'watch', url, ...watched, count: SCREENS / CROWDS });
    await pause(SETTLE_MS);
    const quiet = await costOf(bench, () => pause(SECONDS * 1_000));
    for (let round = 0; round < ROUNDS; round += 1) {
      recorder.forget();
      await watching.ask({ kind: 'forget' });
      await listening.ask({ kind: 'forget' });
      const { answered, apiSeconds } = await sellAndSettle(bench, sales);
      const heard = await watching.hearAll(answered);
      const bareSeconds = await sayAgain(bare, recorder);
      const { frames: bareFrames } = await listening.ask({ kind: 'tell', sales: [] });
      rounds.push({
        ...heard,
        lastLags: lastOf(heard.lags, answered.length),
        apiSeconds,
        bareSeconds,
        bareFrames,
      });
    }
    await watching.ask({ kind: 'close' });
    await pause(SETTLE_MS);
    alone.push(await sellAndSettle(bench, sales));
    tell(rounds, median(alone.map(({ apiSeconds }) => apiSeconds)), quiet);
  } finally {
    recorder.close();
    for (const each of [bare, watching, listening]) each.end();
  }
}

/** A thousand screens, in a few processes, so that none of them is busy. */
class Crowd {
  private readonly children = Array.from(
    { length: CROWDS },
    () => new Child<CrowdOrder, CrowdAnswer>('board/crowd'),
  );

  async ask(order: CrowdOrder): Promise<{ lags: number[]; frames: number; bytes: number }> {
    const answers = await Promise.all(this.children.map((child) => child.ask(order)));
    const failed = answers.find(({ failure }) => failure !== undefined);
    if (failed) throw new Error(failed.failure);
    return {
      lags: answers.flatMap(({ lags }) => [...lags]),
      frames: answers.reduce((sum, { frames }) => sum + frames, 0),
      bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  /** What every screen heard of these sales, when the last of them has come to each. */
  async hearAll(sales: AnsweredSale[]) {
    const deadline = nowMs() + HEARD_WITHIN_MS;
    for (;;) {
      const heard = await this.ask({ kind: 'tell', sales });
      if (!heard.lags.includes(Infinity)) return heard;
      if (nowMs() > deadline) throw new Error('a sale never came to one of the screens');
      await pause(SETTLE_MS);
    }
  }

  end(): void {
    for (const child of this.children) child.end();
  }
}

async function sellAndSettle(
  bench: ServedBench,
  sales: SteadySales,
): Promise<{ answered: AnsweredSale[]; apiSeconds: number }> {
  let answered: AnsweredSale[] = [];
  const apiSeconds = await costOf(bench, async () => {
    answered = await sales.sell(SALES_A_SECOND, SECONDS);
  });
  return { answered, apiSeconds };
}

/** Processor seconds of the api while something is done, and until it has settled. */
async function costOf({ server }: ServedBench, work: () => Promise<unknown>): Promise<number> {
  const pid = server.pid('api')!;
  const before = processorSeconds(pid);
  await work();
  await pause(SETTLE_MS);
  return processorSeconds(pid) - before;
}

/* The very frames that the api has just said, at the very pace. */
async function sayAgain(bare: Child<BareOrder, BareAnswer>, { kept }: Screen): Promise<number> {
  const before = processorSeconds(bare.pid);
  const startedAt = kept[0]?.at ?? 0;
  await bare.ask({ frames: kept.map(({ at, text }) => ({ afterMs: at - startedAt, text })) });
  await pause(SETTLE_MS);
  return processorSeconds(bare.pid) - before;
}

/* Lags stand screen by screen, each with the same sales in the same order. */
function lastOf(lags: readonly number[], salesCount: number): number[] {
  const last = new Array<number>(salesCount).fill(0);
  lags.forEach((lag, n) => {
    last[n % salesCount] = Math.max(last[n % salesCount]!, lag);
  });
  return last;
}

/**
 * Of the api's time with a thousand screens: `alone` it uses as well with one (it takes the sales and
 * reads the board), `quiet` with a thousand and no news (it looks at their rights again, and beats).
 */
function tell(rounds: readonly Round[], alone: number, quiet: number): void {
  const lags = rounds.flatMap((round) => round.lags);
  const lasts = rounds.flatMap((round) => round.lastLags);
  const ms = (values: number[], share: number) => percentile(values, share).toFixed(0);
  line(`answer to ${SCREENS} open boards (ms)`, 'p50', 'p99', 'goal of p99');
  line('  each screen', ms(lags, 0.5), ms(lags, 0.99), `${GOAL_MS}`);
  line('  the last screen', ms(lasts, 0.5), ms(lasts, 0.99), '');

  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const bare = of(({ bareSeconds, bareFrames }) => (bareSeconds / bareFrames) * 1e6);
  const less = (taken: number) =>
    of(({ apiSeconds, frames }) => ((apiSeconds - taken) / frames) * 1e6);
  const frames = rounds.reduce((sum, round) => sum + round.frames, 0);
  const bytes = rounds.reduce((sum, round) => sum + round.bytes, 0);
  const kB = (bytes / frames / 1_000).toFixed(1);
  const aSecond = (frames / SCREENS / ROUNDS / SECONDS).toFixed(1);
  line(`fan-out of ${kB} kB, ${aSecond} a second (µs)`, 'api', 'bare ws', 'ratio');
  const tellCost = (name: string, taken: number, goal = '') => {
    const api = less(taken);
    line(name, api.toFixed(1), bare.toFixed(1), `${(api / bare).toFixed(2)}${goal}`);
  };
  tellCost('  a frame to a screen', alone + quiet, `, goal ${GOAL_RATIO}`);
  tellCost('  with their rights and heartbeats', alone);
  const share = (seconds: number) =>
    `${((seconds / (SECONDS + SETTLE_MS / 1_000)) * 100).toFixed(1)} %`;
  console.log(
    `  of a core: with them ${share(of(({ apiSeconds }) => apiSeconds))}, with them and no news ${share(quiet)}, with one ${share(alone)}; bare ${share(of(({ bareSeconds }) => bareSeconds))}`,
  );
}
