import { explainPlan, offerMoreMoves, readInstance } from '@phien/allocator';
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { STOP } from '../thread/ask-thread';
import type { Explanation, ExplainWish } from './explain-words';
import type { KeptPlan } from './suggestion.entity';
import { MOST_MORE_MOVES } from './suggestion.rules';

/*
 * Iterations for each number of moves more: together fewer than the search itself was laid out for.
 * Not seconds: who looks again is offered the same, and a busy machine offers no less.
 */
const SHARE_OF_SEARCH = 1 / 4;
const FEWEST_ITERATIONS = 200_000;
const MOST_ITERATIONS = 20_000_000;
/* Of the quarter of an hour that all of this may take at most, reasons need the rest. */
const LONGEST_OFFERS_MS = 5 * 60_000;

const { instance: bytes, plan, choice } = workerData as ExplainWish;

/* On Linux this is the priority of this thread, and of those that it opens; elsewhere of the process. */
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

async function run(): Promise<void> {
  const { fewestMoves, moreMoves: asked, seed } = choice;
  const instance = readInstance(JSON.parse(Buffer.from(bytes).toString()));
  const stop = new AbortController();
  parentPort?.on('message', (word) => {
    if (word === STOP) stop.abort();
  });
  const { signal } = stop;
  const offers =
    fewestMoves && asked < MOST_MORE_MOVES && plan.moves !== undefined
      ? await offerMoreMoves(instance, plan, {
          ...{ seed, iterations: iterationsOfOffer(plan) },
          signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_OFFERS_MS)]),
        })
      : [];
  const described = await explainPlan(instance, plan.plan, { fewestMoves, signal });
  parentPort?.postMessage({
    ...described,
    offers: offers
      .filter(({ moreMoves }) => asked + moreMoves <= MOST_MORE_MOVES)
      .map(({ moreMoves, savesPoints }) => ({ moreMoves, savesPoints })),
  } satisfies Explanation);
}

function iterationsOfOffer({ budget = 0 }: KeptPlan): number {
  const share = Math.round(budget * SHARE_OF_SEARCH);
  return Math.min(Math.max(share, FEWEST_ITERATIONS), MOST_ITERATIONS);
}

/* What is thrown here reaches whoever opened the thread as its `error`. */
void run();
