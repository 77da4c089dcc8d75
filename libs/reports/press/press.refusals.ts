import { Refusal } from '@phien/kernel';

export const figureNotInRevision = () =>
  new Refusal('figure_not_in_revision', 'conflict', {
    vi: 'Bản này được chốt trước khi thu thập con số đó.',
    en: 'This revision was closed before that figure was collected.',
  });

export const toldInTheFuture = () =>
  new Refusal('told_in_the_future', 'invalid', {
    vi: 'Lúc cung cấp không thể ở tương lai.',
    en: 'A figure cannot have been given in the future.',
  });

export const toldBeforeClosing = () =>
  new Refusal('told_before_closing', 'invalid', {
    vi: 'Lúc cung cấp sớm hơn lúc chốt bản này. Hãy chọn bản đã có khi ấy.',
    en: 'The figure was given before this revision was closed. Choose the one that was there.',
  });

export const otherPressFigure = () =>
  new Refusal('other_press_figure', 'conflict', {
    vi: 'Mã này đã dùng cho một lần cung cấp khác.',
    en: 'This id was used for another note.',
  });

export const pressFigureNotFound = () =>
  new Refusal('press_figure_not_found', 'not_found', {
    vi: 'Không có lần cung cấp số liệu này.',
    en: 'There is no such note.',
  });
