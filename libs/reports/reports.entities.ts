import { ClosingDeclared } from './closing/closing-declared.entity';
import { ClosingDocument } from './closing/closing-document.entity';
import { ClosingHead } from './closing/closing-head.entity';
import { Closing } from './closing/closing.entity';
import { Report } from './report/report.entity';
import { WantedReport } from './report/wanted-report.entity';

export const reportsEntities = [
  Closing,
  ClosingHead,
  ClosingDeclared,
  ClosingDocument,
  Report,
  WantedReport,
];
