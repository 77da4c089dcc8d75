import type { FileSubject, Progress } from './report-subject';

/**
 * The bytes of a file. No database, no framework: it also runs in a thread of its own, which loads
 * what makes its kind of file and nothing else.
 */
export async function makeFile(subject: FileSubject, onProgress?: Progress): Promise<Buffer> {
  if ('boothPaper' in subject) {
    const { makeBoothPaper } = await import('../booth-papers/make-booth-paper');
    return makeBoothPaper(subject, onProgress);
  }
  if ('paper' in subject) {
    const { makePaperFile } = await import('../paper/make-paper-file');
    return makePaperFile(subject, onProgress);
  }
  if ('feeNotice' in subject || 'feesOverdue' in subject) {
    const { makeFeePaper } = await import('../fee-paper/make-fee-paper');
    return makeFeePaper(subject, onProgress);
  }
  if (subject.format === 'pdf') {
    const { writeEndOfDay } = await import('./end-of-day/end-of-day');
    return writeEndOfDay(subject, onProgress);
  }
  if (subject.format === 'xlsx') {
    const { writeWorkbook } = await import('./workbook/workbook');
    return writeWorkbook(subject, onProgress);
  }
  const { dayCsv } = await import('./workbook/day-csv');
  return dayCsv(subject);
}
