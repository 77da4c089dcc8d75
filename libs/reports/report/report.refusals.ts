import { Refusal } from '@phien/kernel';

export const closingNotFound = () =>
  new Refusal('closing_not_found', 'not_found', {
    vi: 'Ngày này chưa có bản chốt như vậy.',
    en: 'This day has no such closing.',
  });

export const reportNotFound = () =>
  new Refusal('report_not_found', 'not_found', {
    vi: 'Không có báo cáo này.',
    en: 'There is no such report.',
  });

export const reportNotReady = () =>
  new Refusal('report_not_ready', 'not_found', {
    vi: 'Báo cáo này chưa lập xong; nếu chưa ai yêu cầu, hãy bấm lập ở màn hình Báo cáo.',
    en: 'This report is not written yet; if nobody has asked for it, ask for it on the Reports screen.',
  });
