import { Injectable } from '@nestjs/common';
import { isFairDay } from '@phien/kernel';
import { ListReports } from './list-reports';
import type { OrderReportDto, ReportDto } from './report.dto';
import { FileOrders } from './report-queue';
import { ReportProgress } from './report-progress';
import { closingNotFound } from './report.refusals';

/**
 * Asks for a file of a revision, or for one that failed once more; answers how far it is. One that
 * is there or on its way is only answered. Refuses `closing_not_found`.
 */
@Injectable()
export class OrderReport {
  constructor(
    private readonly listReports: ListReports,
    private readonly progress: ReportProgress,
    private readonly orders: FileOrders,
  ) {}

  async run(fairId: string, wanted: OrderReportDto): Promise<ReportDto> {
    const { day, revision, kind, language, format } = wanted;
    const file = { fairId, day, revision, kind, language, format };
    const known = isFairDay(day) ? await this.listReports.one(file) : undefined;
    if (!known) throw closingNotFound();
    if (known.state === 'ready' || known.state === 'making') return known;
    await this.progress.want(file);
    this.orders.placeFile(file);
    return { ...known, state: 'waiting', percent: null, failedCode: null };
  }
}
