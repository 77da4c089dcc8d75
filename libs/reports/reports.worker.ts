import { Module } from '@nestjs/common';
import { ApplicationMailLoop } from './application-mail/application-mail-loop';
import { ClosingsLoop } from './closing/closings-loop';
import { ClosingMailLoop } from './delivery/closing-mail-loop';
import { MissingReportsLoop } from './report/missing-reports-loop';
import { ReportJobs } from './report/report-jobs';
import { ReportsModule } from './reports.module';

@Module({
  imports: [ReportsModule],
  providers: [ApplicationMailLoop, ClosingMailLoop, ClosingsLoop, MissingReportsLoop, ReportJobs],
})
export class ReportsWorkerModule {}
