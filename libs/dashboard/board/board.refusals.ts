import { Refusal } from '@phien/kernel';

export const periodInvalid = () =>
  new Refusal('period_invalid', 'invalid', {
    vi: 'Khoảng ngày cần cả ngày đầu và ngày cuối, ngày đầu không sau ngày cuối, nhiều nhất 92 ngày, và không đi cùng một ngày riêng.',
    en: 'A period needs its first and last day, in this order and at most 92 days apart, and no single day beside them.',
  });

export const zoneUnknown = (zone: string) =>
  new Refusal(
    'zone_unknown',
    'invalid',
    { vi: 'Hội chợ không có khu này.', en: 'The fair has no such zone.' },
    { zone },
  );

export const boothUnknown = (booth: string) =>
  new Refusal(
    'booth_unknown',
    'invalid',
    { vi: 'Hội chợ không có gian này.', en: 'The fair has no such booth.' },
    { booth },
  );

export const originUnknown = (origin: string) =>
  new Refusal(
    'origin_unknown',
    'invalid',
    {
      vi: 'Xuất xứ là trong tỉnh, ngoài tỉnh hoặc nước ngoài.',
      en: 'An origin is in-province, other province or foreign.',
    },
    { origin },
  );

export const earlierFairUnknown = (base: string) =>
  new Refusal(
    'earlier_fair_unknown',
    'not_found',
    {
      vi: 'Không so được với kỳ này: chưa có doanh số, chưa xong trước hội chợ này, hoặc bạn không được xem.',
      en: 'This fair is no base: it sold nothing, was not over before this one, or you may not see it.',
    },
    { base },
  );

export const tooFewBooths = () =>
  new Refusal('too_few_booths', 'forbidden', {
    vi: 'Chọn cả khu và xuất xứ thế này sẽ lộ tiền của từng gian (có chỗ chưa đủ 3 gian bán), mà hội chợ này chưa cho bạn xem tiền của từng gian. Hãy chỉ chọn khu hoặc chỉ chọn xuất xứ.',
    en: 'Zone and origin together would give away the money of a single booth (fewer than 3 booths sell somewhere), which this fair does not let you see. Choose by zone or by origin alone.',
  });

export const oneDayOnly = () =>
  new Refusal('one_day_only', 'invalid', {
    vi: 'Theo giờ chỉ xem được từng ngày một. Hãy chọn một ngày.',
    en: 'By the hour one day at a time can be seen. Choose one day.',
  });
