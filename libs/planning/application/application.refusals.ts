import { Refusal } from '@phien/kernel';
import type { ApplicationState } from './application-steps.rules';

export const applicationsNotOpen = () =>
  new Refusal('applications_not_open', 'not_found', {
    vi: 'Hội chợ này không nhận đăng ký tham gia qua mạng.',
    en: 'This fair takes no applications online.',
  });

export const applicationsClosed = (lastDay: string) =>
  new Refusal(
    'applications_closed',
    'conflict',
    {
      vi: `Hạn nộp đã hết ngày ${lastDay.split('-').reverse().join('/')}. Nội dung đã điền vẫn được giữ; hãy liên hệ ban tổ chức nếu muốn nộp muộn.`,
      en: `Applications closed at the end of ${lastDay}. What you wrote is kept; ask the organizers if you want to send it late.`,
    },
    { lastDay },
  );

export const applicationCodeUnknown = () =>
  new Refusal('application_code_unknown', 'not_found', {
    vi: 'Hội chợ này không có đăng ký nào mang mã đó. Hãy xem lại từng chữ của mã.',
    en: 'This fair has no application with that code. Look at each letter of it again.',
  });

export const applicationCodeWrong = () =>
  new Refusal('application_code_wrong', 'invalid', {
    vi: 'Mã gồm 12 chữ và số, ví dụ 4F7K-9QXM-2B6T.',
    en: 'A code has 12 letters and digits, such as 4F7K-9QXM-2B6T.',
  });

export const tooManyApplicationCodes = () =>
  new Refusal('too_many_application_codes', 'too_many', {
    vi: 'Mạng này đã thử quá nhiều mã không đúng. Hãy thử lại sau một phút.',
    en: 'Too many wrong codes were tried from this network. Try again in a minute.',
  });

export const tooManyApplications = () =>
  new Refusal('too_many_applications', 'too_many', {
    vi: 'Có quá nhiều đăng ký mới từ mạng này hoặc cho hội chợ này. Hãy thử lại sau ít phút; nội dung đã điền vẫn còn trên máy.',
    en: 'Too many new applications came from this network or for this fair. Try again in some minutes; what you wrote is kept on this device.',
  });

export const applicationChanged = () =>
  new Refusal('application_changed', 'stale', {
    vi: 'Đăng ký này vừa được sửa ở nơi khác. Hãy mở lại để xem bản mới.',
    en: 'This application was changed elsewhere. Open it again to see how it is now.',
  });

export const applicationTooLong = () =>
  new Refusal('application_too_long', 'invalid', {
    vi: 'Nội dung đăng ký quá dài. Hãy rút gọn ghi chú và tên sản phẩm.',
    en: 'The application is too long. Shorten the note and the names of products.',
  });

export const applicationNotFound = () =>
  new Refusal('application_not_found', 'not_found', {
    vi: 'Hội chợ này không có đăng ký đó.',
    en: 'This fair has no such application.',
  });

const states: Record<ApplicationState, { vi: string; en: string }> = {
  draft: { vi: 'chưa nộp', en: 'not sent yet' },
  sent: { vi: 'đã nộp, đang chờ xét', en: 'sent and waiting to be looked at' },
  asked_back: { vi: 'đang chờ đơn vị bổ sung', en: 'back with whoever wrote it' },
  waiting: { vi: 'trong danh sách chờ', en: 'on the waiting list' },
  accepted: { vi: 'đã được nhận', en: 'accepted' },
  refused: { vi: 'đã bị từ chối', en: 'refused' },
  withdrawn: { vi: 'đã được rút', en: 'withdrawn' },
};

/** `by` is who brought it there, when that was a person of the fair. */
export const applicationStandsElse = (state: ApplicationState, by: string | null) =>
  new Refusal(
    'application_stands_else',
    'conflict',
    {
      vi: `Đăng ký này ${states[state].vi}${by === null ? '' : ` (${by})`}, nên không làm việc đó được nữa.`,
      en: `This application is ${states[state].en}${by === null ? '' : ` (by ${by})`}, so that cannot be done any more.`,
    },
    { state },
  );

export const exhibitorHasApplication = () =>
  new Refusal('exhibitor_has_application', 'conflict', {
    vi: 'Đơn vị đó đã được nhận theo một đăng ký khác.',
    en: 'That exhibitor was accepted by another application already.',
  });

export const applicationVatDiffers = () =>
  new Refusal('application_vat_differs', 'conflict', {
    vi: 'Đăng ký và đơn vị đã có ghi khác nhau về thuế GTGT. Hãy sửa đơn vị trước rồi nhận.',
    en: 'The application and the exhibitor differ in whether VAT is charged. Change the exhibitor first, then accept.',
  });

export const applicationMessageWrong = () =>
  new Refusal('application_message_wrong', 'invalid', {
    vi: 'Hãy viết lời nhắn, dài nhất 2.000 ký tự và không có ký tự điều khiển.',
    en: 'Write a message of at most 2,000 characters, without control characters.',
  });

export const waitingListChanged = () =>
  new Refusal('waiting_list_changed', 'stale', {
    vi: 'Danh sách chờ vừa thay đổi. Hãy xem lại rồi xếp.',
    en: 'The waiting list has changed meanwhile. Look at it again, then order it.',
  });

export const applicationDayWrong = () =>
  new Refusal('application_day_wrong', 'invalid', {
    vi: 'Ngày này không có trong lịch.',
    en: 'The calendar has no such day.',
  });

export const fileMissing = () =>
  new Refusal('file_missing', 'invalid', {
    vi: 'Tệp trống hoặc chưa được gửi kèm.',
    en: 'The file is empty, or was not sent.',
  });

export const fileTooLarge = () =>
  new Refusal('file_too_large', 'invalid', {
    vi: 'Tệp lớn hơn 5 MB. Hãy giảm kích thước ảnh hoặc tách tệp.',
    en: 'The file is larger than 5 MB. Make the picture smaller or split the file.',
  });

export const fileKindUnknown = () =>
  new Refusal('file_kind_unknown', 'invalid', {
    vi: 'Tệp này không phải PDF, JPEG hay PNG. Tên tệp không quyết định, nội dung mới quyết định.',
    en: 'This is no PDF, JPEG or PNG file. What is in it counts, not its name.',
  });

export const fileBroken = () =>
  new Refusal('file_broken', 'invalid', {
    vi: 'Tệp bị hỏng hoặc thiếu phần cuối. Hãy mở thử trên máy rồi gửi lại.',
    en: 'The file is broken, or its end is missing. Open it on your device, then send it again.',
  });

export const filePictureTooLarge = (mostPx: number) =>
  new Refusal(
    'file_picture_too_large',
    'invalid',
    {
      vi: `Mỗi cạnh ảnh dài nhất ${mostPx} điểm ảnh.`,
      en: `A picture has at most ${mostPx} pixels a side.`,
    },
    { mostPx },
  );

export const tooManyFiles = (most: number) =>
  new Refusal(
    'too_many_files',
    'conflict',
    {
      vi: `Mỗi đăng ký kèm nhiều nhất ${most} tệp. Hãy bỏ bớt tệp cũ trước.`,
      en: `An application has at most ${most} files. Remove one first.`,
    },
    { most },
  );

export const filesFull = () =>
  new Refusal('application_files_full', 'conflict', {
    vi: 'Kho tệp của hội chợ đã đầy. Hãy nộp đăng ký không kèm tệp và báo ban tổ chức.',
    en: 'The room for files of this fair is used up. Send the application without it, and tell the organizers.',
  });

export const fileNotFound = () =>
  new Refusal('application_file_not_found', 'not_found', {
    vi: 'Đăng ký này không có tệp đó.',
    en: 'This application has no such file.',
  });
