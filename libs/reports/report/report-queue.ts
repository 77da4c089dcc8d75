import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { ReportOrders, type ReportOrder } from '../closing/report-orders';
import { type PaperFileName, paperFileName } from '../paper/paper.rules';
import { makesItself, REPORT_NAMES, reportFileName, type ReportFile } from './report.rules';

export const REPORT_QUEUE = 'reports';

/** The archive of a fair. */
export interface ArchiveToMake {
  archiveOf: string;
}

/** What a job names: a file of a closed day, or of another paper, or an archive. */
export type FileToMake = ReportFile | PaperFileName | ArchiveToMake;

/** Orders of single files. A nudge as well: returns at once, may be lost, may come twice. */
export abstract class FileOrders extends ReportOrders {
  abstract placeFile(file: ReportFile): void;

  /** The same for a file of another paper. */
  abstract placePaperFile(file: PaperFileName): void;

  /** The same for the archive of a sealed fair. */
  abstract placeArchive(archive: ArchiveToMake): void;

  override place(order: ReportOrder): void {
    for (const name of REPORT_NAMES.filter(makesItself)) this.placeFile({ ...order, ...name });
  }
}

/**
 * Orders by way of the queue. A job leaves no trace when it ends, well or not: the queue ignores a
 * second job of a name it still remembers, and the worker orders every minute what is missing.
 */
@Injectable()
export class ReportQueue extends FileOrders {
  private readonly log = new Logger(ReportQueue.name);

  constructor(@InjectQueue(REPORT_QUEUE) private readonly queue: Queue<FileToMake>) {
    super();
    /* BullMQ prints to the console what nobody listens to; it connects again by itself. */
    queue.on('error', (error) => this.log.warn(`the queue is away: ${error.message}`));
  }

  override placeFile(file: ReportFile): void {
    const { fairId, day, revision, kind, language, format } = file;
    const name = `${fairId}-${day}-${revision}-${reportFileName(file)}`;
    this.add(name, { fairId, day, revision, kind, language, format });
  }

  override placePaperFile({ fairId, paperId, language, format }: PaperFileName): void {
    const file = { fairId, paperId, language, format };
    this.add(`${paperId}-${paperFileName(file)}`, file);
  }

  override placeArchive({ archiveOf }: ArchiveToMake): void {
    this.add(`archive-${archiveOf}`, { archiveOf });
  }

  private add(jobId: string, file: FileToMake): void {
    this.queue
      .add('file', file, {
        jobId,
        attempts: 3,
        backoff: { type: 'exponential', delay: 1_000 },
        removeOnComplete: true,
        removeOnFail: true,
      })
      .catch((error: unknown) =>
        this.log.warn(`${jobId} waits for the worker to look: ${String(error)}`),
      );
  }
}
