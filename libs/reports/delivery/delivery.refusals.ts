import { Refusal } from '@phien/kernel';

export const addressChosenAlready = () =>
  new Refusal('mail_address_chosen_already', 'conflict', {
    vi: 'Địa chỉ này đã có trong danh sách nhận thư.',
    en: 'This address is on the list already.',
  });

export const tooManyRecipients = () =>
  new Refusal('too_many_mail_recipients', 'conflict', {
    vi: 'Hội chợ đã có 50 người nhận thư. Hãy thôi gửi cho người không cần nữa.',
    en: 'The fair mails 50 people already. End those who need it no more.',
  });

export const recipientNotFound = () =>
  new Refusal('mail_recipient_not_found', 'not_found', {
    vi: 'Không có người nhận thư này.',
    en: 'There is no such recipient.',
  });

export const deliveryNotFailed = () =>
  new Refusal('mail_delivery_not_failed', 'conflict', {
    vi: 'Chỉ gửi lại được thư đã thôi gửi, cho người còn trong danh sách.',
    en: 'Only a mail that was given up is sent again, to a person still on the list.',
  });

export const mailLinkUnknown = () =>
  new Refusal('mail_link_unknown', 'not_found', {
    vi: 'Đường dẫn này không đúng. Hãy mở lại từ thư, hoặc hỏi ban tổ chức.',
    en: 'This link is unknown. Open it from the mail again, or ask the organizers.',
  });

export const mailLinkExpired = (on: string) =>
  new Refusal('mail_link_expired', 'not_found', {
    vi: `Đường dẫn này đã hết hạn từ ${on}. Mã băm trong thư vẫn có giá trị; cần tệp thì hỏi ban tổ chức.`,
    en: `This link expired at ${on}. The hash in the mail still holds; ask the organizers for the files.`,
  });

export const mailLinkEnded = () =>
  new Refusal('mail_link_ended', 'not_found', {
    vi: 'Ban tổ chức đã thôi gửi thư cho địa chỉ này, nên đường dẫn không còn dùng được.',
    en: 'The organizers mail this address no more, so its links have ended.',
  });
