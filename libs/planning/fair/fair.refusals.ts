import { Refusal } from '@phien/kernel';

export const mayNotOpenFairs = () =>
  new Refusal('may_not_open_fairs', 'forbidden', {
    vi: 'Tài khoản này không được mở hội chợ mới.',
    en: 'This account may not open new fairs.',
  });

export const startDayUnknown = (startsOn: string) =>
  new Refusal(
    'start_day_unknown',
    'invalid',
    { vi: 'Ngày bắt đầu không có trong lịch.', en: 'The calendar has no such start day.' },
    { startsOn },
  );

export const hoursReversed = (opensAt: string, closesAt: string) =>
  new Refusal(
    'hours_reversed',
    'invalid',
    {
      vi: 'Giờ đóng cửa phải sau giờ mở cửa.',
      en: 'The fair must close after it opens.',
    },
    { opensAt, closesAt },
  );

export const fairCodeTaken = (code: string) =>
  new Refusal(
    'fair_code_taken',
    'conflict',
    { vi: `Mã hội chợ “${code}” đã được dùng.`, en: `The fair code “${code}” is taken.` },
    { code },
  );

export const fairIsOver = () =>
  new Refusal('fair_is_over', 'conflict', {
    vi: 'Hội chợ đã kết thúc, không phân gian được nữa.',
    en: 'The fair is over; booths are no longer given.',
  });

export const fairPlanIsFixed = () =>
  new Refusal('fair_plan_is_fixed', 'conflict', {
    vi: 'Hội chợ đã kết thúc, sơ đồ không sửa được nữa.',
    en: 'The fair is over; its plan is no longer changed.',
  });

export const templateHasNoDemo = (template: string) =>
  new Refusal(
    'template_has_no_demo',
    'invalid',
    {
      vi: 'Chỉ mẫu 160 gian có người bán thử; hội chợ theo mẫu khác bắt đầu chưa có ai.',
      en: 'Only the plan of 160 booths has invented sellers; a fair on another one begins with nobody in it.',
    },
    { template },
  );
