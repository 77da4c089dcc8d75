import { proportionVnd } from '@phien/kernel';

/** round half up(quantityMilli × unitVnd / 1000), negative for a negative quantity. */
export function grossVnd(quantityMilli: number, unitVnd: number): number {
  const gross = proportionVnd(unitVnd, Math.abs(quantityMilli), 1_000);
  return quantityMilli < 0 && gross > 0 ? -gross : gross;
}
