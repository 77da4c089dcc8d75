import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { compile } from '../compile/compile';
import { ExactSide } from '../exact/exact-side';
import { Solver } from '../exact/solver';
import type { ExactWord, ExactWork } from './thread-words';
import { isStopped } from './thread-words';

stayUntilEnded(parentPort);

const work = workerData as ExactWork;
const say = (word: ExactWord) => parentPort?.postMessage(word);

async function run(): Promise<void> {
  const side = new ExactSide(compile(work.instance), await Solver.open(), {
    isStopped: () => isStopped(work.shared),
    secondsLeft: () => (work.endsAtMs - Date.now()) / 1000,
  });
  for (const task of work.tasks) {
    if (isStopped(work.shared)) break;
    if (task === 'conflict') {
      const found = side.feasibility();
      if (found.kind === 'conflict') say(found);
      if (found.kind === 'feasible') say({ kind: 'feasible', places: found.places });
    } else if (task === 'moves') {
      const { bound, isProven, places } = side.fewestMoves();
      if (bound < Infinity) say({ kind: 'moves', atLeast: Math.max(0, bound), isProven, places });
    } else {
      const { bound, isProven } = side.wishes();
      if (!Number.isFinite(bound)) continue;
      say({ kind: 'wishes', bound, isProven });
      side.whole(bound, (better) => say({ kind: 'bound', ...better }));
    }
  }
  say({ kind: 'done' });
}

/* What is thrown here reaches the caller as the thread's `error`. */
void run();
