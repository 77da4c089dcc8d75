import type { ReportLanguage } from './report.rules';
import type { CsvHead } from './workbook/csv';

/** The head of a file that holds several tables as plain lines. */
export const csvHead: Record<ReportLanguage, CsvHead> = {
  vi: { table: 'Bảng', row: 'Dòng', item: 'Mục', column: 'Cột', value: 'Giá trị' },
  en: { table: 'Table', row: 'Row', item: 'Item', column: 'Column', value: 'Value' },
};
