import { Refusal } from '@phien/kernel';

export const resetLinkUnknown = () =>
  new Refusal('reset_link_unknown', 'not_found', {
    vi: 'Đường dẫn đặt lại mật khẩu này không còn dùng được. Hãy xin một đường dẫn mới.',
    en: 'This link to reset a password can no longer be used. Ask for a new one.',
  });

export const oldPasswordWrong = () =>
  new Refusal('old_password_wrong', 'forbidden', {
    vi: 'Mật khẩu đang dùng không đúng.',
    en: 'The present password is wrong.',
  });

export const nameMissing = () =>
  new Refusal('name_missing', 'invalid', {
    vi: 'Hãy điền tên.',
    en: 'Enter a name.',
  });
