import type { FinalReportContent } from '../final-report/final-report.rules';
import type { LateListContent } from '../late-list/late-list.rules';
import type { ReportLanguage } from '../report/report.rules';
import type { SalesExportContent } from '../sales-export/sales-export.rules';
import type { StatementContent } from '../statement/statement.rules';
import type { PaperFormat } from './paper.rules';

interface PaperContents {
  statement: StatementContent;
  sales_export: SalesExportContent;
  late_list: LateListContent;
  final_report: FinalReportContent;
}

/** A paper as its files are made of it. */
export type FrozenPaper = {
  [Kind in keyof PaperContents]: {
    kind: Kind;
    content: PaperContents[Kind];
    /** Hex. */
    contentHash: string;
    edition: number;
  };
}[keyof PaperContents];

/** All that a paper's file is made of: the same makes the same bytes, wherever and whenever. */
export interface PaperFileSubject {
  paper: FrozenPaper;
  language: ReportLanguage;
  format: PaperFormat;
  /** That an organizer brought for a Word file; null or left out for the house's own. */
  frame?: Uint8Array | null;
}
