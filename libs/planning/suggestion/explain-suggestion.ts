import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { askThread } from '../thread/ask-thread';
import type { Explanation, ExplainWish } from './explain-words';
import { areReasonsStopped } from './stop-reasons';
import { SuggestionBell } from './suggestion-bell';
import { Suggestion } from './suggestion.entity';
import type { TakenSuggestion } from './taken-suggestion';

/* How often is said that this worker lives, and looked whether somebody wants it to end. */
const PAUSE_MS = 1_000;
/* Some times what the largest fair takes; a plan is good without its reasons. */
const BOUNDS = { longestMs: 15 * 60_000, heapMb: 1_024 };

/**
 * Works out the reasons of a plan that was found, and what some more moves would save, in threads of
 * the lowest priority. When somebody ends it, it keeps those that it came to.
 */
@Injectable()
export class ExplainSuggestion implements OnModuleDestroy {
  private readonly log = new Logger(ExplainSuggestion.name);
  private readonly leaving = new AbortController();

  constructor(
    private readonly source: DataSource,
    private readonly bell: SuggestionBell,
  ) {}

  /** The worker is told to go: another one begins anew. */
  onModuleDestroy(): void {
    this.leaving.abort();
  }

  async run(taken: TakenSuggestion): Promise<void> {
    const { fairId, id } = taken.row;
    const which = { fairId, id };
    const { instance, plan, choice } = await this.source.manager.findOneByOrFail(Suggestion, which);
    if (plan === null) return;
    const stop = new AbortController();
    let turn: Promise<void> = Promise.resolve();
    const look = async () => {
      const { isOurs } = await taken.keep({});
      const asked = await this.source.manager.findOneOrFail(Suggestion, {
        where: which,
        select: { fairId: true, id: true, stopAskedAt: true, endedAt: true },
      });
      if (!isOurs || areReasonsStopped(asked)) stop.abort();
    };
    await look();
    const looking = setInterval(() => {
      turn = turn
        .then(look)
        .catch((error: unknown) => this.log.warn(`not heard, goes on: ${String(error)}`));
    }, PAUSE_MS);
    try {
      const wish: ExplainWish = { instance, plan, choice };
      const word = await askThread<Explanation>(join(__dirname, 'explain-plan.thread.js'), wish, {
        ...BOUNDS,
        signal: AbortSignal.any([stop.signal, this.leaving.signal]),
      });
      if (this.leaving.signal.aborted) return;
      if ('stoppedAt' in word)
        this.log.warn(`the reasons of ${id} take too much ${word.stoppedAt}`);
      await taken.keep({ state: 'found', ...('said' in word && word.said) });
    } finally {
      clearInterval(looking);
      await turn;
      if (this.leaving.signal.aborted) await taken.release();
      this.bell.ring(fairId);
    }
  }
}
