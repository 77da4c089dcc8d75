import { endThread } from '@phien/kernel';
import { Worker } from 'node:worker_threads';

export interface ThreadBounds {
  longestMs: number;
  heapMb: number;
  /** Says `STOP` to the program, which may end with what it has. */
  signal?: AbortSignal;
}

/** What a program is told that shall end. */
export const STOP = 'stop';

/** The one word of a thread, or that it was stopped at a bound. */
export type ThreadWord<Word> = { said: Word } | { stoppedAt: 'time' | 'memory' };

/**
 * Gives a wish to a program in a thread of its own, with bounds of its own, and waits for its word.
 * What the program throws is thrown here.
 */
export async function askThread<Word>(
  program: string | URL,
  wish: unknown,
  { longestMs, heapMb, signal }: ThreadBounds,
): Promise<ThreadWord<Word>> {
  const thread = new Worker(program, {
    workerData: wish,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const stop = () => thread.postMessage(STOP);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  let patience: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ThreadWord<Word>>((resolve, reject) => {
      patience = setTimeout(() => resolve({ stoppedAt: 'time' }), longestMs);
      thread.on('message', (said: Word) => resolve({ said }));
      thread.on('error', (failure: NodeJS.ErrnoException) =>
        failure.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve({ stoppedAt: 'memory' })
          : reject(failure),
      );
      thread.on('exit', () => reject(new Error('the thread ended without a word')));
    });
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', stop);
    void endThread(thread);
  }
}
