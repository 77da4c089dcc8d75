import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { Refusal } from '@phien/kernel';
import type { Job } from 'bullmq';
import { ArchiveProgress } from '../archive/archive-progress';
import { MakeArchive } from '../archive/make-archive';
import { PaperProgress } from '../paper/paper-progress';
import { WritePaperFile } from '../paper/write-paper-file';
import { type FileToMake, REPORT_QUEUE } from './report-queue';
import { ReportProgress } from './report-progress';
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

  constructor(
    private readonly writeReport: WriteReport,
    private readonly progress: ReportProgress,
    private readonly writePaperFile: WritePaperFile,
    private readonly paperProgress: PaperProgress,
    private readonly makeArchive: MakeArchive,
    private readonly archiveProgress: ArchiveProgress,
  ) {
    super();
  }

  /* BullMQ prints whole stacks of what nobody listens to; it connects again by itself. */
  @OnWorkerEvent('error')
  sayAway(error: Error): void {
    this.log.warn(`the queue is away: ${error.message}`);
  }

  override async process(job: Job<FileToMake>): Promise<void> {
    try {
      await this.write(job.data);
    } catch (error) {
      this.log.error(`report ${job.id ?? job.name} failed: ${String(error)}`);
      if (isLastTry(job)) await this.giveUp(job.data, error);
      throw error;
    }
  }

  private write(file: FileToMake): Promise<void> {
    if ('archiveOf' in file) return this.makeArchive.run(file.archiveOf);
    return 'paperId' in file ? this.writePaperFile.run(file) : this.writeReport.run(file);
  }

  /* A database that is away refuses this word too; then the file is simply still missing. */
  private async giveUp(file: FileToMake, error: unknown): Promise<void> {
    const code = error instanceof Refusal ? error.code : 'report_failed';
    await this.tellFailure(file, code).catch((failure: unknown) =>
      this.log.warn(`nobody was told: ${String(failure)}`),
    );
  }

  private tellFailure(file: FileToMake, code: string): Promise<void> {
    if ('archiveOf' in file) return this.archiveProgress.fail(file.archiveOf, code);
    return 'paperId' in file ? this.paperProgress.fail(file, code) : this.progress.fail(file, code);
  }
}

const isLastTry = (job: Job) => job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
