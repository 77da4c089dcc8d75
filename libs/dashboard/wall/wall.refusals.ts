import { Refusal } from '@phien/kernel';

export const wallLinkUnknown = () =>
  new Refusal('wall_link_unknown', 'not_found', {
    vi: 'Đường dẫn màn hình lớn này không đúng hoặc đã bị thu hồi. Hãy xin ban tổ chức đường dẫn mới.',
    en: 'This wall link is unknown or was revoked. Ask the organizers for a new one.',
  });

export const tooManyWallLinks = () =>
  new Refusal('too_many_wall_links', 'conflict', {
    vi: 'Hội chợ đã có 20 màn hình lớn. Hãy thu hồi đường dẫn không dùng nữa.',
    en: 'The fair has 20 wall links already. Revoke one that is not used any more.',
  });
