import { documentLimits } from '@phien/till';
import type { CartPayment, PaymentMethod } from '@phien/till';

/** One part of a sale that is paid in several ways; what it pays is always known. */
export type PaidPart = CartPayment & { amountVnd: number };

type OtherMethod = Exclude<PaymentMethod, 'cash'>;

export const paidVnd = (parts: readonly PaidPart[]): number =>
  parts.reduce((sum, { amountVnd }) => sum + amountVnd, 0);

/** What is still to be paid; negative when goods were taken off after they were paid for. */
export const leftVnd = (totalVnd: number, parts: readonly PaidPart[]): number =>
  totalVnd - paidVnd(parts);

/** Cash for what is left: as much of it as was handed over, and change beyond. */
export function withCash(
  parts: readonly PaidPart[],
  totalVnd: number,
  tenderedVnd: number,
): PaidPart[] {
  const amountVnd = Math.min(tenderedVnd, leftVnd(totalVnd, parts));
  return [...parts, { method: 'cash', tenderedVnd, amountVnd }];
}

export function withOther(
  parts: readonly PaidPart[],
  method: OtherMethod,
  amountVnd: number,
): PaidPart[] {
  return [...parts, { method, amountVnd }];
}

/** Whether an amount may be the next part: some of what is left, and all of it as the last part. */
export function isPart(
  amountVnd: number | null,
  totalVnd: number,
  parts: readonly PaidPart[],
): amountVnd is number {
  const left = leftVnd(totalVnd, parts);
  if (amountVnd === null || amountVnd <= 0 || amountVnd > left) return false;
  return amountVnd === left || parts.length < documentLimits.payments - 1;
}
