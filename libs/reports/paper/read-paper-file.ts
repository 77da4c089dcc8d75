import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import type { StoredReport } from '../report/read-report';
import { attachmentNamed, contentTypes } from '../report/report.rules';
import { ListPapers } from './list-papers';
import type { PaperDto } from './paper.dto';
import { PaperFile } from './paper-file.entity';
import { paperNotFound, paperNotReady } from './paper.refusals';
import { readPaperFileName } from './paper.rules';
import { paperTitles } from './paper-titles';

/** A stored file of a paper, byte for byte. Refuses `paper_not_found`, `paper_not_ready`. */
@Injectable()
export class ReadPaperFile {
  constructor(
    private readonly source: DataSource,
    private readonly listPapers: ListPapers,
  ) {}

  async run(
    caller: Caller,
    { fairId, paperId, file }: { fairId: string; paperId: string; file: string },
  ): Promise<StoredReport> {
    const name = readPaperFileName(file);
    const paper =
      name === null || !isId(paperId)
        ? undefined
        : await this.listPapers.one(caller, fairId, paperId);
    if (!name || !paper) throw paperNotFound();
    const stored = await this.source
      .getRepository(PaperFile)
      .findOneBy({ fairId, paperId, ...name });
    if (stored === null) throw paperNotReady();
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    const { format, language } = name;
    return {
      bytes: stored.bytes,
      sha256: stored.sha256.toString('hex'),
      contentType: contentTypes[format],
      contentDisposition: attachmentNamed({
        ascii: `${paper.kind.replace('_', '-')}-${fair.code.slice(0, 60)}-${paper.day ?? 'fair'}-${paper.contentHash.slice(0, 8)}.${language}`,
        name: [
          paperTitles[language][paper.kind],
          paper.day ?? '',
          editionOf(paper),
          paper.exhibitorName ?? '',
          language === 'vi' ? fair.nameVi : fair.nameEn,
        ]
          .filter((part) => part !== '')
          .join(' - '),
        format,
      }),
    };
  }
}

/* Two editions of one subject lie side by side in a folder of downloads. */
const editionOf = ({ edition }: PaperDto) => (edition === 1 ? '' : `(${edition})`);
