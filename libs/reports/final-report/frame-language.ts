import type { ReportLanguage } from '../report/report.rules';
import { frameNotFound } from './final-report.refusals';

/** The language that an address asks for. Refuses `frame_not_found`. */
export function frameLanguage(text: string): ReportLanguage {
  if (text !== 'vi' && text !== 'en') throw frameNotFound();
  return text;
}
