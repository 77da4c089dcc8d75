import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { compile } from '../compile/compile';
import { runLaneInTime } from '../search/in-time';
import { runLane } from '../search/lane';
import type { LaneWishes } from '../search/lane';
import type { LaneWord, LaneWork } from './thread-words';
import { isStopped, sharedPlan } from './thread-words';

stayUntilEnded(parentPort);

const work = workerData as LaneWork;
const { seed, lane, endsAtMs, iterations, budget, shared } = work;
const say = (word: LaneWord) => parentPort?.postMessage(word);

const wishes = {
  ...{ seed, lane, startsWith: work.startsWith, mostMoves: work.mostMoves ?? undefined },
  isStopped: () => isStopped(shared) || (iterations === null && Date.now() >= endsAtMs),
  start: () => work.start ?? sharedPlan(shared),
  onBetter: ({ places, points, moves }, effort) =>
    say({ kind: 'better', lane, places: places.slice(), points, moves, effort }),
} satisfies Partial<LaneWishes>;
const fair = compile(work.instance);
const end =
  iterations === null
    ? runLaneInTime(fair, { ...wishes, endsAtMs, nowMs: Date.now })
    : runLane(fair, {
        ...wishes,
        mostIterations: iterations,
        budgetFor: () => budget ?? iterations,
      });
say({
  kind: 'done',
  lane,
  hasPlan: end.best !== null,
  effort: end.effort,
  isLocalOptimum: end.isLocalOptimum,
});
