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
    vi: 'Báo cáo đang được lập, hãy thử lại sau ít phút.',
    en: 'The report is being written; try again in a moment.',
  });
