import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { attachmentNamed, contentTypes, type ReportLanguage } from '../report/report.rules';
import type { StoredReport } from '../report/read-report';
import { createHash } from 'node:crypto';
import { FinalReportFrame } from './final-report-frame.entity';

/** The frame that a language is printed in, to look at and to change. */
@Injectable()
export class ReadFrame {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, language: ReportLanguage): Promise<StoredReport> {
    const brought = await this.source.getRepository(FinalReportFrame).findOne({
      where: { fairId, language },
      order: { revision: 'DESC' },
    });
    const bytes = brought?.bytes ?? (await houseFrameOf(language));
    const name =
      language === 'vi' ? 'Khung báo cáo kết quả hội chợ' : 'Frame of the report on a fair';
    return {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      contentType: contentTypes.docx,
      contentDisposition: attachmentNamed({
        ascii: `final-report-frame.${language}`,
        name: `${name} (${language})`,
        format: 'docx',
      }),
    };
  }
}

/* Loaded when it is asked for: a door opens without the makers of files. */
async function houseFrameOf(language: ReportLanguage): Promise<Buffer> {
  const { houseFrame } = await import('./house-frame');
  return houseFrame(language);
}
