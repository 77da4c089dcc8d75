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

export const dayUnknown = (day: string) =>
  new Refusal(
    'day_unknown',
    'invalid',
    { vi: `Không có ngày ${day} trong lịch.`, en: `The calendar has no day ${day}.` },
    { day },
  );

export const dayTwice = (day: string) =>
  new Refusal(
    'day_twice',
    'invalid',
    { vi: `Ngày ${day} được ghi hai lần.`, en: `The day ${day} is listed twice.` },
    { day },
  );

export const fairHasNoOpenDay = () =>
  new Refusal('fair_has_no_open_day', 'conflict', {
    vi: 'Hội chợ cần ít nhất một ngày mở cửa.',
    en: 'The fair needs at least one open day.',
  });

export const tooManyDays = (most: number) =>
  new Refusal(
    'too_many_days',
    'invalid',
    {
      vi: `Loại này có nhiều nhất ${most} ngày trong một lịch.`,
      en: `This kind has at most ${most} days in one schedule.`,
    },
    { most },
  );

export const openingEveningNotOfKind = () =>
  new Refusal('opening_evening_not_of_kind', 'invalid', {
    vi: 'Điểm bán hàng thường xuyên không có tối khai mạc.',
    en: 'A permanent point of sale has no opening evening.',
  });

export const openingEveningOnce = () =>
  new Refusal('opening_evening_once', 'invalid', {
    vi: 'Chỉ có một tối khai mạc.',
    en: 'There is one opening evening at most.',
  });

export const openingEveningTooLate = () =>
  new Refusal('opening_evening_too_late', 'invalid', {
    vi: 'Tối khai mạc phải trước ngày mở cửa đầu tiên.',
    en: 'The opening evening comes before the first open day.',
  });

export const openEndNotOfKind = () =>
  new Refusal('open_end_not_of_kind', 'invalid', {
    vi: 'Chỉ điểm bán hàng thường xuyên mới không định ngày kết thúc.',
    en: 'Only a permanent point of sale has no set end.',
  });

export const timeZoneUnknown = (timeZone: string) =>
  new Refusal(
    'time_zone_unknown',
    'invalid',
    { vi: `Không có múi giờ “${timeZone}”.`, en: `There is no time zone “${timeZone}”.` },
    { timeZone },
  );

export const planNotFound = () =>
  new Refusal('plan_not_found', 'not_found', {
    vi: 'Không có sơ đồ này, hoặc bạn không thuộc ban tổ chức của hội chợ đó.',
    en: 'There is no such plan, or you are no organizer of that fair.',
  });

export const otherFair = () =>
  new Refusal('other_fair', 'conflict', {
    vi: 'Mã này đã dùng cho một hội chợ khác.',
    en: 'This id was used for another fair.',
  });

export const fairIsDraft = () =>
  new Refusal('fair_is_draft', 'conflict', {
    vi: 'Hội chợ còn là bản nháp. Hãy công bố trước khi nhận đơn, bán hàng, đếm khách hoặc niêm phong.',
    en: 'The fair is still a draft. Publish it before anything is applied for, sold, counted or sealed.',
  });

export const fairHasFacts = () =>
  new Refusal('fair_has_facts', 'conflict', {
    vi: 'Hội chợ đã có số liệu, nên không trở về bản nháp, không đổi múi giờ và giờ cắt ngày được nữa.',
    en: 'The fair has facts, so it is no draft again, and keeps its time zone and day cut.',
  });

export const fairDaysOver = () =>
  new Refusal('fair_days_over', 'conflict', {
    vi: 'Các ngày của hội chợ đã qua. Muốn mở tiếp, hãy thêm ngày.',
    en: 'The days of the fair are over. To go on, add days to it.',
  });

export const fairStateOutOfReach = (from: string, to: string) =>
  new Refusal(
    'fair_state_out_of_reach',
    'conflict',
    {
      vi: 'Từ tình trạng hiện tại, hội chợ không chuyển như vậy được.',
      en: 'From its present state the fair cannot be moved like that.',
    },
    { from, to },
  );

export const fairIsFixed = () =>
  new Refusal('fair_is_fixed', 'conflict', {
    vi: 'Hội chợ đã kết thúc hoặc đã niêm phong, không sửa được nữa.',
    en: 'The fair was ended or sealed; it is no longer changed.',
  });

export const fairChangedSince = () =>
  new Refusal('fair_changed_since', 'stale', {
    vi: 'Người khác vừa sửa hội chợ này. Hãy xem lại rồi lưu.',
    en: 'Somebody has just changed this fair. Look again, then save.',
  });

/** `day` is null when the database saw it first, and said no more. */
export const dayHasFacts = (day: string | null) =>
  new Refusal(
    'day_has_facts',
    'conflict',
    {
      vi: `${day === null ? 'Một ngày' : `Ngày ${day}`} đã có số liệu, nên không bỏ và không đổi loại ngày được.`,
      en: `${day === null ? 'A day' : `The day ${day}`} has facts, so it stays, and stays the kind of day it is.`,
    },
    { day },
  );

export const dayIsOver = (day: string) =>
  new Refusal(
    'day_is_over',
    'conflict',
    {
      vi: `Ngày ${day} đã qua, không sửa được nữa.`,
      en: `The day ${day} is over; it is no longer changed.`,
    },
    { day },
  );
