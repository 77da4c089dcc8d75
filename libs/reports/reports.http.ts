import { Module } from '@nestjs/common';
import { ClosingGraceController } from './closing/closing-grace.controller';
import { ClosingsController } from './closing/closings.controller';
import { ReportsController } from './report/reports.controller';
import { ReportsModule } from './reports.module';

@Module({
  imports: [ReportsModule],
  controllers: [ClosingGraceController, ClosingsController, ReportsController],
})
export class ReportsHttpModule {}
