import { splitVnd, vatIncludedVnd } from '@phien/kernel';
import type { DocumentLine, DocumentPayment, PaymentMethod } from '../document/document';
import { documentLimits } from '../document/document-limits';
import { grossVnd } from '../document/gross';
import { isAmountInRange, sumOf } from '../document/document.rules';
import {
  amountOutOfRange,
  cartHasTooManyLines,
  cartIsEmpty,
  cashNotEnough,
  discountExceedsPrice,
  paymentsDoNotSum,
  priceOutOfRange,
  quantityNotPositive,
  quantityOutOfRange,
} from './cart.refusals';

export interface CartLine {
  productId: string | null;
  name: string;
  classCode: string | null;
  star: number | null;
  quantityMilli: number;
  unit: string;
  /** Price of one unit, VAT included. */
  unitVnd: number;
  /** Taken off this line; 0 when absent. */
  discountVnd?: number;
  /** Null for a seller without VAT. */
  vatRatePercent: number | null;
}

export type CartPayment =
  /** Without `amountVnd` cash pays what the other payments leave. */
  | { method: 'cash'; tenderedVnd: number; amountVnd?: number }
  | { method: Exclude<PaymentMethod, 'cash'>; amountVnd: number };

export interface PricedCart {
  lines: DocumentLine[];
  payments: DocumentPayment[];
  totalVnd: number;
  /** What is still to be paid; 0 for a cart that can become a sale. */
  dueVnd: number;
}

/**
 * Prices a cart: every line's amount and VAT, the total, and the payments when there are any
 * already. `discountVnd` is a discount on the whole cart, split over the lines by their amounts so
 * that the lines still sum to the total. Throws a Refusal that says what is wrong with the cart.
 */
export function priceCart(
  cart: readonly CartLine[],
  options: { discountVnd?: number; payments?: readonly CartPayment[] } = {},
): PricedCart {
  if (cart.length === 0) throw cartIsEmpty();
  if (cart.length > documentLimits.lines) throw cartHasTooManyLines(documentLimits.lines);
  const amounts = cart.map(lineAmount);
  const sharedVnd = options.discountVnd ?? 0;
  const beforeVnd = sumOf(amounts.map((amountVnd) => ({ amountVnd })));
  if (!isShareOf(sharedVnd, beforeVnd)) throw discountExceedsPrice();
  const shares = splitVnd(sharedVnd, amounts);
  const lines = cart.map((line, at): DocumentLine => {
    const shareVnd = shares[at] ?? 0;
    const amountVnd = (amounts[at] ?? 0) - shareVnd;
    return {
      no: at + 1,
      productId: line.productId,
      name: line.name,
      classCode: line.classCode,
      star: line.star,
      quantityMilli: line.quantityMilli,
      unit: line.unit,
      unitVnd: line.unitVnd,
      discountVnd: (line.discountVnd ?? 0) + shareVnd,
      amountVnd,
      vatRatePercent: line.vatRatePercent,
      vatVnd: line.vatRatePercent === null ? null : vatIncludedVnd(amountVnd, line.vatRatePercent),
    };
  });
  const totalVnd = beforeVnd - sharedVnd;
  if (!isAmountInRange(totalVnd)) throw amountOutOfRange(documentLimits.amountVnd);
  if (!options.payments) return { lines, payments: [], totalVnd, dueVnd: totalVnd };
  return { lines, payments: settle(totalVnd, options.payments), totalVnd, dueVnd: 0 };
}

function lineAmount(line: CartLine): number {
  if (!Number.isSafeInteger(line.quantityMilli) || line.quantityMilli <= 0) {
    throw quantityNotPositive(line.name);
  }
  if (line.quantityMilli > documentLimits.quantityMilli) throw quantityOutOfRange(line.name);
  if (!Number.isSafeInteger(line.unitVnd) || line.unitVnd < 0) throw priceOutOfRange(line.name);
  const gross = grossVnd(line.quantityMilli, line.unitVnd);
  if (!isAmountInRange(gross)) throw priceOutOfRange(line.name);
  const discountVnd = line.discountVnd ?? 0;
  if (!isShareOf(discountVnd, gross)) throw discountExceedsPrice();
  return gross - discountVnd;
}

function isShareOf(partVnd: number, wholeVnd: number): boolean {
  return Number.isSafeInteger(partVnd) && partVnd >= 0 && partVnd <= wholeVnd;
}

function settle(totalVnd: number, payments: readonly CartPayment[]): DocumentPayment[] {
  let leftVnd = totalVnd;
  for (const payment of payments) leftVnd -= payment.amountVnd ?? 0;
  const settled = payments.map((payment, at): DocumentPayment => {
    const no = at + 1;
    if (payment.method !== 'cash') {
      return { no, ...payment, tenderedVnd: null, changeVnd: null };
    }
    let { amountVnd } = payment;
    if (amountVnd === undefined) {
      amountVnd = leftVnd;
      leftVnd = 0;
    }
    const { method, tenderedVnd } = payment;
    if (!Number.isSafeInteger(tenderedVnd) || tenderedVnd < amountVnd) {
      throw cashNotEnough(amountVnd, tenderedVnd);
    }
    if (!isAmountInRange(tenderedVnd)) throw amountOutOfRange(documentLimits.amountVnd);
    return { no, method, amountVnd, tenderedVnd, changeVnd: tenderedVnd - amountVnd };
  });
  const paidVnd = sumOf(settled);
  if (paidVnd !== totalVnd || settled.some(({ amountVnd }) => amountVnd < 0)) {
    throw paymentsDoNotSum(totalVnd, paidVnd);
  }
  return settled;
}
