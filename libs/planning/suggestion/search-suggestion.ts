import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { availableParallelism } from 'node:os';
import { DataSource } from 'typeorm';
import { nameConflict } from './name-conflict.rules';
import { SearchThread, type SearchEnd } from './search-thread';
import { SuggestionBell } from './suggestion-bell';
import type { WhichSuggestion } from './suggestion-queue';
import { TakenSuggestion } from './taken-suggestion';

/* How often is written how far it is, and looked whether somebody wants it to end. */
const PAUSE_MS = 500;

/**
 * Searches what was asked, in threads, and keeps what it finds as it finds it. Whoever else has it, or
 * had it and was thought dead, is left alone; what goes wrong goes back to be taken up from the start.
 */
@Injectable()
export class SearchSuggestion implements OnModuleDestroy {
  private readonly log = new Logger(SearchSuggestion.name);
  private readonly leaving = new AbortController();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: SuggestionBell,
  ) {}

  /** The worker is told to go: a search may be longer than it is waited for. */
  onModuleDestroy(): void {
    this.leaving.abort();
  }

  /** Answers the suggestion when a plan was found, which is to be explained. */
  async run(which: WhichSuggestion): Promise<TakenSuggestion | null> {
    const taken = await TakenSuggestion.take(this.source, which, this.clock.now());
    this.bell.ring(which.fairId);
    if (!taken || taken.row.state === 'explaining') return taken;
    const { plan, stopAskedAt } = taken.row;
    try {
      /* Somebody wanted it to end while nobody searched any more. */
      const end: SearchEnd | null =
        plan !== null && stopAskedAt !== null ? { kind: 'plan', plan } : await this.search(taken);
      return end && (await this.end(taken, end)) ? taken : null;
    } catch (failure) {
      await taken.release();
      throw failure;
    } finally {
      this.bell.ring(which.fairId);
    }
  }

  /** Null when it is not to be ended here. */
  private async search(taken: TakenSuggestion): Promise<SearchEnd | null> {
    const { instance, choice } = taken.row;
    /* Of two cores one is left to the doors, though threads of this priority give way to them. */
    const lanes = availableParallelism() > 2 ? 2 : 1;
    const thread = new SearchThread({ instance, choice, lanes });
    let isOurs = true;
    let turn: Promise<void> = Promise.resolve();
    const look = async () => {
      const better = thread.takeBetter();
      const kept = await taken.keep(better ? { plan: better } : {});
      isOurs = kept.isOurs;
      if (better) this.bell.ring(taken.row.fairId);
      if (!kept.isOurs || kept.isToEnd) thread.stop();
    };
    const looking = setInterval(() => {
      turn = turn
        .then(look)
        .catch((error: unknown) => this.log.warn(`not kept, goes on: ${String(error)}`));
    }, PAUSE_MS);
    const left = new Promise<null>((resolve) => {
      this.leaving.signal.addEventListener('abort', () => resolve(null), { once: true });
      if (this.leaving.signal.aborted) resolve(null);
    });
    try {
      const end = await Promise.race([thread.end, left]);
      return isOurs ? end : null;
    } finally {
      clearInterval(looking);
      await thread.close();
      await turn;
      if (this.leaving.signal.aborted) await taken.release();
    }
  }

  private async end(taken: TakenSuggestion, end: SearchEnd): Promise<boolean> {
    const endedAt = this.clock.now();
    if (end.kind === 'plan') {
      const { isOurs } = await taken.keep({ state: 'explaining', endedAt, plan: end.plan });
      return isOurs;
    }
    await taken.keep(
      end.kind === 'conflict'
        ? {
            ...{ state: 'conflict', endedAt, plan: null },
            conflict: nameConflict(end.conflict, taken.row.claimants),
          }
        : { state: 'unknown', endedAt, plan: null },
    );
    return false;
  }
}
