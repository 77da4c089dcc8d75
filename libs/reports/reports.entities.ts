import { ApplicationMail } from './application-mail/application-mail.entity';
import { FairArchivePiece } from './archive/fair-archive-piece.entity';
import { FairArchive } from './archive/fair-archive.entity';
import { WantedArchive } from './archive/wanted-archive.entity';
import { ClosingDeclared } from './closing/closing-declared.entity';
import { ClosingDocument } from './closing/closing-document.entity';
import { ClosingHead } from './closing/closing-head.entity';
import { Closing } from './closing/closing.entity';
import { MailDelivery } from './delivery/mail-delivery.entity';
import { MailLink } from './delivery/mail-link.entity';
import { MailRecipient } from './delivery/mail-recipient.entity';
import { FinalFieldEntry } from './final-report/final-field-entry.entity';
import { FinalReportFrame } from './final-report/final-report-frame.entity';
import { PastFair } from './history/past-fair.entity';
import { PastFigureChoice } from './history/past-figure-choice.entity';
import { PastFigureRetracted } from './history/past-figure-retracted.entity';
import { PastFigure } from './history/past-figure.entity';
import { PastSource } from './history/past-source.entity';
import { PaperFile } from './paper/paper-file.entity';
import { Paper } from './paper/paper.entity';
import { WantedPaper } from './paper/wanted-paper.entity';
import { FairPublication } from './public-figures/fair-publication.entity';
import { PressFigureStruck } from './press/press-figure-struck.entity';
import { PressFigure } from './press/press-figure.entity';
import { ClosingSignature } from './signature/closing-signature.entity';
import { Report } from './report/report.entity';
import { WantedReport } from './report/wanted-report.entity';

export const reportsEntities = [
  ApplicationMail,
  Closing,
  ClosingHead,
  ClosingDeclared,
  ClosingDocument,
  ClosingSignature,
  FairArchive,
  FairArchivePiece,
  FairPublication,
  FinalFieldEntry,
  FinalReportFrame,
  MailDelivery,
  MailLink,
  MailRecipient,
  Paper,
  PaperFile,
  PastFair,
  PastFigure,
  PastFigureChoice,
  PastFigureRetracted,
  PastSource,
  PressFigure,
  PressFigureStruck,
  Report,
  WantedArchive,
  WantedPaper,
  WantedReport,
];
