import { Refusal } from '@phien/kernel';

export const handCountNotFound = () =>
  new Refusal('hand_count_not_found', 'not_found', {
    vi: 'Hội chợ này không có lần đếm tay đó.',
    en: 'This fair has no such hand count.',
  });

export const handCountNotOver = () =>
  new Refusal('hand_count_not_over', 'invalid', {
    vi: 'Lần đếm tay phải đủ 15 phút và trong 7 ngày vừa qua.',
    en: 'A hand count is of 15 whole minutes, within the last 7 days.',
  });

export const handCountOverlaps = () =>
  new Refusal('hand_count_overlaps', 'conflict', {
    vi: 'Ở cổng này đã có lần đếm tay trùng các phút đó.',
    en: 'Another hand count at this gate covers some of these minutes.',
  });

export const handCountConflict = () =>
  new Refusal('hand_count_conflict', 'conflict', {
    vi: 'Lần đếm tay này đã được ghi với số khác.',
    en: 'This hand count was already written with other figures.',
  });
