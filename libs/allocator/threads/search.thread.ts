import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { compile } from '../compile/compile';
import { runLane } from '../search/lane';
import type { LaneWord, LaneWork } from './thread-words';
import { isStopped, sharedPlan } from './thread-words';

stayUntilEnded(parentPort);

/* For the long cooling; reheatings of parts of the hall fill the rest. */
const SHARE_OF_TIME = 0.78;
const MOST_BUDGET = 400_000_000;

const work = workerData as LaneWork;
const say = (word: LaneWord) => parentPort?.postMessage(word);

const budgetFor = (iterations: number, seconds: number) => {
  if (work.budget !== null) return work.budget;
  const left = (work.endsAtMs - Date.now()) / 1000;
  const perSecond = iterations / Math.max(seconds, 1e-3);
  return Math.round(Math.min(MOST_BUDGET, Math.max(100_000, perSecond * left * SHARE_OF_TIME)));
};

const end = runLane(compile(work.instance), {
  seed: work.seed,
  lane: work.lane,
  budgetFor,
  mostIterations: work.iterations ?? undefined,
  mostMoves: work.mostMoves ?? undefined,
  isStopped: () =>
    isStopped(work.shared) || (work.iterations === null && Date.now() >= work.endsAtMs),
  start: () => work.start ?? sharedPlan(work.shared),
  onBetter: ({ places, points, moves }, effort) =>
    say({ kind: 'better', lane: work.lane, places: places.slice(), points, moves, effort }),
});
say({
  kind: 'done',
  lane: work.lane,
  hasPlan: end.best !== null,
  effort: end.effort,
  isLocalOptimum: end.isLocalOptimum,
});
