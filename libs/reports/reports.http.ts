import { Module } from '@nestjs/common';
import { ClosingsController } from './closing/closings.controller';
import { ReportsController } from './report/reports.controller';
import { ReportsModule } from './reports.module';

@Module({ imports: [ReportsModule], controllers: [ClosingsController, ReportsController] })
export class ReportsHttpModule {}
