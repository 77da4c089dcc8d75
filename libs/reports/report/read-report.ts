import { Injectable } from '@nestjs/common';
import { isFairDay } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import { Report } from './report.entity';
import { reportNotFound, reportNotReady } from './report.refusals';
import { contentTypes, readReportName, readRevision, reportDisposition } from './report.rules';

export interface ReportWanted {
  fairId: string;
  day: string;
  revision: string;
  /** Such as `end_of_day.vi.pdf`. */
  file: string;
}

export interface StoredReport {
  bytes: Buffer;
  /** Hex. */
  sha256: string;
  contentType: string;
  contentDisposition: string;
}

/** A stored report, byte for byte. Refuses `report_not_found`, `report_not_ready`. */
@Injectable()
export class ReadReport {
  constructor(private readonly source: DataSource) {}

  async run(wanted: ReportWanted): Promise<StoredReport> {
    const { fairId, day } = wanted;
    const name = readReportName(wanted.file);
    const revision = readRevision(wanted.revision);
    if (name === null || revision === null || !isFairDay(day)) throw reportNotFound();
    const report = await this.source
      .getRepository(Report)
      .findOneBy({ fairId, day, revision, ...name });
    if (report === null) {
      const isClosed = await this.source.getRepository(Closing).existsBy({ fairId, day, revision });
      throw isClosed ? reportNotReady() : reportNotFound();
    }
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    return {
      bytes: report.bytes,
      sha256: report.sha256.toString('hex'),
      contentType: contentTypes[name.format],
      contentDisposition: reportDisposition({
        fairCode: fair.code,
        fairName: name.language === 'vi' ? fair.nameVi : fair.nameEn,
        day,
        revision,
        language: name.language,
        format: name.format,
      }),
    };
  }
}
