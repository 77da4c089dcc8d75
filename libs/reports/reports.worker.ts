import { Module } from '@nestjs/common';
import { MissingReportsLoop } from './report/missing-reports-loop';
import { ReportJobs } from './report/report-jobs';
import { ReportsModule } from './reports.module';

@Module({ imports: [ReportsModule], providers: [MissingReportsLoop, ReportJobs] })
export class ReportsWorkerModule {}
