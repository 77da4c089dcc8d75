import { dayInFigures } from '../paper/day-in-figures';
import type { ReportLanguage } from '../report/report.rules';
import type { ExportedKind, ExportedLine, SalesExportContent } from './sales-export.rules';

export interface SalesExportWords {
  title: string;
  wholeFair: string;
  lines: string;
  about: string;
  number: string;
  day: string;
  time: string;
  kind: string;
  kinds: Record<ExportedKind, string>;
  original: string;
  takenBack: string;
  takenBackStates: Record<ExportedLine['takenBack'], string>;
  taxCode: string;
  seller: string;
  buyer: string;
  noBuyer: string;
  payment: string;
  line: string;
  productCode: string;
  name: string;
  unit: string;
  quantity: string;
  unitVnd: string;
  discount: string;
  net: string;
  rate: string;
  vat: string;
  amount: string;
  aboutList: readonly (readonly [string, string])[];
}

const vi: SalesExportWords = {
  title: 'Dữ liệu bán hàng để lập hóa đơn điện tử',
  wholeFair: 'Cả hội chợ',
  lines: 'Dòng hàng',
  about: 'Cách đọc',
  number: 'Số chứng từ',
  day: 'Ngày',
  time: 'Lúc',
  kind: 'Loại',
  kinds: { sale: 'Bán', refund: 'Trả hàng', void: 'Hủy đơn' },
  original: 'Đơn gốc',
  takenBack: 'Đã trả lại',
  takenBackStates: { none: '', some: 'một phần', all: 'toàn bộ' },
  taxCode: 'MST người bán',
  seller: 'Tên người bán',
  buyer: 'Tên người mua',
  noBuyer: 'Người mua không lấy hóa đơn',
  payment: 'Hình thức thanh toán',
  line: 'STT dòng',
  productCode: 'Mã hàng',
  name: 'Tên hàng hóa, dịch vụ',
  unit: 'Đơn vị tính',
  quantity: 'Số lượng',
  unitVnd: 'Đơn giá gồm thuế',
  discount: 'Chiết khấu gồm thuế',
  net: 'Thành tiền trước thuế',
  rate: 'Thuế suất',
  vat: 'Tiền thuế GTGT',
  amount: 'Thành tiền gồm thuế',
  aboutList: [
    [
      'Mỗi dòng là gì',
      'một dòng hàng của một đơn bán, trả hàng hay hủy đơn. Các dòng cùng số chứng từ thuộc một đơn.',
    ],
    [
      'Trả hàng, hủy đơn',
      'dòng âm, nêu số đơn gốc. Đơn đã trả lại toàn bộ hay một phần được đánh dấu ở cả đơn gốc: người lập hóa đơn quyết định không lập, hay lập rồi điều chỉnh.',
    ],
    [
      'Tiền',
      'số nguyên đồng. Giá bán đã gồm thuế; tiền trước thuế cộng tiền thuế đúng bằng tiền gồm thuế trên từng dòng. Thuế suất để trống khi người bán không tính thuế GTGT.',
    ],
    ['Hình thức thanh toán', 'TM: tiền mặt. CK: chuyển khoản, thẻ, ví. TM/CK: cả hai.'],
    ['Người mua', 'hội chợ không lưu thông tin người mua; ai cần hóa đơn thì người bán điền.'],
    [
      'Nghĩa vụ',
      'người bán lập hóa đơn, không phải ban tổ chức. Tệp này chưa phải hóa đơn; tên cột theo tên gọi trên hóa đơn, hãy đối chiếu với mẫu nhập của nhà cung cấp trước khi nhập.',
    ],
  ],
};

const en: SalesExportWords = {
  title: 'Sales for electronic invoices',
  wholeFair: 'The whole fair',
  lines: 'Lines',
  about: 'How to read it',
  number: 'Number',
  day: 'Day',
  time: 'At',
  kind: 'Kind',
  kinds: { sale: 'Sale', refund: 'Refund', void: 'Void' },
  original: 'Of sale',
  takenBack: 'Taken back',
  takenBackStates: { none: '', some: 'in part', all: 'whole' },
  taxCode: 'Seller’s tax code',
  seller: 'Seller',
  buyer: 'Buyer',
  noBuyer: 'Buyer takes no invoice',
  payment: 'Payment',
  line: 'Line',
  productCode: 'Product code',
  name: 'Goods or service',
  unit: 'Unit',
  quantity: 'Quantity',
  unitVnd: 'Unit price with VAT',
  discount: 'Discount with VAT',
  net: 'Amount before VAT',
  rate: 'VAT rate',
  vat: 'VAT',
  amount: 'Amount with VAT',
  aboutList: [
    [
      'What a line is',
      'one line of goods of a sale, refund or void. Lines of one number are one document.',
    ],
    [
      'Refunds, voids',
      'negative lines that name their sale. A sale that was taken back whole or in part is marked itself: whoever invoices decides not to, or to adjust.',
    ],
    [
      'Money',
      'whole đồng. Prices include VAT; before VAT plus VAT is exactly the amount with VAT, line by line. No rate is written where the seller charges no VAT.',
    ],
    ['Payment', 'TM: cash. CK: transfer, card, wallet. TM/CK: both.'],
    ['Buyer', 'the fair keeps nothing of buyers; the seller fills in who wants an invoice.'],
    [
      'Duty',
      'the seller invoices, not the organizer. This file is no invoice; its columns are named as on one, so compare them with your provider’s form before you import.',
    ],
  ],
};

export const salesExportWords: Record<ReportLanguage, SalesExportWords> = { vi, en };

/** The title of an export with what it is about. */
export const salesExportTitle = (
  { day, exhibitor }: Pick<SalesExportContent, 'day' | 'exhibitor'>,
  words: SalesExportWords,
): string =>
  `${words.title} · ${day === null ? words.wholeFair : dayInFigures(day)} · ${exhibitor.name}`;
