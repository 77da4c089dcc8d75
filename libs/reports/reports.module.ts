import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DashboardModule } from '@phien/dashboard';
import { IdentityModule } from '@phien/identity';
import { ReadApplicationMail } from './application-mail/read-application-mail';
import { SendApplicationMail } from './application-mail/send-application-mail';
import { PlanningModule } from '@phien/planning';
import { ArchiveProgress } from './archive/archive-progress';
import { FindMissingArchives } from './archive/find-missing-archives';
import { MakeArchive } from './archive/make-archive';
import { OpenArchive } from './archive/open-archive';
import { OrderArchive } from './archive/order-archive';
import { ReadArchives } from './archive/read-archives';
import { ExportBoothPaper } from './booth-papers/export-booth-paper';
import { ReadBoothPapers } from './booth-papers/read-booth-papers';
import { CheckClosings } from './closing/check-closings';
import { CloseDay } from './closing/close-day';
import { CloseDueDays } from './closing/close-due-days';
import { FindDueDays } from './closing/find-due-days';
import { ListClosings } from './closing/list-closings';
import { ListDays } from './closing/list-days';
import { PreviewClosing } from './closing/preview-closing';
import { ReportOrders } from './closing/report-orders';
import { SetClosingGrace } from './closing/set-closing-grace';
import { AddRecipient } from './delivery/add-recipient';
import { EndRecipient } from './delivery/end-recipient';
import { Post } from './delivery/post';
import { ReadClosingMail } from './delivery/read-closing-mail';
import { ReadMailedClosing } from './delivery/read-mailed-closing';
import { SendClosingMail } from './delivery/send-closing-mail';
import { TryAgain } from './delivery/try-again';
import { BringFrame } from './final-report/bring-frame';
import { FrameCheck, FrameCheckInThread } from './final-report/frame-check';
import { ReadFinalReport } from './final-report/read-final-report';
import { ReadFrame } from './final-report/read-frame';
import { WriteFinalField } from './final-report/write-final-field';
import { AddPastFair } from './history/add-past-fair';
import { AddPastFigure } from './history/add-past-figure';
import { ChoosePastFigure } from './history/choose-past-figure';
import { ListPastFairs } from './history/list-past-fairs';
import { ReadComparison } from './history/read-comparison';
import { RetractPastFigure } from './history/retract-past-figure';
import { FindMissingPapers } from './paper/find-missing-papers';
import { ListPapers } from './paper/list-papers';
import { OrderPaper } from './paper/order-paper';
import { PaperProgress } from './paper/paper-progress';
import { ReadPaperContent } from './paper/read-paper-content';
import { ReadPaperFile } from './paper/read-paper-file';
import { WritePaperFile } from './paper/write-paper-file';
import { ListPressFigures } from './press/list-press-figures';
import { NotePressFigure } from './press/note-press-figure';
import { StrikePressFigure } from './press/strike-press-figure';
import { PublishedFairs } from './public-figures/published-fairs';
import { ReadPublicFair } from './public-figures/read-public-fair';
import { ReadPublicFairPlan } from './public-figures/read-public-fair-plan';
import { ReadPublicFigures } from './public-figures/read-public-figures';
import { ReadPublication } from './public-figures/read-publication';
import { SetPublication } from './public-figures/set-publication';
import { FileMaker, FileMakerInThread } from './report/file-maker';
import { FindMissingReports } from './report/find-missing-reports';
import { ListReports } from './report/list-reports';
import { OrderReport } from './report/order-report';
import { ReadReport } from './report/read-report';
import { ReportProgress } from './report/report-progress';
import { FileOrders, REPORT_QUEUE, ReportQueue } from './report/report-queue';
import { WriteReport } from './report/write-report';
import { ListSignatures } from './signature/list-signatures';
import { ReviewClosing } from './signature/review-closing';
import { SignClosing } from './signature/sign-closing';
import { VerifyDocument } from './verify/verify-document';
import { reportsEntities } from './reports.entities';
import { ProposeSeal } from './sealing/propose-seal';
import { ReadSealing } from './sealing/read-sealing';
import { SealFair } from './sealing/seal-fair';
import { WithdrawSeal } from './sealing/withdraw-seal';

const verbs = [
  AddPastFair,
  AddPastFigure,
  AddRecipient,
  ArchiveProgress,
  BringFrame,
  CheckClosings,
  ChoosePastFigure,
  CloseDay,
  CloseDueDays,
  EndRecipient,
  ExportBoothPaper,
  FindDueDays,
  FindMissingArchives,
  FindMissingPapers,
  FindMissingReports,
  ListClosings,
  ListDays,
  ListPapers,
  ListPastFairs,
  ListPressFigures,
  ListReports,
  ListSignatures,
  MakeArchive,
  NotePressFigure,
  OpenArchive,
  OrderArchive,
  OrderPaper,
  OrderReport,
  PaperProgress,
  PreviewClosing,
  ProposeSeal,
  ReadApplicationMail,
  ReadArchives,
  ReadBoothPapers,
  ReadClosingMail,
  ReadComparison,
  ReadFinalReport,
  ReadFrame,
  ReadMailedClosing,
  ReadPaperContent,
  ReadPaperFile,
  ReadPublicFair,
  ReadPublicFairPlan,
  ReadPublicFigures,
  ReadPublication,
  ReadReport,
  ReadSealing,
  ReportProgress,
  RetractPastFigure,
  ReviewClosing,
  SealFair,
  SendApplicationMail,
  SendClosingMail,
  SetClosingGrace,
  SetPublication,
  SignClosing,
  StrikePressFigure,
  TryAgain,
  VerifyDocument,
  WithdrawSeal,
  WriteFinalField,
  WritePaperFile,
  WriteReport,
];

/** Closed days and the files made of them. The app gives the queue its connection (`queueRoot`). */
@Module({
  imports: [
    TypeOrmModule.forFeature(reportsEntities),
    BullModule.registerQueue({ name: REPORT_QUEUE }),
    DashboardModule,
    IdentityModule,
    PlanningModule,
  ],
  providers: [
    ...verbs,
    PublishedFairs,
    { provide: FrameCheck, useFactory: () => new FrameCheckInThread() },
    { provide: FileMaker, useFactory: () => new FileMakerInThread() },
    { provide: Post, useFactory: () => new Post(process.env) },
    { provide: FileOrders, useClass: ReportQueue },
    { provide: ReportOrders, useExisting: FileOrders },
  ],
  exports: [...verbs, ReportOrders, FileOrders],
})
export class ReportsModule {}
