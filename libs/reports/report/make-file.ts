import { makeBoothPaper } from '../booth-papers/make-booth-paper';
import { makeFeePaper } from '../fee-paper/make-fee-paper';
import { makePaperFile } from '../paper/make-paper-file';
import { csvHead } from './csv-head';
import { writeEndOfDay } from './end-of-day/end-of-day';
import { endOfDayWords } from './end-of-day.words';
import type { FileSubject, Progress } from './report-subject';
import { csvOfViews } from './workbook/csv';
import { viewsOf } from './workbook/views';
import { writeWorkbook } from './workbook/workbook';

/** The bytes of a file. No database, no framework: it also runs in a thread of its own. */
export async function makeFile(subject: FileSubject, onProgress?: Progress): Promise<Buffer> {
  if ('boothPaper' in subject) return makeBoothPaper(subject, onProgress);
  if ('paper' in subject) return makePaperFile(subject, onProgress);
  if ('feeNotice' in subject || 'feesOverdue' in subject) return makeFeePaper(subject, onProgress);
  const { format, language } = subject;
  if (format === 'pdf') return writeEndOfDay(subject, onProgress);
  if (format === 'xlsx') return writeWorkbook(subject, onProgress);
  return csvOfViews(viewsOf({ ...subject, words: endOfDayWords[language] }), csvHead[language]);
}
