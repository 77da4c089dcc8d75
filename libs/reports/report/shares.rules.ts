import { splitVnd } from '@phien/kernel';

/**
 * Shares in tenths of a percent that sum to 100,0 %. Where a part is negative (more given back than
 * sold) a share would mislead, so each is null.
 */
export function sharesOf(amounts: readonly number[]): (number | null)[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0 || amounts.some((amount) => amount < 0)) return amounts.map(() => null);
  return splitVnd(1000, amounts);
}
