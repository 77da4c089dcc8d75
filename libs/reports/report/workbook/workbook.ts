import writeExcelFile from 'write-excel-file/node';
import { endOfDayWords } from '../end-of-day.words';
import type { Progress, ReportSubject } from '../report-subject';
import { pinned } from './pinned-zip';
import { sheetOf } from './view';
import { viewsOf } from './views';

/**
 * The end-of-day figures of one revision as a workbook, one sheet per view: numbers are numbers, money
 * has a number format, days are days. Made of the closing alone, so the same revision always gives the
 * same bytes.
 */
export async function writeWorkbook(
  subject: ReportSubject,
  onProgress: Progress = () => undefined,
): Promise<Buffer> {
  onProgress(10);
  const views = viewsOf({ ...subject, words: endOfDayWords[subject.language] });
  const sheets = views.map(sheetOf);
  onProgress(40);
  const bytes = await writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 11 }).toBuffer();
  onProgress(100);
  return pinned(bytes);
}
