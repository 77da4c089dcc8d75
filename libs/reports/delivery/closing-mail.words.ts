import type { ReportLanguage } from '../report/report.rules';

/** What the mail of a closing says that the report does not say already. */
interface ClosingMailWords {
  complete: string;
  provisional: string;
  head(of: { day: string; revision: number; state: string }): string;
  greeting(name: string): string;
  asOf: string;
  measuredFrom: string;
  calibrated: string;
  hash: string;
  keep: string;
  files: string;
  linkEnds(until: string): string;
  why: string;
}

export const closingMailWords: Record<ReportLanguage, ClosingMailWords> = {
  vi: {
    complete: 'đã chốt mọi ca',
    provisional: 'tạm thời',
    head: ({ day, revision, state }) => `Chốt ngày ${day}, bản ${revision} (${state})`,
    greeting: (name) => `Kính gửi ${name},`,
    asOf: 'Tính đến',
    measuredFrom: 'cộng từ từng chứng từ của máy bán, đã trừ trả hàng và hủy đơn',
    calibrated: 'Lượt khách hiệu chỉnh theo đếm tay',
    hash: 'Mã băm bản chốt (SHA-256)',
    keep: 'Hãy giữ thư này. Mã băm tính từ mọi con số và chứng từ của bản chốt, và cũng in trong báo cáo. Ai sửa sổ sau lúc chốt thì mã tính lại sẽ khác mã trong thư.',
    files: 'Tải báo cáo của bản này (PDF, Excel)',
    linkEnds: (until) => `Đường dẫn chỉ dành cho bạn, dùng được đến ${until}.`,
    why: 'Bạn nhận thư này vì ban tổ chức hội chợ chọn gửi cho bạn mỗi bản chốt. Không muốn nhận nữa thì báo ban tổ chức.',
  },
  en: {
    complete: 'every shift closed',
    provisional: 'provisional',
    head: ({ day, revision, state }) => `Day closed: ${day}, revision ${revision} (${state})`,
    greeting: (name) => `Dear ${name},`,
    asOf: 'As of',
    measuredFrom: 'summed from every document of the tills, refunds and voids taken off',
    calibrated: 'Visits calibrated by hand counts',
    hash: 'Hash of the closing (SHA-256)',
    keep: 'Keep this mail. The hash is worked out from every figure and document of the closing, and is printed in the report too. If anyone rewrites the ledger after the closing, the hash worked out again differs from the one in this mail.',
    files: 'Download the reports of this revision (PDF, Excel)',
    linkEnds: (until) => `The link is for you alone and opens until ${until}.`,
    why: 'You get this mail because the organizers of the fair chose to send you each closing. Tell them if you want it no more.',
  },
};
