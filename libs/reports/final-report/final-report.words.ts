import type { Measure, NoGrowth } from '../history/comparison.rules';
import type { ReportLanguage } from '../report/report.rules';

export interface FinalReportWords {
  title: string;
  provisional: string;
  settled: string;
  provisionalNote: string;
  settledNote: string;
  no: string;
  field: string;
  text: string;
  fromLedger(source: string, asOf: string): string;
  writtenBy(name: string, at: string): string;
  insteadOf(ledger: string, source: string): string;
  unsaid: string;
  fields: string;
  days: string;
  revenueByDay: string;
  visitsByDay: string;
  dayColumn: string;
  closingColumn: string;
  notClosed: string;
  revenueColumn: string;
  declaredColumn: string;
  salesColumn: string;
  visitsColumn: string;
  comparison(base: string): string;
  comparisonNote: string;
  noComparison: string;
  measureColumn: string;
  ownColumn: string;
  baseColumn: string;
  growthColumn: string;
  measures: Record<Measure, string>;
  noGrowths: Record<NoGrowth, string>;
  bounds: {
    about(value: string): string;
    at_least(value: string): string;
    at_most(value: string): string;
  };
  range(low: string, high: string): string;
  conflict: string;
  lacking: string;
  sources: string;
  seal: string;
  closings: string;
  contentHash: string;
  frame(revision: number): string;
  signLeft: string;
  signRight: string;
}

const vi: FinalReportWords = {
  title: 'Báo cáo kết quả tổ chức hội chợ, triển lãm thương mại',
  provisional: 'Tạm thời',
  settled: 'Mọi ngày đã chốt',
  provisionalNote:
    'Hội chợ chưa kết thúc, hoặc còn ngày chưa chốt đủ ca: các số lấy từ sổ còn thay đổi.',
  settledNote: 'Mọi ngày của hội chợ đã chốt với mọi máy đã chốt ca.',
  no: 'TT',
  field: 'Nội dung',
  text: 'Kết quả',
  fromLedger: (source, asOf) => `Nguồn: ${source}; tính đến ${asOf}.`,
  writtenBy: (name, at) => `${name} ghi lúc ${at}.`,
  insteadOf: (ledger, source) => `Sổ ghi: ${ledger} (${source}).`,
  unsaid: 'Chưa ghi.',
  fields: 'Nội dung báo cáo',
  days: 'Theo ngày',
  revenueByDay: 'Doanh thu theo ngày (triệu ₫)',
  visitsByDay: 'Lượt khách vào theo ngày',
  dayColumn: 'Ngày',
  closingColumn: 'Bản chốt',
  notClosed: 'chưa chốt',
  revenueColumn: 'Doanh thu (₫)',
  declaredColumn: 'Trong đó tự khai (₫)',
  salesColumn: 'Giao dịch',
  visitsColumn: 'Lượt khách',
  comparison: (base) => `So sánh với ${base}`,
  comparisonNote:
    'Tăng, giảm = (hội chợ này − kỳ gốc) ÷ kỳ gốc. Số của kỳ gốc lấy theo nguồn đã công bố; nguồn không khớp thì ghi cả khoảng, không lấy trung bình.',
  noComparison: 'Báo cáo này không so với kỳ nào.',
  measureColumn: 'Chỉ tiêu',
  ownColumn: 'Hội chợ này',
  baseColumn: 'Kỳ gốc',
  growthColumn: 'Tăng, giảm',
  measures: {
    revenue: 'Doanh thu',
    visits: 'Lượt khách',
    booths: 'Gian hàng',
    revenue_per_day: 'Doanh thu mỗi ngày',
    visits_per_day: 'Lượt khách mỗi ngày',
    revenue_per_booth: 'Doanh thu mỗi gian',
    visits_per_booth: 'Lượt khách mỗi gian',
    revenue_per_visit: 'Doanh thu mỗi lượt khách',
  },
  noGrowths: {
    own_lacks_figure: 'hội chợ này chưa có số',
    base_lacks_figure: 'kỳ gốc không có số',
    first_days_against_whole: 'không tính: những ngày đầu so với cả kỳ',
  },
  bounds: {
    about: (value) => `khoảng ${value}`,
    at_least: (value) => `ít nhất ${value}`,
    at_most: (value) => `nhiều nhất ${value}`,
  },
  range: (low, high) => `${low} đến ${high}`,
  conflict: 'nguồn mâu thuẫn',
  lacking: '–',
  sources: 'Nguồn của kỳ gốc',
  seal: 'Đối chiếu',
  closings: 'Bản chốt của từng ngày (SHA-256)',
  contentHash: 'Mã băm nội dung báo cáo (SHA-256)',
  frame: (revision) => `Khung tệp Word: bản ${revision} do ban tổ chức thay.`,
  signLeft: 'Người lập báo cáo',
  signRight: 'Đại diện đơn vị tổ chức',
};

const en: FinalReportWords = {
  title: 'Report on the results of a trade fair',
  provisional: 'Provisional',
  settled: 'All days closed',
  provisionalNote:
    'The fair is not over, or a day is not closed with all its shifts: what comes from the ledger may still change.',
  settledNote: 'Every day of the fair is closed, with all its shifts.',
  no: 'No.',
  field: 'Subject',
  text: 'Result',
  fromLedger: (source, asOf) => `Source: ${source}; as of ${asOf}.`,
  writtenBy: (name, at) => `Written by ${name}, ${at}.`,
  insteadOf: (ledger, source) => `The ledger says: ${ledger} (${source}).`,
  unsaid: 'Not written yet.',
  fields: 'What is reported',
  days: 'By day',
  revenueByDay: 'Revenue by day (million ₫)',
  visitsByDay: 'Visits in, by day',
  dayColumn: 'Day',
  closingColumn: 'Closing',
  notClosed: 'not closed',
  revenueColumn: 'Revenue (₫)',
  declaredColumn: 'Of it declared (₫)',
  salesColumn: 'Sales',
  visitsColumn: 'Visits',
  comparison: (base) => `Compared with ${base}`,
  comparisonNote:
    'Growth = (this fair − base) ÷ base. What the base had is told as published; where sources differ the whole range is told, and never a mean.',
  noComparison: 'This report compares with no other fair.',
  measureColumn: 'Measure',
  ownColumn: 'This fair',
  baseColumn: 'Base',
  growthColumn: 'Growth',
  measures: {
    revenue: 'Revenue',
    visits: 'Visits',
    booths: 'Booths',
    revenue_per_day: 'Revenue per day',
    visits_per_day: 'Visits per day',
    revenue_per_booth: 'Revenue per booth',
    visits_per_booth: 'Visits per booth',
    revenue_per_visit: 'Revenue per visit',
  },
  noGrowths: {
    own_lacks_figure: 'this fair has no figure yet',
    base_lacks_figure: 'the base has no figure',
    first_days_against_whole: 'not told: first days against a whole fair',
  },
  bounds: {
    about: (value) => `about ${value}`,
    at_least: (value) => `at least ${value}`,
    at_most: (value) => `at most ${value}`,
  },
  range: (low, high) => `${low} to ${high}`,
  conflict: 'sources differ',
  lacking: '–',
  sources: 'Sources of the base',
  seal: 'To check it by',
  closings: 'The closing of each day (SHA-256)',
  contentHash: 'Hash of what this report says (SHA-256)',
  frame: (revision) => `Frame of the Word file: revision ${revision}, brought by the organizers.`,
  signLeft: 'Prepared by',
  signRight: 'For the organizer',
};

export const finalReportWords: Record<ReportLanguage, FinalReportWords> = { vi, en };
