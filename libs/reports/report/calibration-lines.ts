import type { ClosingFigures } from '../closing/figures.rules';
import type { EndOfDayWords } from './end-of-day.words';
import { whole } from './end-of-day/page';
import type { ReportLanguage } from './report.rules';

/**
 * What a report says of visits calibrated by hand counts, beside those that were counted; nothing of a
 * day that was closed without.
 */
export function calibrationLines(
  { calibration }: ClosingFigures['visits'],
  words: EndOfDayWords,
  language: ReportLanguage,
): string[] {
  if (!calibration) return [];
  const { entries, error, methods } = calibration;
  const count = (number: number) => whole(number, language);
  return [
    entries === null || error === null
      ? words.notCalibrated
      : words.calibrated(count(entries), count(error)),
    ...methods.map(({ method, entries: counted, countsUsed, ...of }) => {
      const said = {
        method: words.calibratedMethod[method],
        entries: count(counted),
        counts: count(countsUsed),
      };
      if (of.factorMillionths === null || of.spreadMillionths === null) return words.noFactor(said);
      return words.factor({
        ...said,
        factor: ratio(of.factorMillionths, language),
        spread: ratio(of.spreadMillionths, language),
      });
    }),
  ];
}

function ratio(millionths: number, language: ReportLanguage): string {
  const text = (millionths / 1_000_000).toFixed(3);
  return language === 'vi' ? text.replace('.', ',') : text;
}
