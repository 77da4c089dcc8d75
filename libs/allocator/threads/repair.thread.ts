import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { compile } from '../compile/compile';
import { Solver } from '../exact/solver';
import { repair } from '../repair/repair';
import type { RepairWord, RepairWork } from './thread-words';
import { isStopped } from './thread-words';

stayUntilEnded(parentPort);

const work = workerData as RepairWork;
const say = (word: RepairWord) => parentPort?.postMessage(word);

async function run(): Promise<void> {
  repair(compile(work.instance), work.start, await Solver.open(), {
    seed: work.seed,
    mostRepairs: work.repairs ?? undefined,
    mostMoves: work.mostMoves ?? undefined,
    isStopped: () =>
      isStopped(work.shared) || (work.repairs === null && Date.now() >= work.endsAtMs),
    onBetter: ({ places, points, moves }, repairs) =>
      say({ kind: 'repaired', places: places.slice(), points, moves, repairs }),
  });
  say({ kind: 'done' });
}

/* What is thrown here reaches the caller as the thread's `error`. */
void run();
