import { Refusal } from '@phien/kernel';

export const personNotFound = () =>
  new Refusal('person_not_found', 'not_found', {
    vi: 'Người này không có vai trò nào tại hội chợ.',
    en: 'This person has no role at the fair.',
  });

export const lastOrganizer = () =>
  new Refusal('last_organizer', 'conflict', {
    vi: 'Đây là người cuối cùng trong ban tổ chức. Hãy mời thêm một người trước khi rút quyền.',
    en: 'This is the last organizer of the fair. Invite another one first.',
  });

export const personNotInYourHands = () =>
  new Refusal('person_not_in_your_hands', 'forbidden', {
    vi: 'Người này thuộc ban tổ chức, hoặc còn làm việc ở hội chợ khác. Chỉ người quản trị máy chủ đặt lại được mật khẩu hay đóng tài khoản này.',
    en: 'This person is an organizer, or works at another fair too. Only the administrator of the server can reset this password or close this account.',
  });

export const ownAccount = () =>
  new Refusal('own_account', 'conflict', {
    vi: 'Đây là tài khoản của chính bạn.',
    en: 'This is your own account.',
  });

export const accountClosed = () =>
  new Refusal('account_closed', 'conflict', {
    vi: 'Tài khoản này đã đóng. Hãy mở lại trước.',
    en: 'This account is closed. Open it again first.',
  });
