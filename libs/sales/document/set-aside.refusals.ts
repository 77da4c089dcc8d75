import { Refusal } from '@phien/kernel';
import { whySetAside } from './set-aside.words';

export const setAsideNotFound = () =>
  new Refusal('set_aside_not_found', 'not_found', {
    vi: 'Không có chứng từ để riêng này.',
    en: 'There is no such document set aside.',
  });

export const setAsideAlreadyRefused = () =>
  new Refusal('set_aside_already_refused', 'conflict', {
    vi: 'Chứng từ này đã bị từ chối. Quyết định đã ghi thì không đổi được.',
    en: 'This document was refused. What was decided stays.',
  });

export const setAsideAlreadyAccepted = () =>
  new Refusal('set_aside_already_accepted', 'conflict', {
    vi: 'Chứng từ này đã được chấp nhận và đã tính. Quyết định đã ghi thì không đổi được.',
    en: 'This document was accepted, and counts. What was decided stays.',
  });

export const setAsideAlreadyBooked = () =>
  new Refusal('set_aside_already_booked', 'conflict', {
    vi: 'Chứng từ này đã tự được ghi sổ khi đơn gốc về tới.',
    en: 'This document booked itself when its sale arrived.',
  });

export const setAsideNeedsAnother = () =>
  new Refusal('set_aside_needs_another', 'conflict', {
    vi: 'Hội chợ đã niêm phong: một người đề nghị, một người khác trong ban tổ chức chấp nhận.',
    en: 'The fair is sealed: one organizer proposes, and another accepts.',
  });

export const fairNotSealedYet = () =>
  new Refusal('fair_not_sealed', 'conflict', {
    vi: 'Hội chợ chưa niêm phong: một người chấp nhận là đủ.',
    en: 'The fair is not sealed: one person can accept it.',
  });

/** `details.because` is the code that it would be set aside with now. */
export const setAsideUnbookable = (because: string) =>
  new Refusal(
    'set_aside_unbookable',
    'conflict',
    {
      vi: `Không ghi sổ được: ${whySetAside(because).vi}. Chưa ghi gì; chứng từ vẫn để riêng.`,
      en: `It cannot be booked: ${whySetAside(because).en}. Nothing was written; it is still set aside.`,
    },
    { because },
  );
