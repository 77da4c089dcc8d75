import { Refusal } from '@phien/kernel';

export const fairDayNotFound = () =>
  new Refusal('fair_day_not_found', 'not_found', {
    vi: 'Hội chợ không có ngày này.',
    en: 'The fair has no such day.',
  });

export const fairDayNotBegun = (day: string) =>
  new Refusal('fair_day_not_begun', 'conflict', {
    vi: `Ngày ${day} chưa bắt đầu nên chưa thể chốt.`,
    en: `The day ${day} has not begun, so it cannot be closed.`,
  });

export const nothingNewToClose = (revision: number) =>
  new Refusal(
    'nothing_new_to_close',
    'conflict',
    {
      vi: `Không có gì mới kể từ bản ${revision}: không có chứng từ đến muộn, lượt khách không đổi.`,
      en: `Nothing is new since revision ${revision}: no late documents, and the visits have not changed.`,
    },
    { revision },
  );

export const revisionReasonMissing = () =>
  new Refusal('revision_reason_missing', 'invalid', {
    vi: 'Hãy ghi lý do lập bản sửa đổi: ai đọc báo cáo cũng sẽ thấy.',
    en: 'Say why the day is closed again: whoever reads the report will see it.',
  });
