import { Refusal } from '@phien/kernel';

export const backdropMissing = () =>
  new Refusal('backdrop_missing', 'invalid', {
    vi: 'Chưa có ảnh nào trong yêu cầu.',
    en: 'There is no picture in the request.',
  });

export const backdropTooLarge = () =>
  new Refusal('backdrop_too_large', 'invalid', {
    vi: 'Ảnh nền lớn hơn 6 MB. Hãy chọn ảnh nhỏ hơn.',
    en: 'The picture is larger than 6 MB. Choose a smaller one.',
  });

export const backdropTypeUnknown = () =>
  new Refusal('backdrop_type_unknown', 'invalid', {
    vi: 'Tệp này không phải ảnh PNG, JPEG hay WebP.',
    en: 'The file is no PNG, JPEG or WebP picture.',
  });

export const backdropDimensionsRefused = () =>
  new Refusal('backdrop_dimensions_refused', 'invalid', {
    vi: 'Ảnh nền rộng hay cao quá 8.192 điểm, hoặc có hơn 17 triệu điểm. Hãy thu nhỏ ảnh.',
    en: 'The picture is wider or higher than 8,192 dots, or has more than 17 million. Make it smaller.',
  });

export const backdropNotFound = () =>
  new Refusal('backdrop_not_found', 'not_found', {
    vi: 'Sơ đồ này không có ảnh nền.',
    en: 'There is no picture under this plan.',
  });
