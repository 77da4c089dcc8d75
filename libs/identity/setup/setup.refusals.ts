import { Refusal } from '@phien/kernel';

export const alreadySetUp = () =>
  new Refusal('already_set_up', 'conflict', {
    vi: 'Máy chủ này đã có tài khoản đầu tiên. Hãy đăng nhập, hoặc nhờ ban tổ chức mời.',
    en: 'This server already has its first account. Sign in, or ask an organizer to invite you.',
  });

export const setupLinkUnknown = () =>
  new Refusal('setup_link_unknown', 'not_found', {
    vi: 'Đường dẫn này không còn dùng được. Khởi động lại Phiên để có đường dẫn mới.',
    en: 'This link can no longer be used. Start Phiên again for a new one.',
  });
