import type { ReportLanguage } from '../report/report.rules';
import type { PaperKind } from './paper.rules';

/** What a download of each kind is called. */
export const paperTitles: Record<ReportLanguage, Record<PaperKind, string>> = {
  vi: {
    statement: 'Bản kê bán hàng',
    sales_export: 'Dữ liệu hóa đơn điện tử',
    late_list: 'Chứng từ đến muộn và để riêng',
    final_report: 'Báo cáo kết quả hội chợ',
  },
  en: {
    statement: 'Statement of sales',
    sales_export: 'Sales for electronic invoices',
    late_list: 'Late documents and those set aside',
    final_report: 'Report on the results of the fair',
  },
};
