import { Refusal } from '@phien/kernel';

export const tooManyWrongLinks = () =>
  new Refusal('too_many_wrong_links', 'too_many', {
    vi: 'Quá nhiều đường dẫn không đúng được thử từ mạng này. Hãy thử lại sau một phút.',
    en: 'Too many wrong links were tried from this network. Try again in a minute.',
  });
