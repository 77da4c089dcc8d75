import type { ReportLanguage } from '../report/report.rules';

/** "0,35" or "1.200": thousandths of a unit as people write them. */
export function quantityInWords(milli: number, language: ReportLanguage): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: 3,
  }).format(milli / 1_000);
}
