import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { boothMoneyVisible } from '@phien/dashboard';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { readClosings } from '../closing/read-closings';
import { FileMaker } from './file-maker';
import { ReportProgress } from './report-progress';
import { Report } from './report.entity';
import { closingNotFound } from './report.refusals';
import type { ReportFile } from './report.rules';

/**
 * Makes a file of a revision and keeps it, unless it is there. One insert, and the first file stored
 * is the document: run twice or at once there is one, killed on the way there is none or one. What a
 * file says of single booths is what an official of the fair may see, whoever downloads it. Refuses
 * `closing_not_found`.
 */
@Injectable()
export class WriteReport {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly fileMaker: FileMaker,
    private readonly progress: ReportProgress,
  ) {}

  async run(file: ReportFile): Promise<void> {
    const { fairId, day, revision, kind, language, format } = file;
    const name = { fairId, day, revision, kind, language, format };
    const reports = this.source.getRepository(Report);
    if (await reports.existsBy(name)) return this.progress.forget(name);
    const [closing] = await readClosings(this.source.manager, { fairId, day, revision });
    if (!closing) throw closingNotFound();

    await this.progress.begin(name);
    const bytes = await this.fileMaker.make(
      {
        closing,
        language,
        format,
        isBoothMoneyShown: boothMoneyVisible(closing.figures.fair.boothMoneyVisibleTo, [
          'official',
        ]),
      },
      (percent) => this.progress.step(name, percent),
    );
    await reports
      .createQueryBuilder()
      .insert()
      .values({
        ...name,
        bytes,
        sha256: createHash('sha256').update(bytes).digest(),
        madeAt: this.clock.now(),
      })
      .orIgnore()
      .execute();
    await this.progress.forget(name);
  }
}
