import { Refusal, type Sentence } from '@phien/kernel';
import { ROSTER_BOUNDS } from './roster-bounds';

/** What is wrong with a whole file; a row that ended it is named. */
export interface RosterFault {
  code: keyof typeof FAULTS;
  sheet?: string;
  row?: number;
}

const rows = ROSTER_BOUNDS.rows.toLocaleString('vi-VN');
const FAULTS = {
  roster_too_large: {
    vi: 'Tệp lớn hơn 10 MB. Hãy chia ra, hoặc bỏ ảnh trong tệp.',
    en: 'The file is larger than 10 MB. Split it, or take pictures out of it.',
  },
  roster_unpacks_too_large: {
    vi: 'Tệp giải nén ra hơn 50 MB. Hãy chép các dòng sang một tệp mới.',
    en: 'The file unpacks to more than 50 MB. Copy its rows into a new file.',
  },
  roster_too_many_rows: {
    vi: `Tệp có hơn ${rows} dòng. Hãy chia ra thành nhiều tệp.`,
    en: `The file has more than ${ROSTER_BOUNDS.rows.toLocaleString('en')} rows. Split it into several.`,
  },
  roster_too_heavy: {
    vi: 'Tệp cần quá nhiều bộ nhớ để đọc. Hãy chép các dòng sang một tệp mới.',
    en: 'The file takes too much memory to read. Copy its rows into a new file.',
  },
  roster_too_slow: {
    vi: 'Đọc tệp mất quá 20 giây. Hãy chép các dòng sang một tệp mới.',
    en: 'Reading the file takes over 20 seconds. Copy its rows into a new file.',
  },
  roster_locked: {
    vi: 'Tệp có mật khẩu, hoặc là bảng tính đời cũ (.xls). Hãy lưu thành .xlsx không mật khẩu.',
    en: 'The file has a password, or is an old workbook (.xls). Save it as .xlsx without one.',
  },
  roster_with_macros: {
    vi: 'Tệp có macro. Hãy lưu thành .xlsx không macro.',
    en: 'The file holds macros. Save it as .xlsx without them.',
  },
  roster_with_entities: {
    vi: 'Tệp khai báo DTD, là cách đưa tệp khác vào. Hãy lưu lại bằng Excel hoặc LibreOffice.',
    en: 'The file declares a DTD, which brings in other files. Save it again with Excel or LibreOffice.',
  },
  roster_unreadable: {
    vi: 'Tệp hỏng, hoặc không phải bảng tính .xlsx hay tệp .csv.',
    en: 'The file is broken, or neither an .xlsx workbook nor a .csv file.',
  },
  roster_not_unicode: {
    vi: 'Tệp không phải UTF-8, chữ có dấu sẽ sai. Hãy lưu thành “CSV UTF-8” hoặc .xlsx.',
    en: 'The file is not UTF-8, and letters with marks would be wrong. Save it as “CSV UTF-8” or .xlsx.',
  },
  roster_without_rows: {
    vi: 'Không thấy dòng nào: dòng đầu bảng phải có cột “Tên đơn vị” và “Nơi đến”, như trong tệp mẫu.',
    en: 'No row was found: the head of the table has “Exhibitor” and “From”, as in the template.',
  },
  roster_missing: {
    vi: 'Hãy gửi tệp .xlsx hoặc .csv.',
    en: 'Send an .xlsx or a .csv file.',
  },
} satisfies Record<string, Sentence>;

export function rosterUnread({ code, sheet, row }: RosterFault): Refusal {
  const { vi, en } = FAULTS[code];
  if (row === undefined || sheet === undefined) return new Refusal(code, 'invalid', { vi, en });
  const sentence = {
    vi: `${vi} Dừng ở dòng ${row}, trang “${sheet}”.`,
    en: `${en} It ended at row ${row} of the sheet “${sheet}”.`,
  };
  return new Refusal(code, 'invalid', sentence, { sheet, row });
}

export const rosterDraftNotFound = () =>
  new Refusal('roster_draft_not_found', 'not_found', {
    vi: 'Không còn bản xem trước này. Hãy đưa tệp lên lại.',
    en: 'This preview is gone. Bring the file again.',
  });

export const rosterChanged = () =>
  new Refusal('roster_changed', 'conflict', {
    vi: 'Danh sách của hội chợ vừa đổi. Hãy xem lại bản xem trước rồi nhận.',
    en: 'The fair’s exhibitors changed meanwhile. Look at the preview again, then take it.',
  });

export const rosterTakenOtherwise = () =>
  new Refusal('roster_taken_otherwise', 'conflict', {
    vi: 'Danh sách này đã nhận rồi, với lựa chọn khác.',
    en: 'This list was taken already, with other choices.',
  });

export const rosterChoiceUnknown = () =>
  new Refusal('roster_choice_unknown', 'invalid', {
    vi: 'Có lựa chọn cho một dòng không nhận được như thế.',
    en: 'A choice names a row that cannot be taken so.',
  });

export const rosterFairNotYours = () =>
  new Refusal('roster_fair_not_found', 'not_found', {
    vi: 'Bạn không tổ chức hội chợ nào như vậy.',
    en: 'You organize no such fair.',
  });
