import { Refusal } from '@phien/kernel';

export const statusUnreadable = () =>
  new Refusal('status_unreadable', 'invalid', {
    vi: 'Không đọc được tình trạng mà máy báo. Chưa ghi gì.',
    en: 'What the phone says of itself cannot be read. Nothing was written.',
  });

export const statusElsewhere = () =>
  new Refusal('status_of_other_register', 'invalid', {
    vi: 'Tình trạng này là của máy hoặc hội chợ khác.',
    en: 'This status is of another register or fair.',
  });
