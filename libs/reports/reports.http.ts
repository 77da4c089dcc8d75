import { Module } from '@nestjs/common';
import { ApplicationMailController } from './application-mail/application-mail.controller';
import { ArchivesController } from './archive/archives.controller';
import { BoothPapersController } from './booth-papers/booth-papers.controller';
import { ClosingGraceController } from './closing/closing-grace.controller';
import { ClosingsController } from './closing/closings.controller';
import { ClosingMailController } from './delivery/closing-mail.controller';
import { FinalReportController } from './final-report/final-report.controller';
import { PastFairsController } from './history/past-fairs.controller';
import { PapersController } from './paper/papers.controller';
import { PublicFairsController } from './public-figures/public-fairs.controller';
import { PublicationController } from './public-figures/publication.controller';
import { PressFiguresController } from './press/press-figures.controller';
import { ReportsController } from './report/reports.controller';
import { SignaturesController } from './signature/signatures.controller';
import { VerifyController } from './verify/verify.controller';
import { ReportsModule } from './reports.module';
import { SealingController } from './sealing/sealing.controller';

@Module({
  imports: [ReportsModule],
  controllers: [
    ApplicationMailController,
    ArchivesController,
    BoothPapersController,
    ClosingGraceController,
    ClosingMailController,
    ClosingsController,
    FinalReportController,
    PapersController,
    PastFairsController,
    PressFiguresController,
    PublicFairsController,
    PublicationController,
    ReportsController,
    SealingController,
    SignaturesController,
    VerifyController,
  ],
})
export class ReportsHttpModule {}
