import { Injectable } from '@nestjs/common';
import { ListFeeStandings } from '@phien/planning';
import { FileMaker } from '../report/file-maker';
import type { ReportLanguage } from '../report/report.rules';

/** Who is overdue now, as a workbook or plain lines. Refuses `fair_not_found`. */
@Injectable()
export class DownloadOverdue {
  constructor(
    private readonly listStandings: ListFeeStandings,
    private readonly fileMaker: FileMaker,
  ) {}

  async run(
    fairId: string,
    { language, format }: { language: ReportLanguage; format: 'xlsx' | 'csv' },
  ): Promise<{ bytes: Buffer; name: string }> {
    const feesOverdue = await this.listStandings.run(fairId);
    const subject = { feesOverdue, language, format };
    const bytes = await this.fileMaker.make(subject, () => Promise.resolve());
    return { bytes, name: `phien-fees-overdue-${feesOverdue.today}-${language}.${format}` };
  }
}
