import { BullModule, InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, Module } from '@nestjs/common';
import type { Queue } from 'bullmq';

export const SUGGESTION_QUEUE = 'suggestions';

/** Which suggestion is to be searched. */
export interface WhichSuggestion {
  fairId: string;
  suggestionId: string;
}

/** Nudges the worker: returns at once, may be lost, may come twice. */
export abstract class SuggestionOrders {
  abstract place(which: WhichSuggestion): void;
}

/**
 * Nudges by way of the queue. A job leaves no trace when it ends, well or not: the queue ignores a
 * second job of a name it still remembers, and the worker looks by itself for what waits.
 */
@Injectable()
export class SuggestionQueue extends SuggestionOrders {
  private readonly log = new Logger(SuggestionQueue.name);

  constructor(@InjectQueue(SUGGESTION_QUEUE) private readonly queue: Queue<WhichSuggestion>) {
    super();
    /* BullMQ prints to the console what nobody listens to; it connects again by itself. */
    queue.on('error', (error) => this.log.warn(`the queue is away: ${error.message}`));
  }

  override place({ fairId, suggestionId }: WhichSuggestion): void {
    this.queue
      .add(
        'suggestion',
        { fairId, suggestionId },
        { jobId: suggestionId, attempts: 1, removeOnComplete: true, removeOnFail: true },
      )
      .catch((error: unknown) =>
        this.log.warn(`${suggestionId} waits for the worker to look: ${String(error)}`),
      );
  }
}

/** The queue for whoever asks and whoever searches. The app gives it its connection (`queueRoot`). */
@Module({
  imports: [BullModule.registerQueue({ name: SUGGESTION_QUEUE })],
  providers: [{ provide: SuggestionOrders, useClass: SuggestionQueue }],
  exports: [SuggestionOrders],
})
export class SuggestionQueueModule {}
