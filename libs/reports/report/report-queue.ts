import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { ReportOrders, type ReportOrder } from '../closing/report-orders';

export const REPORT_QUEUE = 'reports';
export const END_OF_DAY_JOB = 'end-of-day';

/**
 * Orders by way of the queue. A job leaves no trace when it ends, well or not: the queue ignores a
 * second job of a name it still remembers, and the worker orders every minute what is missing.
 */
@Injectable()
export class ReportQueue extends ReportOrders {
  private readonly log = new Logger(ReportQueue.name);

  constructor(@InjectQueue(REPORT_QUEUE) private readonly queue: Queue<ReportOrder>) {
    super();
    /* BullMQ prints to the console what nobody listens to; it connects again by itself. */
    queue.on('error', (error) => this.log.warn(`the queue is away: ${error.message}`));
  }

  override place({ fairId, day, revision }: ReportOrder): void {
    this.queue
      .add(
        END_OF_DAY_JOB,
        { fairId, day, revision },
        {
          jobId: `${fairId}-${day}-${revision}`,
          attempts: 3,
          backoff: { type: 'exponential', delay: 1_000 },
          removeOnComplete: true,
          removeOnFail: true,
        },
      )
      .catch((error: unknown) =>
        this.log.warn(`the report of ${day} r${revision} waits for the worker: ${String(error)}`),
      );
  }
}
