import { Module } from '@nestjs/common';
import { ClosingsLoop } from './closing/closings-loop';
import { MissingReportsLoop } from './report/missing-reports-loop';
import { ReportJobs } from './report/report-jobs';
import { ReportsModule } from './reports.module';

@Module({ imports: [ReportsModule], providers: [ClosingsLoop, MissingReportsLoop, ReportJobs] })
export class ReportsWorkerModule {}
