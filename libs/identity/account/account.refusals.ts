import { Refusal } from '@phien/kernel';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './account.rules';

export const loginMissing = () =>
  new Refusal('login_missing', 'invalid', {
    vi: 'Hãy nhập tên đăng nhập.',
    en: 'Enter a login.',
  });

export const passwordLengthWrong = () =>
  new Refusal('password_length_wrong', 'invalid', {
    vi: `Mật khẩu phải dài từ ${SHORTEST_PASSWORD} đến ${LONGEST_PASSWORD} ký tự.`,
    en: `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
  });

export const loginTaken = (login: string) =>
  new Refusal('login_taken', 'conflict', {
    vi: `Tên đăng nhập “${login}” đã có người dùng.`,
    en: `The login “${login}” is taken.`,
  });
