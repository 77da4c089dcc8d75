import { Refusal } from '@phien/kernel';

export const documentUnreadable = (at: number) =>
  new Refusal(
    'document_unreadable',
    'invalid',
    {
      vi: `Chứng từ thứ ${at + 1} không đọc được mã, máy, lần ghép hoặc số thứ tự. Chưa ghi gì; chứng từ vẫn còn trên máy.`,
      en: `Document ${at + 1} does not tell its id, register, epoch or sequence. Nothing was written; the till keeps it.`,
    },
    { at },
  );

export const documentElsewhere = (at: number) =>
  new Refusal(
    'document_of_other_register',
    'invalid',
    {
      vi: `Chứng từ thứ ${at + 1} thuộc máy, hội chợ hoặc lần ghép khác.`,
      en: `Document ${at + 1} belongs to another register, fair or epoch.`,
    },
    { at },
  );

export const documentTooLarge = (at: number) =>
  new Refusal(
    'document_too_large',
    'invalid',
    {
      vi: `Chứng từ thứ ${at + 1} dài hơn 64 KiB.`,
      en: `Document ${at + 1} is longer than 64 KiB.`,
    },
    { at },
  );

export const headDiffers = () =>
  new Refusal('head_differs', 'invalid', {
    vi: 'Đầu chuỗi không khớp với chứng từ cuối. Chưa ghi gì.',
    en: 'The head is not that of the last document. Nothing was written.',
  });

export const registerUnknown = () =>
  new Refusal('register_unknown', 'not_found', {
    vi: 'Không có máy hoặc lần ghép này.',
    en: 'There is no such register or epoch.',
  });

export const signatureInvalid = () =>
  new Refusal('signature_invalid', 'unauthenticated', {
    vi: 'Chữ ký không đúng khóa của máy. Chưa ghi gì.',
    en: 'The signature is not by this register’s key. Nothing was written.',
  });

const deliveryParts = {
  delivery: { vi: 'danh sách trường', en: 'its list of fields' },
  documents: { vi: 'danh sách chứng từ', en: 'its documents' },
  head: { vi: 'đầu chuỗi', en: 'its head' },
  signature: { vi: 'chữ ký', en: 'its signature' },
} as const;

export const deliveryInvalid = (field: keyof typeof deliveryParts) =>
  new Refusal(
    'delivery_invalid',
    'invalid',
    {
      vi: `Gói chứng từ sai ở phần ${deliveryParts[field].vi}. Chưa ghi gì; chứng từ vẫn còn trên máy.`,
      en: `The delivery is wrong in ${deliveryParts[field].en}. Nothing was written; the till keeps its documents.`,
    },
    { field },
  );

export const ledgerBusy = () =>
  new Refusal('ledger_busy', 'busy', {
    vi: 'Sổ đang nhận quá nhiều chứng từ. Máy giữ lại và sẽ gửi sau ít phút.',
    en: 'The ledger is receiving too much. The till keeps its documents and sends them again soon.',
  });
