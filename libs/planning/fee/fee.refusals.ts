import { Refusal } from '@phien/kernel';

export const feeRateOverlaps = () =>
  new Refusal('fee_rate_overlaps', 'conflict', {
    vi: 'Biểu phí đã có một mức cho cùng khu, loại gian và cỡ gian đó trong những ngày này. Hãy bỏ mức cũ trước, hoặc chọn ngày khác.',
    en: 'The tariff has a rate for this zone, kind and size on these days already. Withdraw that one first, or choose other days.',
  });

export const feeRateBackwards = () =>
  new Refusal('fee_rate_backwards', 'invalid', {
    vi: 'Ngày cuối phải từ ngày đầu trở đi, và cỡ gian “dưới” phải lớn hơn “từ”.',
    en: 'The last day cannot be before the first, and the size “below” must be more than “from”.',
  });

export const feeZoneUnknown = (zoneCode: string) =>
  new Refusal(
    'fee_zone_unknown',
    'invalid',
    {
      vi: `Sơ đồ không có khu ${zoneCode}.`,
      en: `The plan has no zone ${zoneCode}.`,
    },
    { zoneCode },
  );

export const feeRateNotFound = () =>
  new Refusal('fee_rate_not_found', 'not_found', {
    vi: 'Biểu phí không có mức đó.',
    en: 'The tariff has no such rate.',
  });

export const otherFeeRate = () =>
  new Refusal('other_fee_rate', 'conflict', {
    vi: 'Mã này đã dùng cho một mức phí khác.',
    en: 'This id was used for another rate.',
  });

export const feeReliefGroundMissing = () =>
  new Refusal('fee_relief_ground_missing', 'invalid', {
    vi: 'Hãy chọn ai được miễn hoặc đoàn nào trả thay.',
    en: 'Choose who is free, or which delegation pays.',
  });

export const feeReliefNotFound = () =>
  new Refusal('fee_relief_not_found', 'not_found', {
    vi: 'Hội chợ này không có lý do miễn hay trả thay đó.',
    en: 'This fair has no such reason to be free.',
  });

export const otherFeeRelief = () =>
  new Refusal('other_fee_relief', 'conflict', {
    vi: 'Mã này đã dùng cho một lý do miễn khác.',
    en: 'This id was used for another reason to be free.',
  });

export const feesChangedSince = () =>
  new Refusal('fees_changed_since', 'conflict', {
    vi: 'Gian, biểu phí hoặc lý do miễn vừa thay đổi. Hãy xem lại rồi tính phí.',
    en: 'Booths, rates or reasons to be free have just changed. Look again before you charge.',
  });

export const nothingToReckon = () =>
  new Refusal('nothing_to_reckon', 'conflict', {
    vi: 'Không có gì thay đổi để tính phí.',
    en: 'Nothing has changed; there is nothing to charge.',
  });

export const otherReckoning = () =>
  new Refusal('other_reckoning', 'conflict', {
    vi: 'Mã này đã dùng cho một lần tính phí khác.',
    en: 'This id was used for another reckoning.',
  });

export const feePayerNotFound = () =>
  new Refusal('fee_payer_not_found', 'not_found', {
    vi: 'Không có thông báo phí đó.',
    en: 'There is no such fee notice.',
  });

export const feePaidInFuture = (today: string) =>
  new Refusal(
    'fee_paid_in_future',
    'invalid',
    {
      vi: 'Ngày trả không thể sau hôm nay.',
      en: 'A payment cannot be of a day after today.',
    },
    { today },
  );

export const otherFeePayment = () =>
  new Refusal('other_fee_payment', 'conflict', {
    vi: 'Mã này đã dùng cho một khoản khác.',
    en: 'This id was used for another payment.',
  });

export const feePaymentNotFound = () =>
  new Refusal('fee_payment_not_found', 'not_found', {
    vi: 'Không có khoản đã trả đó.',
    en: 'There is no such payment.',
  });
