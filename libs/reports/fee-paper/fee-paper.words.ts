import type { FeeLineDto, FeePaymentDto } from '@phien/planning';
import { dayInFigures } from '../paper/day-in-figures';
import type { ReportLanguage } from '../report/report.rules';

/** Words of a fee notice and of the list of who is overdue. */
export interface FeePaperWords {
  noticeTitle: string;
  asOf(day: string): string;
  noInvoice: string;
  states: { paid: string; free: string; owed: string; overdue: string; overpaid: string };
  charged: string;
  vatIn(amount: string): string;
  waived: string;
  waivedNote: string;
  paid: string;
  owed: string;
  overpaid: string;
  dueOn(day: string): string;
  toPay: string;
  bank: string;
  account: string;
  holder: string;
  reference: string;
  referenceNote: string;
  qrLabel(amount: string, reference: string): string;
  nowhere: string;
  lines: string;
  boothColumn: string;
  whatColumn: string;
  dueColumn: string;
  amountColumn: string;
  whole: string;
  share(part: string): string;
  per: Record<FeeLineDto['per'], string>;
  takenBack: string;
  replaced: string;
  free(amount: string, reason: string): string;
  sponsored(reason: string): string;
  payments: string;
  noPayments: string;
  dayColumn: string;
  methodColumn: string;
  noteColumn: string;
  methods: Record<FeePaymentDto['method'], string>;
  struck(reason: string): string;
  total: string;
  overdueTitle: string;
  overdueSheet: string;
  payerColumn: string;
  overdueColumn: string;
  owedColumn: string;
  contactColumn: string;
  phoneColumn: string;
  mailColumn: string;
}

export const feePaperWords: Record<ReportLanguage, FeePaperWords> = {
  vi: {
    noticeTitle: 'Thông báo phí gian hàng',
    asOf: (day) => `Tính đến ngày ${dayInFigures(day)}`,
    noInvoice: 'Thông báo để trả phí, không phải hóa đơn.',
    states: {
      paid: 'Đã trả đủ',
      free: 'Không phải trả',
      owed: 'Chưa trả đủ',
      overdue: 'Quá hạn',
      overpaid: 'Trả thừa',
    },
    charged: 'Phải trả',
    vatIn: (amount) => `trong đó thuế GTGT ${amount}`,
    waived: 'Được miễn',
    waivedNote: 'lý do ghi ở từng khoản',
    paid: 'Đã trả',
    owed: 'Còn phải trả',
    overpaid: 'Trả thừa',
    dueOn: (day) => `trước hết ngày ${dayInFigures(day)}`,
    toPay: 'Cách trả',
    bank: 'Ngân hàng',
    account: 'Số tài khoản',
    holder: 'Chủ tài khoản',
    reference: 'Nội dung chuyển khoản',
    referenceNote:
      'Quét mã VietQR bằng ứng dụng ngân hàng. Nếu tự nhập, giữ nguyên nội dung trên: đó là cách duy nhất để biết ai đã trả.',
    qrLabel: (amount, reference) => `Mã VietQR trả ${amount} với nội dung ${reference}`,
    nowhere: 'Ban tổ chức chưa đặt tài khoản nhận phí.',
    lines: 'Khoản phí',
    boothColumn: 'Gian',
    whatColumn: 'Cách tính',
    dueColumn: 'Hạn',
    amountColumn: 'Số tiền (₫)',
    whole: 'cả gian',
    share: (part) => `${part} gian`,
    per: { booth: 'gian', square_metre: 'm²', day: 'ngày mở cửa' },
    takenBack: 'Thu hồi khoản đã tính',
    replaced: 'Đã thu hồi',
    free: (amount, reason) => `Được miễn ${amount}: ${reason}`,
    sponsored: (reason) => `Đoàn trả: ${reason}`,
    payments: 'Khoản đã trả',
    noPayments: 'Chưa ghi khoản nào.',
    dayColumn: 'Ngày tiền về',
    methodColumn: 'Cách trả',
    noteColumn: 'Ghi chú',
    methods: { transfer: 'Chuyển khoản', cash: 'Tiền mặt', other: 'Cách khác' },
    struck: (reason) => `Không tính: ${reason}`,
    total: 'Tổng',
    overdueTitle: 'Phí gian hàng quá hạn',
    overdueSheet: 'Quá hạn',
    payerColumn: 'Bên trả',
    overdueColumn: 'Quá hạn (₫)',
    owedColumn: 'Còn phải trả (₫)',
    contactColumn: 'Người liên hệ',
    phoneColumn: 'Điện thoại',
    mailColumn: 'Thư điện tử',
  },
  en: {
    noticeTitle: 'Booth fee notice',
    asOf: (day) => `As of ${dayInFigures(day)}`,
    noInvoice: 'A notice to pay by; it is no invoice.',
    states: {
      paid: 'Paid',
      free: 'Nothing to pay',
      owed: 'Not yet paid',
      overdue: 'Overdue',
      overpaid: 'Overpaid',
    },
    charged: 'To pay',
    vatIn: (amount) => `of it VAT ${amount}`,
    waived: 'Free',
    waivedNote: 'each with its reason below',
    paid: 'Paid',
    owed: 'Still to pay',
    overpaid: 'Overpaid',
    dueOn: (day) => `by the end of ${dayInFigures(day)}`,
    toPay: 'How to pay',
    bank: 'Bank',
    account: 'Account number',
    holder: 'Holder',
    reference: 'Reference of the transfer',
    referenceNote:
      'Scan the VietQR code with a banking app. If you type it, keep the reference as it is: nothing else tells who has paid.',
    qrLabel: (amount, reference) =>
      `VietQR code that pays ${amount} with the reference ${reference}`,
    nowhere: 'The organizers have set no account yet.',
    lines: 'Charges',
    boothColumn: 'Booth',
    whatColumn: 'What for',
    dueColumn: 'Due',
    amountColumn: 'Amount (₫)',
    whole: 'the whole booth',
    share: (part) => `${part} of the booth`,
    per: { booth: 'booth', square_metre: 'm²', day: 'open day' },
    takenBack: 'Charge taken back',
    replaced: 'Taken back',
    free: (amount, reason) => `${amount} free: ${reason}`,
    sponsored: (reason) => `Paid by the delegation: ${reason}`,
    payments: 'Payments',
    noPayments: 'No payment is recorded yet.',
    dayColumn: 'Day',
    methodColumn: 'Paid by',
    noteColumn: 'Note',
    methods: { transfer: 'Transfer', cash: 'Cash', other: 'Other' },
    struck: (reason) => `Does not count: ${reason}`,
    total: 'Total',
    overdueTitle: 'Overdue booth fees',
    overdueSheet: 'Overdue',
    payerColumn: 'Payer',
    overdueColumn: 'Overdue (₫)',
    owedColumn: 'Still to pay (₫)',
    contactColumn: 'Contact',
    phoneColumn: 'Phone',
    mailColumn: 'Mail',
  },
};
