import {
  allocate,
  checkPlan,
  ENGINE_VERSION,
  readInstance,
  type Instance,
  type Progress,
} from '@phien/allocator';
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { STOP } from '../thread/ask-thread';
import type { SearchWish, SearchWord } from './search-words';
import type { KeptPlan } from './suggestion.entity';

/* At most twice a second is told how far it is. */
const PAUSE_MS = 500;
/* Below this a second thread that searches helps more than one that proves. */
const SECONDS_FOR_A_BOUND = 20;
/* Busy doors leave a search little of the time that was given: what is owed is a plan or a proof. */
const MORE_TIME = 2;
const LEAST_MORE_SECONDS = 20;
const MOST_MORE_SECONDS = 240;
const NOTHING = 1e-6;

const { instance: bytes, choice, lanes, iterations } = workerData as SearchWish;
const say = (word: SearchWord) => parentPort?.postMessage(word);

/* On Linux this is the priority of this thread, and of those that it opens; elsewhere of the process. */
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

/** A plan that the product's checker, which shares nothing with the search, finds nothing wrong with. */
function sound(instance: Instance, plan: Omit<KeptPlan, 'objective' | 'terms'>): KeptPlan {
  const { violations, total, terms } = checkPlan(instance, plan.plan);
  if (violations.length === 0) return { ...plan, objective: total, terms };
  throw new Error(`a plan breaks rules of the hall: ${JSON.stringify(violations)}`);
}

const soFar = (instance: Instance, progress: Progress) =>
  sound(instance, {
    instance: instance.name,
    plan: progress.places,
    ...(progress.bound !== null && { bound: progress.bound }),
    ...(progress.wishesBound !== null && { wishesBound: progress.wishesBound }),
    ...(progress.movesBound !== null && { movesBound: progress.movesBound }),
    ...(instance.exhibitors.some(({ prev }) => prev !== null) && { moves: progress.moves }),
    ...{ seed: choice.seed, iterations: progress.iterations },
    ...{ localOptimum: false, engine: ENGINE_VERSION },
  });

async function run(): Promise<void> {
  const instance = readInstance(JSON.parse(Buffer.from(bytes).toString()));
  const stop = new AbortController();
  parentPort?.on('message', (word) => {
    if (word === STOP) stop.abort();
  });
  let latest: Progress | null = null;
  const telling = setInterval(() => {
    if (latest !== null) say({ kind: 'better', plan: soFar(instance, latest) });
    latest = null;
  }, PAUSE_MS);
  const searchFor = (seconds: number) =>
    allocate(instance, {
      endsAtMs: Date.now() + seconds * 1_000,
      ...{ seed: choice.seed, lanes, iterations, signal: stop.signal },
      ...{ fewestMoves: choice.fewestMoves, moreMoves: choice.moreMoves },
      provesBound: choice.seconds >= SECONDS_FOR_A_BOUND,
      onProgress: (progress) => {
        latest = progress;
        /* Nothing better exists: it is proven, and waiting would only cost time. */
        if (progress.bound !== null && progress.points - progress.bound < NOTHING) stop.abort();
      },
    });
  let allocated = await searchFor(choice.seconds);
  let more = Math.max(LEAST_MORE_SECONDS, MORE_TIME * choice.seconds);
  const most = Math.max(MOST_MORE_SECONDS, more);
  for (; allocated.kind === 'unknown' && more <= most; more *= MORE_TIME) {
    if (stop.signal.aborted) break;
    allocated = await searchFor(more);
  }
  clearInterval(telling);
  say(
    allocated.kind === 'plan' ? { kind: 'plan', plan: sound(instance, allocated.plan) } : allocated,
  );
}

/* What is thrown here reaches whoever opened the thread as its `error`. */
void run();
