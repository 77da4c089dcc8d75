import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DashboardModule } from '@phien/dashboard';
import { CheckClosings } from './closing/check-closings';
import { CloseDay } from './closing/close-day';
import { ListClosings } from './closing/list-closings';
import { ListDays } from './closing/list-days';
import { ReportOrders } from './closing/report-orders';
import { FindMissingReports } from './report/find-missing-reports';
import { ListReports } from './report/list-reports';
import { ReadReport } from './report/read-report';
import { REPORT_QUEUE, ReportQueue } from './report/report-queue';
import { WriteReport } from './report/write-report';
import { reportsEntities } from './reports.entities';

const verbs = [
  CheckClosings,
  CloseDay,
  FindMissingReports,
  ListClosings,
  ListDays,
  ListReports,
  ReadReport,
  WriteReport,
];

/** Closed days and the files made of them. The app gives the queue its connection (`queueRoot`). */
@Module({
  imports: [
    TypeOrmModule.forFeature(reportsEntities),
    BullModule.registerQueue({ name: REPORT_QUEUE }),
    DashboardModule,
  ],
  providers: [...verbs, { provide: ReportOrders, useClass: ReportQueue }],
  exports: [...verbs, ReportOrders],
})
export class ReportsModule {}
