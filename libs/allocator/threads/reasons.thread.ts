import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { describeReasons } from '../reasons/describe-reasons';
import type { ReasonsWord, ReasonsWork } from './thread-words';
import { isStopped } from './thread-words';

stayUntilEnded(parentPort);

const work = workerData as ReasonsWork;
const say = (word: ReasonsWord) => parentPort?.postMessage(word);

const described = describeReasons(work.instance, work.places, {
  iterations: work.iterations ?? undefined,
  fewestMoves: work.fewestMoves,
  isStopped: () => isStopped(work.shared),
  onPriced: (count, of) => say({ kind: 'priced', count, of }),
});
say({ kind: 'described', described });
