import { endThread } from '@phien/kernel';
import { Worker } from 'node:worker_threads';
import type { Instance, Places } from '../instance/instance';
import type { DescribedPlan } from '../reasons/describe-reasons';
import type { ReasonsWord, ReasonsWork } from './thread-words';
import { openShared, stopAll } from './thread-words';

export interface ExplainWishes {
  /** Iterations that look for a cheaper way, for each wish. */
  readonly iterations?: number;
  /** As the plan was: told exhibitors move as little as possible, points come second. */
  readonly fewestMoves?: boolean;
  /** Ends it after the exhibitor at hand: the reasons are then those of the first ones alone. */
  readonly signal?: AbortSignal;
  readonly onPriced?: (count: number, of: number) => void;
}

/**
 * Describes the reasons of a plan in a thread of its own, which may take a minute at 300 exhibitors;
 * never blocks.
 */
export async function explainPlan(
  instance: Instance,
  places: Places,
  { iterations, fewestMoves = false, signal, onPriced }: ExplainWishes = {},
): Promise<DescribedPlan> {
  const shared = openShared(0);
  const work: ReasonsWork = {
    ...{ instance, places, fewestMoves, shared },
    iterations: iterations ?? null,
  };
  const stop = () => stopAll(shared);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  const thread = new Worker(`${__dirname}/reasons.thread.js`, { workerData: work });
  try {
    return await new Promise<DescribedPlan>((resolve, reject) => {
      thread.on('message', (word: ReasonsWord) => {
        if (word.kind === 'described') resolve(word.described);
        else onPriced?.(word.count, word.of);
      });
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('the reasons ended without a word')));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    void endThread(thread);
  }
}
