import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { FileMaker } from '../report/file-maker';
import { contentTypes } from '../report/report.rules';
import type { BoothPaperWantedDto } from './booth-paper.dto';
import { ReadBoothPapers } from './read-booth-papers';

export interface BoothPaperFile {
  bytes: Buffer;
  name: string;
  contentType: string;
}

/**
 * Signs, badges and the list of booths, of what stands now; nothing of them is kept. They hold names
 * of people, the list their phones too, so the audit log says who took them.
 */
@Injectable()
export class ExportBoothPaper {
  constructor(
    private readonly source: DataSource,
    private readonly readBoothPapers: ReadBoothPapers,
    private readonly fileMaker: FileMaker,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    { file, language }: BoothPaperWantedDto,
  ): Promise<BoothPaperFile> {
    const content = await this.readBoothPapers.run(caller, fairId);
    const bytes = await this.fileMaker.make({ boothPaper: file, language, content }, () =>
      Promise.resolve(),
    );
    await recordAudit(this.source.manager, {
      fairId,
      accountId: caller.accountId,
      action: 'booth_paper_exported',
      subjectId: fairId,
      detail: { file, language, booths: content.booths.length },
    });
    const format = file.endsWith('.pdf') ? 'pdf' : file.endsWith('.xlsx') ? 'xlsx' : 'csv';
    return {
      bytes,
      name: `phien-${content.fair.code}-booth-${file}`,
      contentType: contentTypes[format],
    };
  }
}
