import { Refusal } from '@phien/kernel';

export const dayInvalid = (day: string) =>
  new Refusal(
    'day_invalid',
    'invalid',
    { vi: 'Ngày phải viết dạng 2025-10-28.', en: 'Write the day as 2025-10-28.' },
    { day },
  );
