import { Refusal } from '@phien/kernel';

/** Also said of an exhibitor that exists and is not the caller's to see. */
export const exhibitorNotFound = () =>
  new Refusal('exhibitor_not_found', 'not_found', {
    vi: 'Hội chợ này không có đơn vị đó.',
    en: 'This fair has no such exhibitor.',
  });
