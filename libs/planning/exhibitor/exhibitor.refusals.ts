import { Refusal, type Sentence } from '@phien/kernel';

/** Also said of an exhibitor that exists and is not the caller's to see. */
export const exhibitorNotFound = () =>
  new Refusal('exhibitor_not_found', 'not_found', {
    vi: 'Hội chợ này không có đơn vị đó.',
    en: 'This fair has no such exhibitor.',
  });

export const exhibitorIdTaken = () =>
  new Refusal('exhibitor_id_taken', 'conflict', {
    vi: 'Mã này đã dùng cho một đơn vị khác.',
    en: 'This id was used for another exhibitor.',
  });

export const countryUnknown = (countryCode: string) =>
  new Refusal(
    'country_unknown',
    'invalid',
    { vi: 'Không có nước nào mang mã này.', en: 'No country has this code.' },
    { countryCode },
  );

export const placeUnknown = () =>
  new Refusal('place_unknown', 'invalid', {
    vi: 'Hãy chọn xã, phường hoặc tỉnh của đơn vị; đơn vị nước ngoài chỉ ghi nước.',
    en: 'Choose the commune or province of the exhibitor; one from abroad has its country alone.',
  });

export const delegationUnknown = () =>
  new Refusal('delegation_unknown', 'not_found', {
    vi: 'Hội chợ này không có đoàn đó.',
    en: 'This fair has no such delegation.',
  });

export const taxCodeWrong = (fault: TaxCodeFault) =>
  new Refusal('tax_code_wrong', 'invalid', taxCodeFaults[fault], { field: 'taxCode', fault });

export type TaxCodeFault = 'shape' | 'check_digit' | 'serial' | 'branch';

export const taxCodeFaults: Record<TaxCodeFault, Sentence> = {
  shape: {
    vi: 'Mã số thuế gồm 10 chữ số, 10 chữ số và 3 số chi nhánh, hoặc 12 chữ số của cá nhân.',
    en: 'A tax code has 10 digits, 10 and a branch of 3, or the 12 of a person.',
  },
  check_digit: {
    vi: 'Mã số thuế có chữ số gõ nhầm: số kiểm tra thứ mười không khớp chín số đầu.',
    en: 'A digit of the tax code is mistyped: the tenth, its check digit, does not fit the first nine.',
  },
  serial: {
    vi: 'Mã số thuế không thể có bảy số 0 ở giữa.',
    en: 'A tax code cannot have seven zeros in its middle.',
  },
  branch: {
    vi: 'Ba số chi nhánh của mã số thuế đi từ 001 đến 999.',
    en: 'The branch of a tax code is 001 to 999.',
  },
};
