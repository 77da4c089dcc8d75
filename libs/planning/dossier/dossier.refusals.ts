import { Refusal, type Sentence } from '@phien/kernel';

export const dossierKindNotFound = () =>
  new Refusal('dossier_kind_not_found', 'not_found', {
    vi: 'Hội chợ này không có loại hồ sơ đó.',
    en: 'This fair has no such kind of paper in its dossiers.',
  });

export const dossierKindsFull = (most: number) =>
  new Refusal(
    'dossier_kinds_full',
    'conflict',
    {
      vi: `Hội chợ đã có ${most} loại hồ sơ. Hãy bỏ bớt loại không cần nữa.`,
      en: `The fair asks for ${most} kinds of papers, the most it can. Leave one out first.`,
    },
    { most },
  );

/** Also said of one that is in the dossier of somebody else. */
export const dossierItemNotFound = () =>
  new Refusal('dossier_item_not_found', 'not_found', {
    vi: 'Hồ sơ không có giấy này.',
    en: 'The dossier has no such paper.',
  });

export const dossierItemIdTaken = () =>
  new Refusal('dossier_item_id_taken', 'conflict', {
    vi: 'Mã này đã dùng cho một giấy khác trong hồ sơ.',
    en: 'This id was used for another paper.',
  });

export const dossierFull = (most: number) =>
  new Refusal(
    'dossier_full',
    'conflict',
    {
      vi: `Hồ sơ đã có ${most} giấy. Hãy bỏ bớt giấy đã cũ.`,
      en: `The dossier has ${most} papers, the most it can. Take out those that are old.`,
    },
    { most },
  );

const ofField = (field: string, code: string, sentence: Sentence) =>
  new Refusal(code, 'invalid', sentence, { field });

export const dossierKindNameMissing = (field: 'nameVi' | 'nameEn') =>
  ofField(field, 'dossier_kind_name_missing', {
    vi: 'Hãy ghi tên loại hồ sơ, nhiều nhất 120 ký tự.',
    en: 'Write what the paper is called, 120 characters at most.',
  });

export const dossierClassUnknown = () =>
  ofField('classCodes', 'dossier_class_unknown', {
    vi: 'Hãy chọn nhóm sản phẩm trong danh sách.',
    en: 'Choose product groups from the list.',
  });

export const dossierNumberRefused = () =>
  ofField('number', 'dossier_number_refused', {
    vi: 'Số của giấy có nhiều nhất 100 ký tự.',
    en: 'The number of a paper has 100 characters at most.',
  });

export const dossierIssuerRefused = () =>
  ofField('issuer', 'dossier_issuer_refused', {
    vi: 'Tên nơi cấp có nhiều nhất 200 ký tự.',
    en: 'The name of who issued it has 200 characters at most.',
  });

export const dossierDayUnknown = (field: 'issuedOn' | 'expiresOn') =>
  ofField(field, 'dossier_day_unknown', {
    vi: 'Ngày này không có trong lịch.',
    en: 'The calendar has no such day.',
  });

export const dossierNotIssuedYet = () =>
  ofField('issuedOn', 'dossier_not_issued_yet', {
    vi: 'Ngày cấp không được sau hôm nay.',
    en: 'The day of issue cannot be after today.',
  });

export const dossierDatesReversed = () =>
  ofField('expiresOn', 'dossier_dates_reversed', {
    vi: 'Ngày hết hạn phải từ ngày cấp trở đi.',
    en: 'The day of expiry cannot be before the day of issue.',
  });

export const dossierFileMissing = () =>
  ofField('file', 'dossier_file_missing', {
    vi: 'Hãy chọn một tệp.',
    en: 'Choose a file.',
  });

export const dossierFileTooLarge = () =>
  ofField('file', 'dossier_file_too_large', {
    vi: 'Tệp nặng hơn 5 MB. Hãy chụp hoặc quét lại nhỏ hơn.',
    en: 'The file is heavier than 5 MB. Take or scan it smaller.',
  });

export const dossierFileTypeUnknown = () =>
  ofField('file', 'dossier_file_type_unknown', {
    vi: 'Tệp này không phải PDF, ảnh JPEG hay PNG, dù tên nó ghi thế nào.',
    en: 'This file is no PDF, JPEG or PNG, whatever it is called.',
  });

export const dossierFileNotFound = () =>
  new Refusal('dossier_file_not_found', 'not_found', {
    vi: 'Giấy này không có tệp.',
    en: 'This paper has no file.',
  });
