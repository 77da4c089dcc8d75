import { endOfDayWords } from '../end-of-day.words';
import type { Progress, ReportSubject } from '../report-subject';
import { viewsOf } from './views';
import { writeViews } from './write-views';

/**
 * The end-of-day figures of one revision as a workbook, one sheet per view: numbers are numbers, money
 * has a number format, days are days. Made of the closing alone, so the same revision always gives the
 * same bytes.
 */
export function writeWorkbook(subject: ReportSubject, onProgress?: Progress): Promise<Buffer> {
  return writeViews(viewsOf({ ...subject, words: endOfDayWords[subject.language] }), onProgress);
}
