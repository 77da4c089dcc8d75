/** What booths are coloured by. */
export type HeatMetric = 'revenue' | 'sales' | 'density';

/**
 * The step that shows a chosen time: the last one that ends no later, since an hour may be left out
 * of a newer answer. Null for the whole day, and before the first step.
 */
export function stepAt(untilMinutes: readonly number[], chosen: number | null): number | null {
  if (chosen === null) return null;
  const at = untilMinutes.findLastIndex((minute) => minute <= chosen);
  return at === -1 ? null : at;
}

/** The minute after a step; null when the whole day is next. From the whole day it begins anew. */
export function nextStep(untilMinutes: readonly number[], at: number | null): number | null {
  return untilMinutes[at === null ? 0 : at + 1] ?? null;
}
