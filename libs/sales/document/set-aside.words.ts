import type { Sentence } from '@phien/kernel';

const UNREADABLE: Sentence = {
  vi: 'nội dung chứng từ không đúng mẫu nên không tính được',
  en: 'what it says does not add up, so it cannot be counted',
};

/* Half sentences: they stand alone in a list, and after a colon in a refusal. */
const WORDS: Record<string, Sentence> = {
  register_revoked: {
    vi: 'máy đã bị thu hồi khi chứng từ gửi về',
    en: 'the phone had been revoked when it was sent',
  },
  fair_sealed: {
    vi: 'hội chợ đã niêm phong khi chứng từ gửi về',
    en: 'the fair had been sealed when it was sent',
  },
  original_missing: {
    vi: 'đơn gốc chưa có trong sổ',
    en: 'its sale is not in the ledger',
  },
  original_not_a_sale: {
    vi: 'chứng từ gốc không phải là đơn bán',
    en: 'what it takes back is not a sale',
  },
  void_already_booked: {
    vi: 'đơn gốc đã được hủy trước đó',
    en: 'its sale was voided before',
  },
  void_not_whole: {
    vi: 'đơn gốc đã có trả hàng hoặc hủy, nên không hủy cả đơn được',
    en: 'its sale was refunded or voided in part, so it cannot be voided whole',
  },
  refund_over_original: {
    vi: 'trả lại nhiều hơn số tiền của đơn gốc',
    en: 'it gives back more than the sale was',
  },
  twin_in_ledger: {
    vi: 'sổ đã có một chứng từ có thể là chính đơn này',
    en: 'the ledger holds a document that may be this very sale',
  },
  booth_unknown: {
    vi: 'gian hàng ghi trên chứng từ không có trong hội chợ',
    en: 'the booth that it names is not at the fair',
  },
  exhibitor_differs: {
    vi: 'chứng từ ghi tên đơn vị khác với đơn vị của máy',
    en: 'it names another exhibitor than the register’s',
  },
  amount_out_of_range: {
    vi: 'số tiền vượt giới hạn của một chứng từ',
    en: 'its amount is beyond what a document may hold',
  },
  document_too_long: {
    vi: 'chứng từ dài quá giới hạn',
    en: 'it is longer than a document may be',
  },
  refused_by_organizer: {
    vi: 'ban tổ chức đã từ chối chứng từ này',
    en: 'the organizer refused it',
  },
};

/** Why a document is set aside, for a person. */
export const whySetAside = (code: string): Sentence => WORDS[code] ?? UNREADABLE;
