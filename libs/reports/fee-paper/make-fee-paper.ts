import type { Progress } from '../report/report-subject';
import { csvOfView } from '../report/workbook/csv';
import { writeViews } from '../report/workbook/write-views';
import type { FeePaperSubject } from './fee-paper';
import { overdueView } from './overdue-views';
import { writeFeeNotice } from './write-fee-notice';

/** The bytes of a file about fees. No database, no framework: it also runs in a thread of its own. */
export async function makeFeePaper(
  subject: FeePaperSubject,
  onProgress?: Progress,
): Promise<Buffer> {
  if ('feeNotice' in subject) return writeFeeNotice(subject, onProgress);
  const view = overdueView(subject.feesOverdue, subject.language);
  return subject.format === 'csv' ? csvOfView(view) : writeViews([view], onProgress);
}
