import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { ExplainSuggestion } from './explain-suggestion';
import { SearchSuggestion } from './search-suggestion';
import { SUGGESTION_QUEUE, type WhichSuggestion } from './suggestion-queue';

/**
 * Searches suggestions and works out their reasons: two at a time, so that the next is searched beside
 * the one whose reasons are worked out. A worker that died while searching leaves a stalled job, and a
 * row that fell silent: it is taken up again, from the start and with the same seed.
 */
@Processor(SUGGESTION_QUEUE, {
  concurrency: 2,
  lockDuration: 30_000,
  stalledInterval: 15_000,
  maxStalledCount: 1_000,
})
export class SuggestionJobs extends WorkerHost {
  private readonly log = new Logger(SuggestionJobs.name);

  constructor(
    private readonly searchSuggestion: SearchSuggestion,
    private readonly explainSuggestion: ExplainSuggestion,
  ) {
    super();
  }

  /* BullMQ prints whole stacks of what nobody listens to; it connects again by itself. */
  @OnWorkerEvent('error')
  sayAway(error: Error): void {
    this.log.warn(`the queue is away: ${error.message}`);
  }

  override async process({ data }: Job<WhichSuggestion>): Promise<void> {
    try {
      const found = await this.searchSuggestion.run(data);
      if (found) await this.explainSuggestion.run(found);
    } catch (error) {
      this.log.error(`suggestion ${data.suggestionId} failed: ${String(error)}`);
      throw error;
    }
  }
}
