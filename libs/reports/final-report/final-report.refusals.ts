import { Refusal } from '@phien/kernel';

export const finalFieldNotFound = () =>
  new Refusal('final_field_not_found', 'not_found', {
    vi: 'Báo cáo không có mục này.',
    en: 'The report has no such field.',
  });

export const finalFieldChanged = (revision: number) =>
  new Refusal(
    'final_field_changed',
    'conflict',
    {
      vi: 'Người khác vừa sửa mục này. Hãy xem lại rồi ghi lần nữa.',
      en: 'Somebody else has just changed this field. Look at it and write again.',
    },
    { revision },
  );

export const finalFieldWordsMissing = () =>
  new Refusal('final_field_words_missing', 'invalid', {
    vi: 'Hãy ghi nội dung của mục; mục tự thêm cần cả tên tiếng Việt và tiếng Anh.',
    en: 'Write what the field says; a field of your own needs its name in both languages.',
  });

export const finalFieldNotOfLedger = () =>
  new Refusal('final_field_not_of_ledger', 'conflict', {
    vi: 'Sổ không có số cho mục này, chỉ người mới ghi được.',
    en: 'The ledger knows nothing of this field; only a person can write it.',
  });

export const tooManyFinalFields = () =>
  new Refusal('too_many_final_fields', 'conflict', {
    vi: 'Báo cáo đã có quá nhiều mục tự thêm.',
    en: 'The report has too many fields of its own already.',
  });

export const frameNotFound = () =>
  new Refusal('frame_not_found', 'not_found', {
    vi: 'Không có khung báo cáo cho ngôn ngữ này.',
    en: 'There is no frame for this language.',
  });

export const frameChanged = (revision: number) =>
  new Refusal(
    'frame_changed',
    'conflict',
    {
      vi: 'Người khác vừa thay khung báo cáo này. Hãy tải lại trang.',
      en: 'Somebody else has just replaced this frame. Load the page again.',
    },
    { revision },
  );

export const frameUnreadable = (why: string) =>
  new Refusal(
    'frame_unreadable',
    'invalid',
    {
      vi: `Tệp này không dùng làm khung báo cáo được: ${why}. Khung là tệp Word (.docx) có các chỗ điền như {fair_name}; hãy tải khung có sẵn về và sửa trên đó.`,
      en: `This file cannot be a frame: ${why}. A frame is a Word file (.docx) with places such as {fair_name}; download the one that is used and change that.`,
    },
    { why },
  );
