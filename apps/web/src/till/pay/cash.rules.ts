/** The notes of the đồng, dearest first. */
export const notesVnd = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000,
] as const;

/**
 * What a customer is likely to hand over for a total: the exact amount, then the next round sums
 * above it, rising, at most six. Nobody pays 88.000 with eleven notes of 10.000. The dearest note
 * that is enough by itself is always among them.
 */
export function likelyTenders(totalVnd: number): number[] {
  const rounded = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000].map(
    (step) => Math.ceil(totalVnd / step) * step,
  );
  const above = [...rounded, 50_000, 100_000, 200_000, 500_000].filter(
    (tenderVnd) => tenderVnd > totalVnd,
  );
  const rising = [...new Set(above)].sort((a, b) => a - b);
  const first = rising.slice(0, 5);
  const dearest = rising.includes(500_000) && !first.includes(500_000) ? [500_000] : [];
  return [totalVnd, ...first.slice(0, 5 - dearest.length), ...dearest];
}

/** What a key of the keypad makes of the amount so far; more than ten billion is not taken. */
export function afterKey(amountVnd: number, key: string): number {
  if (key === 'back') return Math.floor(amountVnd / 10);
  if (key === 'clear') return 0;
  const next = Number(`${amountVnd === 0 ? '' : amountVnd}${key}`);
  return Number.isSafeInteger(next) && next <= 10_000_000_000 ? next : amountVnd;
}
