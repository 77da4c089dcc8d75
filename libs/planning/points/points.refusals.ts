import { Refusal } from '@phien/kernel';

export const otherPoints = () =>
  new Refusal('other_points', 'conflict', {
    vi: 'Mã này đã dùng cho một lần chấm điểm khác.',
    en: 'This id was used for other points.',
  });
