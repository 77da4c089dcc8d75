import { formatVnd, Refusal } from '@phien/kernel';

export const cartIsEmpty = () =>
  new Refusal('cart_is_empty', 'invalid', {
    vi: 'Giỏ hàng đang trống.',
    en: 'The cart is empty.',
  });

export const cartHasTooManyLines = (most: number) =>
  new Refusal('cart_has_too_many_lines', 'invalid', {
    vi: `Một đơn có tối đa ${most} dòng hàng.`,
    en: `One receipt holds at most ${most} lines.`,
  });

export const quantityNotPositive = (name: string) =>
  new Refusal('quantity_not_positive', 'invalid', {
    vi: `Số lượng của “${name}” phải lớn hơn 0.`,
    en: `The quantity of “${name}” must be more than 0.`,
  });

export const priceOutOfRange = (name: string) =>
  new Refusal('price_out_of_range', 'invalid', {
    vi: `Đơn giá của “${name}” không hợp lệ.`,
    en: `The price of “${name}” is out of range.`,
  });

export const quantityOutOfRange = (name: string) =>
  new Refusal('quantity_out_of_range', 'invalid', {
    vi: `Số lượng của “${name}” quá lớn.`,
    en: `The quantity of “${name}” is too large.`,
  });

export const amountOutOfRange = (mostVnd: number) =>
  new Refusal(
    'amount_out_of_range',
    'invalid',
    {
      vi: `Mỗi số tiền trên chứng từ tối đa ${formatVnd(mostVnd, 'vi')}.`,
      en: `An amount on a document is at most ${formatVnd(mostVnd, 'en')}.`,
    },
    { mostVnd },
  );

export const documentTooLong = () =>
  new Refusal('document_too_long', 'invalid', {
    vi: 'Chứng từ quá dài. Hãy bớt dòng hàng, hoặc chia thành nhiều chứng từ.',
    en: 'The document is too long. Take lines off, or divide it into several.',
  });

export const discountExceedsPrice = () =>
  new Refusal('discount_exceeds_price', 'invalid', {
    vi: 'Tiền giảm giá phải từ 0 đến tiền hàng.',
    en: 'A discount is between 0 and the price.',
  });

export const paymentsDoNotSum = (totalVnd: number, paidVnd: number) =>
  new Refusal(
    'payments_do_not_sum',
    'invalid',
    {
      vi: 'Tổng các khoản thanh toán khác tổng tiền hàng.',
      en: 'The payments do not sum to the total.',
    },
    { totalVnd, paidVnd },
  );

export const cashNotEnough = (amountVnd: number, tenderedVnd: number) =>
  new Refusal(
    'cash_not_enough',
    'invalid',
    { vi: 'Tiền khách đưa chưa đủ.', en: 'The cash tendered is not enough.' },
    { amountVnd, tenderedVnd },
  );

export const notASale = () =>
  new Refusal('document_original_is_sale', 'conflict', {
    vi: 'Chỉ trả hàng hoặc hủy được đơn bán.',
    en: 'Only a sale can be refunded or voided.',
  });

export const refundExceedsSale = () =>
  new Refusal('refund_exceeds_sale', 'conflict', {
    vi: 'Hoàn nhiều hơn đã bán.',
    en: 'More is returned than was sold.',
  });

export const saleHasRefunds = () =>
  new Refusal('sale_has_refunds', 'conflict', {
    vi: 'Đơn đã có trả hàng hoặc đã hủy thì không hủy được nữa.',
    en: 'A sale that was refunded or voided cannot be voided.',
  });
