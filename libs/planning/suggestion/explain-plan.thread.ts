import { explainPlan, offerMoreMoves, readInstance } from '@phien/allocator';
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { STOP } from '../thread/ask-thread';
import type { Explanation, ExplainWish } from './explain-words';
import { MOST_MORE_MOVES } from './suggestion.rules';

/* For each number of moves more; together no longer than the search itself. */
const LONGEST_OFFER_SECONDS = 10;
const SHARE_OF_SEARCH = 1 / 4;

const { instance: bytes, plan, choice } = workerData as ExplainWish;

/* On Linux this is the priority of this thread, and of those that it opens; elsewhere of the process. */
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

async function run(): Promise<void> {
  const { fewestMoves, moreMoves: asked, seconds, seed } = choice;
  const instance = readInstance(JSON.parse(Buffer.from(bytes).toString()));
  const stop = new AbortController();
  parentPort?.on('message', (word) => {
    if (word === STOP) stop.abort();
  });
  const { signal } = stop;
  const offers =
    fewestMoves && asked < MOST_MORE_MOVES && plan.moves !== undefined
      ? await offerMoreMoves(instance, plan, {
          ...{ seed, signal, seconds: Math.min(seconds * SHARE_OF_SEARCH, LONGEST_OFFER_SECONDS) },
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

/* What is thrown here reaches whoever opened the thread as its `error`. */
void run();
