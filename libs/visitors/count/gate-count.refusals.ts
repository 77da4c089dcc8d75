import { Refusal } from '@phien/kernel';
import type { CountVerdict } from './gate-count.rules';

type Code = Extract<CountVerdict, { answer: 'refuse' }>['code'];

const refusals: Record<Code, () => Refusal> = {
  undone_exceeds_counted: () =>
    new Refusal('undone_exceeds_counted', 'invalid', {
      vi: 'Số lượt bỏ nhiều hơn số lượt đã đếm.',
      en: 'More was undone than was counted.',
    }),
  count_conflict: () =>
    new Refusal('count_conflict', 'conflict', {
      vi: 'Máy này đã gửi số đếm khác với cùng số thứ tự. Hãy bắt đầu lần đếm mới.',
      en: 'This device already sent another count under this number. Start a new epoch.',
    }),
  counter_went_backwards: () =>
    new Refusal('counter_went_backwards', 'conflict', {
      vi: 'Số đếm nhỏ hơn lần gửi trước. Hãy bắt đầu lần đếm mới.',
      en: 'The counter went backwards. Start a new epoch.',
    }),
};

export const countRefused = (code: Code) => refusals[code]();

/** A sensor's counter moves by the sensor's own signature alone. */
export const deviceNeedsKey = () =>
  new Refusal('device_needs_key', 'forbidden', {
    vi: 'Mã máy này thuộc về một máy đếm; chỉ máy đó, với khóa của nó, gửi được.',
    en: 'This device is a sensor; only the sensor itself may send for it, with its key.',
  });
