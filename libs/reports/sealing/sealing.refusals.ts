import { Refusal } from '@phien/kernel';
import type { Obstacle } from './sealing.rules';

export const fairNotReadyToSeal = (obstacles: readonly Obstacle[]) =>
  new Refusal(
    'fair_not_ready_to_seal',
    'conflict',
    {
      vi: 'Chưa niêm phong được: còn việc chưa xong.',
      en: 'It cannot be sealed yet: something is not finished.',
    },
    { obstacles },
  );

export const sealNotProposed = () =>
  new Refusal('seal_not_proposed', 'conflict', {
    vi: 'Chưa có ai đề nghị niêm phong, hoặc đề nghị đã được rút.',
    en: 'Nobody proposed to seal the fair, or the proposal was taken back.',
  });

export const secondPersonNeeded = () =>
  new Refusal('second_person_needed', 'forbidden', {
    vi: 'Người đã đề nghị không tự niêm phong được: cần một người khác trong ban tổ chức.',
    en: 'Whoever proposed it cannot seal it: another organizer has to.',
  });

export const sealedAlready = () =>
  new Refusal('fair_sealed', 'conflict', {
    vi: 'Hội chợ đã niêm phong.',
    en: 'The fair is sealed.',
  });
