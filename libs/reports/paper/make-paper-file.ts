import { fillFrame } from '../final-report/fill-frame';
import { houseFrame } from '../final-report/house-frame';
import { writeFinalReport } from '../final-report/write-final-report';
import { lateListTable, lateListViews } from '../late-list/late-list-views';
import type { Progress } from '../report/report-subject';
import { csvHead } from '../report/csv-head';
import { csvOfView, csvOfViews } from '../report/workbook/csv';
import { writeViews } from '../report/workbook/write-views';
import { salesExportViews } from '../sales-export/sales-export-views';
import { statementViews } from '../statement/statement-views';
import { writeStatement } from '../statement/write-statement';
import type { PaperFileSubject } from './paper-file';

/** The bytes of a paper's file. No database, no framework: it also runs in a thread of its own. */
export async function makePaperFile(
  { paper, language, format, frame }: PaperFileSubject,
  onProgress?: Progress,
): Promise<Buffer> {
  const { contentHash } = paper;
  switch (paper.kind) {
    case 'statement': {
      const { content } = paper;
      if (format === 'pdf') return writeStatement({ content, contentHash, language }, onProgress);
      const views = statementViews(content, contentHash, language);
      return format === 'csv'
        ? csvOfViews(views, csvHead[language])
        : writeViews(views, onProgress);
    }
    case 'sales_export': {
      const views = salesExportViews(paper.content, contentHash, language);
      return format === 'csv' ? csvOfView(views[0]) : writeViews(views, onProgress);
    }
    case 'late_list':
      return format === 'csv'
        ? csvOfView(lateListTable(paper.content, language))
        : writeViews(lateListViews(paper.content, language), onProgress);
    case 'final_report': {
      const subject = { content: paper.content, contentHash, language };
      return format === 'pdf'
        ? writeFinalReport(subject, onProgress)
        : fillFrame(frame ? Buffer.from(frame) : houseFrame(language), subject);
    }
  }
}
