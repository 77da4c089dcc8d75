import { Refusal } from '@phien/kernel';

/** Also said of a fair that exists and publishes nothing: nobody learns which fairs there are. */
export const fairNotPublished = () =>
  new Refusal('fair_not_published', 'not_found', {
    vi: 'Không có hội chợ nào mở trang công khai ở địa chỉ này.',
    en: 'No fair has opened a public page at this address.',
  });

export const tooManyFairsAsked = () =>
  new Refusal('too_many_fairs_asked', 'too_many', {
    vi: 'Mạng này hỏi quá nhiều hội chợ không có. Hãy chờ một phút rồi thử lại.',
    en: 'This network asked for too many fairs that do not exist. Wait a minute and try again.',
  });
