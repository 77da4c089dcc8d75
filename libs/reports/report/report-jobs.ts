import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { ReportOrder } from '../closing/report-orders';
import { REPORT_QUEUE } from './report-queue';
import { WriteReport } from './write-report';

/**
 * Writes ordered reports, one at a time. A worker that died while writing leaves a stalled job;
 * writing twice is harmless, so it is taken up again soon, and however often that happens.
 */
@Processor(REPORT_QUEUE, {
  lockDuration: 20_000,
  stalledInterval: 10_000,
  maxStalledCount: 1_000,
})
export class ReportJobs extends WorkerHost {
  private readonly log = new Logger(ReportJobs.name);

  constructor(private readonly writeReport: WriteReport) {
    super();
  }

  /* BullMQ prints whole stacks of what nobody listens to; it connects again by itself. */
  @OnWorkerEvent('error')
  sayAway(error: Error): void {
    this.log.warn(`the queue is away: ${error.message}`);
  }

  override async process(job: Job<ReportOrder>): Promise<void> {
    try {
      await this.writeReport.run(job.data);
    } catch (error) {
      this.log.error(`report ${job.id ?? job.name} failed: ${String(error)}`);
      throw error;
    }
  }
}
