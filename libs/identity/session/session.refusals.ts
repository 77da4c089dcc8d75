import { Refusal } from '@phien/kernel';
import { TRY_WINDOW_MINUTES } from './session.rules';

export const notSignedIn = () =>
  new Refusal('not_signed_in', 'unauthenticated', {
    vi: 'Bạn chưa đăng nhập, hoặc phiên đăng nhập đã hết hạn.',
    en: 'You are not signed in, or your session has ended.',
  });

/* One sentence for an unknown login, a wrong password and a closed account: none of them is confirmed. */
export const signInFailed = () =>
  new Refusal('sign_in_failed', 'unauthenticated', {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is wrong.',
  });

export const tooManySignInTries = () =>
  new Refusal('too_many_sign_in_tries', 'too_many', {
    vi: `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${TRY_WINDOW_MINUTES} phút.`,
    en: `Too many failed tries to sign in. Try again in ${TRY_WINDOW_MINUTES} minutes.`,
  });

export const signInBusy = () =>
  new Refusal('sign_in_busy', 'busy', {
    vi: 'Quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.',
    en: 'Too many people are signing in at once. Try again in a few seconds.',
  });

export const sessionNotFound = () =>
  new Refusal('session_not_found', 'not_found', {
    vi: 'Phiên đăng nhập này đã kết thúc.',
    en: 'This session has ended.',
  });
