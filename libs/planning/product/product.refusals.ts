import { Refusal, type Sentence } from '@phien/kernel';

/** Also said of a product that exists and is not the caller's. */
export const productNotFound = () =>
  new Refusal('product_not_found', 'not_found', {
    vi: 'Không có sản phẩm này.',
    en: 'There is no such product.',
  });

export const productIdTaken = () =>
  new Refusal('product_id_taken', 'conflict', {
    vi: 'Mã sản phẩm này đã dùng cho một sản phẩm khác.',
    en: 'This id was used for another product.',
  });

export const productWithdrawn = () =>
  new Refusal('product_withdrawn', 'conflict', {
    vi: 'Sản phẩm đã rút khỏi danh mục. Hãy đưa lại danh mục rồi sửa.',
    en: 'The product is out of the catalogue. Put it back before you change it.',
  });

export const catalogueFull = (mostProducts: number) =>
  new Refusal(
    'catalogue_full',
    'conflict',
    {
      vi: `Danh mục đã đủ ${mostProducts} sản phẩm. Hãy rút bớt sản phẩm không bán nữa rồi thêm lại.`,
      en: `The catalogue holds ${mostProducts} products, the most it can. Take out one that is no longer sold, then add again.`,
    },
    { mostProducts },
  );

const ofField = (
  field: string,
  code: string,
  sentence: Sentence,
  more: Record<string, unknown> = {},
) => new Refusal(code, 'invalid', sentence, { field, ...more });

export const productNameRefused = () =>
  ofField('name', 'product_name_refused', {
    vi: 'Hãy ghi tên sản phẩm, nhiều nhất 200 ký tự.',
    en: 'Write the product’s name, 200 characters at most.',
  });

export const productClassUnknown = () =>
  ofField('classCode', 'product_class_unknown', {
    vi: 'Hãy chọn nhóm sản phẩm trong danh sách.',
    en: 'Choose a product group from the list.',
  });

export const unitRefused = () =>
  ofField('unit', 'unit_refused', {
    vi: 'Hãy ghi đơn vị tính (hộp, chai, kg…), nhiều nhất 30 ký tự.',
    en: 'Write the unit (box, bottle, kg…), 30 characters at most.',
  });

export const vatRateMissing = () =>
  ofField('vatRatePercent', 'vat_rate_missing', {
    vi: 'Hãy chọn thuế suất GTGT.',
    en: 'Choose the VAT rate.',
  });

export const vatRateUnknown = () =>
  ofField('vatRatePercent', 'vat_rate_unknown', {
    vi: 'Thuế suất GTGT là 0, 5, 8 hoặc 10 %.',
    en: 'The VAT rate is 0, 5, 8 or 10 %.',
  });

export const vatNotCharged = () =>
  ofField('vatRatePercent', 'vat_not_charged', {
    vi: 'Đơn vị này không tính thuế GTGT nên sản phẩm không có thuế suất.',
    en: 'This seller charges no VAT, so the product has no rate.',
  });

export const starUnknown = () =>
  ofField('star', 'star_unknown', {
    vi: 'Hạng sao OCOP là 3, 4 hoặc 5.',
    en: 'OCOP stars are 3, 4 or 5.',
  });

export const certificateNumberMissing = () =>
  ofField('certificateNumber', 'certificate_number_missing', {
    vi: 'Sản phẩm có sao cần số giấy chứng nhận OCOP, nhiều nhất 100 ký tự.',
    en: 'A product with stars needs the number of its OCOP certificate, 100 characters at most.',
  });

export const certificateIssueMissing = () =>
  ofField('certificateIssuedOn', 'certificate_issue_missing', {
    vi: 'Sản phẩm có sao cần ngày cấp giấy chứng nhận.',
    en: 'A product with stars needs the day its certificate was issued.',
  });

export const certificateDayUnknown = (field: 'certificateIssuedOn' | 'certificateExpiresOn') =>
  ofField(field, 'certificate_day_unknown', {
    vi: 'Ngày này không có trong lịch.',
    en: 'The calendar has no such day.',
  });

export const certificateNotIssuedYet = () =>
  ofField('certificateIssuedOn', 'certificate_not_issued_yet', {
    vi: 'Ngày cấp không được sau hôm nay.',
    en: 'The day of issue cannot be after today.',
  });

export const certificateDatesReversed = () =>
  ofField('certificateExpiresOn', 'certificate_dates_reversed', {
    vi: 'Ngày hết hạn phải từ ngày cấp trở đi.',
    en: 'The day of expiry cannot be before the day of issue.',
  });

export const barcodeNotThirteenDigits = () =>
  ofField('barcode', 'barcode_not_thirteen_digits', {
    vi: 'Mã vạch phải có đúng 13 chữ số.',
    en: 'A barcode has exactly 13 digits.',
  });

export const barcodeCheckDigitWrong = (barcode: string, checkDigit: number) =>
  ofField(
    'barcode',
    'barcode_check_digit_wrong',
    {
      vi: `Mã vạch có chữ số gõ nhầm: nếu 12 số đầu đúng thì số cuối phải là ${checkDigit}, không phải ${barcode.slice(12)}.`,
      en: `A digit of the barcode is mistyped: if the first 12 are right, the last is ${checkDigit}, not ${barcode.slice(12)}.`,
    },
    { checkDigit },
  );

export const barcodeTaken = (productName: string) =>
  new Refusal(
    'barcode_taken',
    'conflict',
    {
      vi: `Mã vạch này đã dùng cho “${productName}”.`,
      en: `This barcode already belongs to “${productName}”.`,
    },
    { field: 'barcode', productName },
  );

export const traceUrlRefused = () =>
  ofField('traceUrl', 'trace_url_refused', {
    vi: 'Liên kết truy xuất phải bắt đầu bằng http:// hoặc https://, nhiều nhất 500 ký tự.',
    en: 'A traceability link starts with http:// or https:// and has 500 characters at most.',
  });

export const photoNotFound = () =>
  new Refusal('product_photo_not_found', 'not_found', {
    vi: 'Sản phẩm này chưa có ảnh.',
    en: 'This product has no photo.',
  });

export const photoTooLarge = () =>
  ofField('photo', 'photo_too_large', {
    vi: 'Ảnh nặng hơn 64 kB. Hãy thu nhỏ rồi gửi lại.',
    en: 'The photo is heavier than 64 kB. Make it smaller and send it again.',
  });

export const photoTypeUnknown = () =>
  ofField('photo', 'photo_type_unknown', {
    vi: 'Tệp này không phải ảnh JPEG, PNG hay WebP.',
    en: 'This file is no JPEG, PNG or WebP picture.',
  });

export const photoTypeDiffers = () =>
  ofField('photo', 'photo_type_differs', {
    vi: 'Nội dung ảnh không khớp với loại tệp đã khai.',
    en: 'The picture is of another type than was said.',
  });

export const photoDimensionsRefused = (largestSide: number) =>
  ofField(
    'photo',
    'photo_dimensions_refused',
    {
      vi: `Mỗi cạnh ảnh phải từ 1 đến ${largestSide} điểm ảnh.`,
      en: `Each side of the picture has 1 to ${largestSide} pixels.`,
    },
    { largestSide },
  );
