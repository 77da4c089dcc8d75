import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { ReadFeeNotice } from '@phien/planning';
import { FileMaker } from '../report/file-maker';
import type { ReportLanguage } from '../report/report.rules';

/**
 * A fee notice as it is now, as a PDF; made each time it is asked for, for what is owed changes with
 * each payment. Refuses `fair_not_found`, `fee_payer_not_found`.
 */
@Injectable()
export class DownloadFeeNotice {
  constructor(
    private readonly readNotice: ReadFeeNotice,
    private readonly fileMaker: FileMaker,
  ) {}

  async run(
    caller: Caller,
    { fairId, payerId }: { fairId: string; payerId: string },
    language: ReportLanguage,
  ): Promise<{ bytes: Buffer; name: string }> {
    const feeNotice = await this.readNotice.run(caller, fairId, payerId);
    const bytes = await this.fileMaker.make({ feeNotice, language }, () => Promise.resolve());
    const { reference, today } = feeNotice;
    return { bytes, name: `phien-fees-${reference}-${today}-${language}.pdf` };
  }
}
