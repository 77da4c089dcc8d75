import { dayInFigures } from '../paper/day-in-figures';
import type { ReportLanguage } from '../report/report.rules';
import type { StatementContent } from './statement.rules';

/** Words of a statement; what it shares with the report of a day stands in `endOfDayWords`. */
export interface StatementWords {
  title: string;
  wholeFair: string;
  closed: string;
  closedAt(revision: number): string;
  provisional: string;
  provisionalNote: string;
  closedNote: string;
  taxCode(code: string | null): string;
  noVat: string;
  revenue: string;
  revenueNote: string;
  sales: string;
  salesNote(amount: string): string;
  takenBack: string;
  declared: string;
  declaredNote: string;
  notDeclared: string;
  vat: string;
  vatNote: string;
  documents: string;
  documentsNote: string;
  byDay: string;
  byDayPicture: string;
  dayColumn: string;
  revisionColumn: string;
  notClosed: string;
  salesVndColumn: string;
  refundsColumn: string;
  voidsColumn: string;
  byMethod: string;
  receivedColumn: string;
  givenBackColumn: string;
  netColumn: string;
  byProduct: string;
  productColumn: string;
  unitColumn: string;
  soldColumn: string;
  returnedColumn: string;
  byVat: string;
  rateColumn: string;
  rate(percent: number | null): string;
  amountColumn: string;
  vatColumn: string;
  byBooth: string;
  byShift: string;
  shiftNote: string;
  takenBackList: string;
  takenBackNone: string;
  numberColumn: string;
  kindColumn: string;
  originalColumn: string;
  timeColumn: string;
  receivedAtColumn: string;
  kinds: Record<string, string>;
  unreadable: string;
  late: string;
  lateNote: string;
  setAside: string;
  setAsideNote: string;
  whyColumn: string;
  moneyColumn: string;
  seal: string;
  closingHashes: string;
  documentsHash: string;
  contentHash: string;
  sealNote: string;
  definitions: string;
  definitionList: readonly (readonly [string, string])[];
  prepared: string;
  confirmed: string;
  sheets: Record<
    | 'overview'
    | 'days'
    | 'products'
    | 'methods'
    | 'vat'
    | 'booths'
    | 'shifts'
    | 'takenBack'
    | 'late'
    | 'setAside'
    | 'definitions',
    string
  >;
}

const vi: StatementWords = {
  title: 'Bản kê bán hàng của đơn vị',
  wholeFair: 'Cả hội chợ',
  closed: 'Theo ngày đã chốt',
  closedAt: (revision) => `Theo bản chốt ${revision}`,
  provisional: 'Tạm thời',
  provisionalNote:
    'Có ngày chưa chốt: số liệu gồm mọi chứng từ đã ghi sổ đến giờ in ở trên, và còn thay đổi.',
  closedNote: 'Số liệu gồm đúng những chứng từ mà các bản chốt nêu dưới đây đã đóng băng.',
  taxCode: (code) => (code === null ? 'Mã số thuế: chưa khai' : `Mã số thuế: ${code}`),
  noVat: 'Đơn vị không tính thuế GTGT.',
  revenue: 'Doanh thu đo tại máy',
  revenueNote: 'đã trừ trả hàng và hủy đơn, gồm thuế',
  sales: 'Số giao dịch',
  salesNote: (amount) => `đơn bán, tổng ${amount}`,
  takenBack: 'Trả hàng và hủy đơn',
  declared: 'Doanh số khai báo',
  declaredNote: 'tự khai, không nằm trong số đo tại máy',
  notDeclared: 'chưa khai gì trong kỳ này',
  vat: 'Thuế GTGT trong doanh thu',
  vatNote: 'theo thuế suất ghi trên từng dòng hàng',
  documents: 'Chứng từ đã tính',
  documentsNote: 'kể cả mở ca, chốt ca, nộp rút tiền',
  byDay: 'Theo ngày',
  byDayPicture: 'Doanh thu theo ngày (triệu ₫)',
  dayColumn: 'Ngày',
  revisionColumn: 'Bản chốt',
  notClosed: 'chưa chốt',
  salesVndColumn: 'Tiền bán (₫)',
  refundsColumn: 'Trả hàng (₫)',
  voidsColumn: 'Hủy đơn (₫)',
  byMethod: 'Theo hình thức thanh toán',
  receivedColumn: 'Thu vào (₫)',
  givenBackColumn: 'Trả lại (₫)',
  netColumn: 'Còn lại (₫)',
  byProduct: 'Theo sản phẩm',
  productColumn: 'Sản phẩm',
  unitColumn: 'Đơn vị tính',
  soldColumn: 'Bán ra',
  returnedColumn: 'Trả lại',
  byVat: 'Theo thuế suất',
  rateColumn: 'Thuế suất',
  rate: (percent) => (percent === null ? 'Không tính thuế' : `${percent} %`),
  amountColumn: 'Tiền gồm thuế (₫)',
  vatColumn: 'Thuế GTGT (₫)',
  byBooth: 'Theo gian hàng',
  byShift: 'Ca bán và tiền mặt',
  shiftNote:
    'Tiền phải có bằng tiền đầu ca, cộng tiền mặt bán được sau khi trừ trả hàng, cộng tiền nộp vào, trừ tiền rút ra. Chênh lệch là tiền đếm được trừ tiền phải có.',
  takenBackList: 'Từng lần trả hàng và hủy đơn',
  takenBackNone: 'Không có lần trả hàng hay hủy đơn nào.',
  numberColumn: 'Số chứng từ',
  kindColumn: 'Loại',
  originalColumn: 'Đơn gốc',
  timeColumn: 'Lúc',
  receivedAtColumn: 'Nhận lúc',
  kinds: {
    sale: 'Bán',
    refund: 'Trả hàng',
    void: 'Hủy đơn',
    shift_open: 'Mở ca',
    shift_close: 'Chốt ca',
    cash_move: 'Nộp, rút tiền',
  },
  unreadable: 'không đọc được',
  late: 'Chứng từ đến muộn',
  lateNote:
    'Những chứng từ này gửi về sau khi ngày của chúng đã chốt lần đầu; chúng vẫn thuộc ngày đã bán, được tính trong bản kê này và nằm ở bản chốt ghi bên cạnh.',
  setAside: 'Chứng từ để riêng, chưa tính',
  setAsideNote:
    'Những chứng từ này đã về đến sổ, chưa ghi được nên không nằm trong số nào ở trên; ban tổ chức xem và quyết định.',
  whyColumn: 'Vì sao',
  moneyColumn: 'Số tiền (₫)',
  seal: 'Đối chiếu',
  closingHashes: 'Bản chốt mà bản kê dựa vào (SHA-256)',
  documentsHash: 'Mã băm các chứng từ đã tính (SHA-256)',
  contentHash: 'Mã băm nội dung bản kê (SHA-256)',
  sealNote:
    'Cùng một bản chốt luôn cho cùng một bản kê. Bản kê này không phải hóa đơn và không thay cho nghĩa vụ lập hóa đơn của người bán.',
  definitions: 'Các số này nghĩa là gì',
  definitionList: [
    [
      'Doanh thu đo tại máy',
      'tổng các đơn bán, trừ trả hàng và hủy đơn, của mọi máy bán hàng của đơn vị đã gửi về và đã ghi sổ. Giá đã gồm thuế GTGT. Bảng theo ngày, hình thức thanh toán, sản phẩm, thuế suất và gian đều cộng lại bằng số này.',
    ],
    [
      'Trả hàng, hủy đơn',
      'chứng từ âm lập ngày nào tính vào ngày đó, kể cả khi đơn gốc thuộc ngày khác.',
    ],
    [
      'Thuế GTGT',
      'phần thuế nằm trong giá bán, tính trên từng dòng hàng: tiền × thuế suất ÷ (100 + thuế suất), làm tròn đến đồng.',
    ],
    ['Ngày của chứng từ', 'ngày bán theo giờ hội chợ. Chứng từ đến muộn vẫn thuộc về ngày đã bán.'],
  ],
  prepared: 'Ban tổ chức',
  confirmed: 'Đại diện đơn vị',
  sheets: {
    overview: 'Tổng quan',
    days: 'Theo ngày',
    products: 'Theo sản phẩm',
    methods: 'Theo thanh toán',
    vat: 'Theo thuế suất',
    booths: 'Theo gian',
    shifts: 'Ca và tiền mặt',
    takenBack: 'Trả hàng, hủy đơn',
    late: 'Đến muộn',
    setAside: 'Để riêng',
    definitions: 'Định nghĩa',
  },
};

const en: StatementWords = {
  title: 'Exhibitor’s statement of sales',
  wholeFair: 'The whole fair',
  closed: 'Of closed days',
  closedAt: (revision) => `Of closing revision ${revision}`,
  provisional: 'Provisional',
  provisionalNote:
    'A day is not closed yet: the figures hold every document booked by the time printed above, and may change.',
  closedNote: 'The figures hold exactly the documents that the closings named below have frozen.',
  taxCode: (code) => (code === null ? 'Tax code: not given' : `Tax code: ${code}`),
  noVat: 'The exhibitor charges no VAT.',
  revenue: 'Revenue measured at tills',
  revenueNote: 'refunds and voids taken off, VAT included',
  sales: 'Sales',
  salesNote: (amount) => `together ${amount}`,
  takenBack: 'Refunds and voids',
  declared: 'Declared sales',
  declaredNote: 'by the exhibitor, not in the measured',
  notDeclared: 'nothing was declared for this period',
  vat: 'VAT inside the revenue',
  vatNote: 'by the rate on each line',
  documents: 'Documents counted',
  documentsNote: 'shifts and cash moves among them',
  byDay: 'By day',
  byDayPicture: 'Revenue by day (million ₫)',
  dayColumn: 'Day',
  revisionColumn: 'Closing',
  notClosed: 'not closed',
  salesVndColumn: 'Sales (₫)',
  refundsColumn: 'Refunds (₫)',
  voidsColumn: 'Voids (₫)',
  byMethod: 'By method of payment',
  receivedColumn: 'Received (₫)',
  givenBackColumn: 'Given back (₫)',
  netColumn: 'Net (₫)',
  byProduct: 'By product',
  productColumn: 'Product',
  unitColumn: 'Unit',
  soldColumn: 'Sold',
  returnedColumn: 'Returned',
  byVat: 'By VAT rate',
  rateColumn: 'Rate',
  rate: (percent) => (percent === null ? 'No VAT' : `${percent} %`),
  amountColumn: 'Amount with VAT (₫)',
  vatColumn: 'VAT (₫)',
  byBooth: 'By booth',
  byShift: 'Shifts and cash',
  shiftNote:
    'Expected cash is the float, plus cash sales less cash refunds, plus cash put in, less cash taken out. The difference is counted less expected.',
  takenBackList: 'Each refund and void',
  takenBackNone: 'There is no refund and no void.',
  numberColumn: 'Number',
  kindColumn: 'Kind',
  originalColumn: 'Of sale',
  timeColumn: 'At',
  receivedAtColumn: 'Received at',
  kinds: {
    sale: 'Sale',
    refund: 'Refund',
    void: 'Void',
    shift_open: 'Shift opened',
    shift_close: 'Shift closed',
    cash_move: 'Cash moved',
  },
  unreadable: 'unreadable',
  late: 'Late documents',
  lateNote:
    'These documents were sent after their day had first been closed. They belong to the day they were sold on, are counted in this statement, and stand in the closing named beside them.',
  setAside: 'Set aside, not counted',
  setAsideNote:
    'These documents reached the ledger and could not be booked, so no figure above holds them; the organizers look at them and decide.',
  whyColumn: 'Why',
  moneyColumn: 'Amount (₫)',
  seal: 'To check it by',
  closingHashes: 'Closings this statement stands on (SHA-256)',
  documentsHash: 'Hash of the documents counted (SHA-256)',
  contentHash: 'Hash of what this statement says (SHA-256)',
  sealNote:
    'The same closing always gives the same statement. It is no invoice, and takes no duty to invoice from the seller.',
  definitions: 'What these figures mean',
  definitionList: [
    [
      'Revenue measured at tills',
      'all sales less refunds and voids of every till of the exhibitor, sent and booked. Prices include VAT. The tables by day, method, product, rate and booth each sum to it.',
    ],
    [
      'Refunds, voids',
      'negative documents, counted on the day they were made, even when the sale was on another day.',
    ],
    [
      'VAT',
      'the part of the price that is VAT, line by line: amount × rate ÷ (100 + rate), rounded to the đồng.',
    ],
    [
      'Day of a document',
      'the day of the sale in the fair’s own time. A late document still belongs to the day it was sold on.',
    ],
  ],
  prepared: 'The organizers',
  confirmed: 'For the exhibitor',
  sheets: {
    overview: 'Overview',
    days: 'By day',
    products: 'By product',
    methods: 'By payment',
    vat: 'By VAT rate',
    booths: 'By booth',
    shifts: 'Shifts and cash',
    takenBack: 'Refunds, voids',
    late: 'Late',
    setAside: 'Set aside',
    definitions: 'Definitions',
  },
};

export const statementWords: Record<ReportLanguage, StatementWords> = { vi, en };

/** The title of a statement with what it is about. */
export const statementTitle = (
  { day, exhibitor }: Pick<StatementContent, 'day' | 'exhibitor'>,
  words: StatementWords,
): string =>
  `${words.title} · ${day === null ? words.wholeFair : dayInFigures(day)} · ${exhibitor.name}`;
