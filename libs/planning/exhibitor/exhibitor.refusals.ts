import { Refusal } from '@phien/kernel';

/** Also said of an exhibitor that exists and is not the caller's to see. */
export const exhibitorNotFound = () =>
  new Refusal('exhibitor_not_found', 'not_found', {
    vi: 'Hội chợ này không có đơn vị đó.',
    en: 'This fair has no such exhibitor.',
  });

export const countryUnknown = (countryCode: string) =>
  new Refusal(
    'country_unknown',
    'invalid',
    { vi: 'Không có nước nào mang mã này.', en: 'No country has this code.' },
    { countryCode },
  );

export const placeUnknown = () =>
  new Refusal('place_unknown', 'invalid', {
    vi: 'Hãy chọn xã, phường hoặc tỉnh của đơn vị; đơn vị nước ngoài chỉ ghi nước.',
    en: 'Choose the commune or province of the exhibitor; one from abroad has its country alone.',
  });

export const delegationUnknown = () =>
  new Refusal('delegation_unknown', 'not_found', {
    vi: 'Hội chợ này không có đoàn đó.',
    en: 'This fair has no such delegation.',
  });
