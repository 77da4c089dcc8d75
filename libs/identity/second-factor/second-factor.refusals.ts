import { Refusal } from '@phien/kernel';
import { TRY_WINDOW_MINUTES } from '../session/session.rules';
import { HANDS_APART_DAYS } from './second-factor.rules';

export const secondFactorMissing = () =>
  new Refusal('second_factor_missing', 'conflict', {
    vi: 'Tài khoản này chưa ghép điện thoại để lấy mã. Hãy ghép ở trang Tài khoản.',
    en: 'This account has no phone for codes yet. Set one up on the Account page.',
  });

export const secondFactorThere = () =>
  new Refusal('second_factor_there', 'conflict', {
    vi: 'Tài khoản này đã ghép một điện thoại. Mất hay đổi điện thoại thì nhờ ban tổ chức đặt lại.',
    en: 'This account already has a phone for codes. If it is lost or replaced, ask an organizer to reset it.',
  });

export const secondFactorNotOffered = () =>
  new Refusal('second_factor_not_offered', 'conflict', {
    vi: 'Chưa có mã QR nào đang chờ ghép. Hãy bắt đầu lại.',
    en: 'No QR code is waiting to be set up. Start again.',
  });

export const codeWrong = () =>
  new Refusal('code_wrong', 'forbidden', {
    vi: 'Mã không đúng hoặc đã hết hạn. Hãy nhập mã đang hiện trên điện thoại; giờ của điện thoại phải đúng.',
    en: 'The code is wrong or has expired. Type the code that the phone shows now; its clock must be right.',
  });

export const codeUsed = () =>
  new Refusal('code_used', 'conflict', {
    vi: 'Mã này đã dùng rồi. Hãy chờ mã kế tiếp.',
    en: 'This code was used already. Wait for the next one.',
  });

export const tooManyWrongCodes = () =>
  new Refusal('too_many_wrong_codes', 'too_many', {
    vi: `Nhập sai mã quá nhiều lần. Hãy thử lại sau ${TRY_WINDOW_MINUTES} phút.`,
    en: `Too many wrong codes. Try again in ${TRY_WINDOW_MINUTES} minutes.`,
  });

export const passwordWrong = () =>
  new Refusal('password_wrong', 'forbidden', {
    vi: 'Mật khẩu không đúng.',
    en: 'The password is wrong.',
  });

/** Whoever resets both could sign in that person's place. */
export const takesAnotherOrganizer = () =>
  new Refusal('takes_another_organizer', 'conflict', {
    vi: `Bạn đã đặt lại mật khẩu hoặc mã hai bước của người này trong ${HANDS_APART_DAYS} ngày qua. Cái còn lại phải do một người khác trong ban tổ chức đặt lại.`,
    en: `You have reset the password or the second factor of this person within ${HANDS_APART_DAYS} days. Another organizer must reset the other one.`,
  });
