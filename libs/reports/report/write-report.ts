import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { readClosings } from '../closing/read-closings';
import type { ReportOrder } from '../closing/report-orders';
import { writeEndOfDay } from './end-of-day';
import { Report } from './report.entity';
import { closingNotFound } from './report.refusals';
import type { ReportLanguage, ReportName } from './report.rules';

/**
 * Makes the end-of-day file of a revision and keeps it, unless it is there. One insert, and the
 * first file stored is the document: run twice or at once there is one, killed on the way there is
 * none or one. Refuses `closing_not_found`.
 */
@Injectable()
export class WriteReport {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(order: ReportOrder, language: ReportLanguage = 'vi'): Promise<void> {
    const { fairId, day, revision } = order;
    const name: ReportName = { kind: 'end_of_day', language, format: 'pdf' };
    const reports = this.source.getRepository(Report);
    if (await reports.existsBy({ fairId, day, revision, ...name })) return;
    const [closing] = await readClosings(this.source.manager, { fairId, day, revision });
    if (!closing) throw closingNotFound();

    const bytes = await writeEndOfDay(closing, language);
    await reports
      .createQueryBuilder()
      .insert()
      .values({
        fairId,
        day,
        revision,
        ...name,
        bytes,
        sha256: createHash('sha256').update(bytes).digest(),
        madeAt: this.clock.now(),
      })
      .orIgnore()
      .execute();
  }
}
