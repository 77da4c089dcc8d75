import { csvHead } from '../csv-head';
import { endOfDayWords } from '../end-of-day.words';
import type { ReportSubject } from '../report-subject';
import { csvOfViews } from './csv';
import { viewsOf } from './views';

/** The tables of a day as one file of comma separated values. */
export function dayCsv(subject: ReportSubject): Buffer {
  const { language } = subject;
  return csvOfViews(viewsOf({ ...subject, words: endOfDayWords[language] }), csvHead[language]);
}
