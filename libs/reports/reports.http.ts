import { Module } from '@nestjs/common';
import { ApplicationMailController } from './application-mail/application-mail.controller';
import { PlanningModule } from '@phien/planning';
import { ArchivesController } from './archive/archives.controller';
import { BoothPapersController } from './booth-papers/booth-papers.controller';
import { ClosingGraceController } from './closing/closing-grace.controller';
import { ClosingsController } from './closing/closings.controller';
import { ClosingMailController } from './delivery/closing-mail.controller';
import { DownloadFeeNotice } from './fee-paper/download-fee-notice';
import { DownloadOverdue } from './fee-paper/download-overdue';
import { FeePapersController } from './fee-paper/fee-papers.controller';
import { FinalReportController } from './final-report/final-report.controller';
import { PastFairsController } from './history/past-fairs.controller';
import { PapersController } from './paper/papers.controller';
import { PublicFairsController } from './public-figures/public-fairs.controller';
import { PublicationController } from './public-figures/publication.controller';
import { PressFiguresController } from './press/press-figures.controller';
import { FileMaker, FileMakerInThread } from './report/file-maker';
import { ReportsController } from './report/reports.controller';
import { SignaturesController } from './signature/signatures.controller';
import { VerifyController } from './verify/verify.controller';
import { ReportsModule } from './reports.module';
import { SealingController } from './sealing/sealing.controller';

@Module({
  imports: [ReportsModule, PlanningModule],
  providers: [
    DownloadFeeNotice,
    DownloadOverdue,
    { provide: FileMaker, useFactory: () => new FileMakerInThread() },
  ],
  controllers: [
    ApplicationMailController,
    ArchivesController,
    BoothPapersController,
    ClosingGraceController,
    ClosingMailController,
    ClosingsController,
    FeePapersController,
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
