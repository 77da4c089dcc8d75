import { setTimeout as pause } from 'node:timers/promises';
import type { SmallFair } from '@phien/planning';
import type { TestTill } from '@phien/sales';
import { nowMs } from '../figures';
import { documentsPath, enrolTills, sellTwoLines } from '../selling';
import { TILLS_AT, type ServedBench } from './bench-house';
import type { AnsweredSale } from './lag.rules';

const TILLS = 100;

/** Runs work so many times a second, whether or not what was begun has ended; waits for all of it. */
export async function atPace(
  aSecond: number,
  seconds: number,
  begin: (n: number) => Promise<void>,
): Promise<void> {
  const startedAt = nowMs();
  const begun: Promise<void>[] = [];
  for (let n = 0; n < aSecond * seconds; n += 1) {
    await pause(Math.max(0, startedAt + (n * 1_000) / aSecond - nowMs()));
    const work = begin(n);
    work.catch(() => undefined);
    begun.push(work);
  }
  await Promise.all(begun);
}

/** A hundred tills of one fair that sell at a steady pace, one sale a request, each on its own chain. */
export class SteadySales {
  /** Sales and their money so far. */
  sent = 0;
  sentVnd = 0;
  private readonly turns: Promise<void>[] = [];

  private constructor(
    private readonly bench: ServedBench,
    private readonly tills: TestTill[],
  ) {}

  static async open(bench: ServedBench, fair: SmallFair): Promise<SteadySales> {
    return new SteadySales(bench, await enrolTills(bench.source.manager, fair, TILLS, TILLS_AT));
  }

  async sell(aSecond: number, seconds: number): Promise<AnsweredSale[]> {
    const answered: AnsweredSale[] = [];
    await atPace(aSecond, seconds, (n) => {
      const at = n % TILLS;
      /* A till sends its next sale when the last is answered, as a phone does. */
      return (this.turns[at] = (this.turns[at] ?? Promise.resolve()).then(async () => {
        answered.push(await this.sellOne(at));
      }));
    });
    return answered;
  }

  private async sellOne(at: number): Promise<AnsweredSale> {
    const till = this.tills[at]!;
    this.sentVnd += sellTwoLines(till);
    const request = await till.request();
    this.sent += 1;
    const { results } = await this.bench.post<{ results: { booking: string | null }[] }>(
      documentsPath(till),
      request,
    );
    if (results[0]?.booking !== 'booked') throw new Error(`not booked: ${JSON.stringify(results)}`);
    return { answeredAt: nowMs(), sentByThen: this.sent };
  }
}
