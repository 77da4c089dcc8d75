import { Module } from '@nestjs/common';
import { ClosingGraceController } from './closing/closing-grace.controller';
import { ClosingsController } from './closing/closings.controller';
import { ClosingMailController } from './delivery/closing-mail.controller';
import { FinalReportController } from './final-report/final-report.controller';
import { PastFairsController } from './history/past-fairs.controller';
import { PapersController } from './paper/papers.controller';
import { PublicFairsController } from './public-figures/public-fairs.controller';
import { PublicationController } from './public-figures/publication.controller';
import { ReportsController } from './report/reports.controller';
import { ReportsModule } from './reports.module';
import { SealingController } from './sealing/sealing.controller';

@Module({
  imports: [ReportsModule],
  controllers: [
    ClosingGraceController,
    ClosingMailController,
    ClosingsController,
    FinalReportController,
    PapersController,
    PastFairsController,
    PublicFairsController,
    PublicationController,
    ReportsController,
    SealingController,
  ],
})
export class ReportsHttpModule {}
