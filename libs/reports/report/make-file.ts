import { writeEndOfDay } from './end-of-day/end-of-day';
import type { FileSubject, Progress } from './report-subject';
import { writeWorkbook } from './workbook/workbook';

/** The bytes of a file. No database, no framework: it also runs in a thread of its own. */
export function makeFile(subject: FileSubject, onProgress?: Progress): Promise<Buffer> {
  return subject.format === 'pdf'
    ? writeEndOfDay(subject, onProgress)
    : writeWorkbook(subject, onProgress);
}
