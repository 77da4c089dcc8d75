import { endThread } from '@phien/kernel';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { STOP } from '../thread/ask-thread';
import type { SearchWish, SearchWord } from './search-words';
import type { KeptPlan } from './suggestion.entity';

export type SearchEnd = Exclude<SearchWord, { kind: 'better' }>;

/** A search in a thread of its own, with the threads of the engine below it, at the lowest priority. */
export class SearchThread {
  private readonly thread: Worker;
  private better: KeptPlan | null = null;
  /** What came of it; rejects with what the thread threw. */
  readonly end: Promise<SearchEnd>;

  constructor(wish: SearchWish) {
    this.thread = new Worker(join(__dirname, 'search-plan.thread.js'), { workerData: wish });
    this.end = new Promise<SearchEnd>((resolve, reject) => {
      this.thread.on('message', (word: SearchWord) => {
        if (word.kind === 'better') this.better = word.plan;
        else resolve(word);
      });
      this.thread.on('error', reject);
      this.thread.on('exit', () => reject(new Error('the search ended without a word')));
    });
  }

  /** A better plan than was taken before, once. */
  takeBetter(): KeptPlan | null {
    const { better } = this;
    this.better = null;
    return better;
  }

  stop(): void {
    this.thread.postMessage(STOP);
  }

  async close(): Promise<void> {
    await endThread(this.thread);
  }
}
