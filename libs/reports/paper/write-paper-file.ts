import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { FinalReportFrame } from '../final-report/final-report-frame.entity';
import type { FinalReportContent } from '../final-report/final-report.rules';
import { FileMaker } from '../report/file-maker';
import type { ReportLanguage } from '../report/report.rules';
import type { FrozenPaper } from './paper-file';
import { PaperFile } from './paper-file.entity';
import { Paper } from './paper.entity';
import { keyOf, PaperProgress } from './paper-progress';
import { paperNotFound } from './paper.refusals';
import type { PaperFileName } from './paper.rules';

/**
 * Makes a file of a paper and keeps it, unless it is there. As with the report of a day the first file
 * stored is the document: run twice or at once there is one. Refuses `paper_not_found`.
 */
@Injectable()
export class WritePaperFile {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly fileMaker: FileMaker,
    private readonly progress: PaperProgress,
  ) {}

  async run(file: PaperFileName): Promise<void> {
    const name = keyOf(file);
    const { fairId, paperId, language, format } = name;
    const files = this.source.getRepository(PaperFile);
    if (await files.existsBy(name)) return this.progress.forget(name);
    const paper = await this.source.getRepository(Paper).findOneBy({ fairId, id: paperId });
    if (paper === null) throw paperNotFound();

    await this.progress.begin(name);
    const { kind, edition, content } = paper;
    const bytes = await this.fileMaker.make(
      {
        /* What a kind's content looks like, the verb that froze it knows. */
        paper: {
          kind,
          edition,
          content,
          contentHash: paper.contentHash.toString('hex'),
        } as FrozenPaper,
        language,
        format,
        frame: format === 'docx' ? await this.frameOf(paper, language) : null,
      },
      (percent) => this.progress.step(name, percent),
    );
    await files
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

  /* The frame that was used when the report was frozen, whatever was brought since. */
  private async frameOf(
    { fairId, content }: Paper,
    language: ReportLanguage,
  ): Promise<Uint8Array | null> {
    const used = (content as FinalReportContent).frames[language];
    if (used === null) return null;
    const { revision } = used;
    const frame = await this.source
      .getRepository(FinalReportFrame)
      .findOneBy({ fairId, language, revision });
    return frame?.bytes ?? null;
  }
}
