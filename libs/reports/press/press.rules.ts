import type { SealedClosing } from '../closing/closing.rules';

export const PRESS_FIGURES = [
  'revenue',
  'measured',
  'declared',
  'sales',
  'visits',
  'booths_heard',
] as const;
export type PressFigureKind = (typeof PRESS_FIGURES)[number];

type Told = Pick<SealedClosing, 'declaredVnd' | 'entries' | 'figures'>;

/** What a revision has for a figure; null where it was closed before that figure was collected. */
export function pressValue(kind: PressFigureKind, closing: Told): number | null {
  const { totals, coverage } = closing.figures;
  const values: Record<PressFigureKind, number | null> = {
    revenue: totals.revenueVnd,
    measured: totals.measuredVnd,
    declared: closing.declaredVnd,
    sales: totals.salesCount,
    visits: closing.entries,
    booths_heard: coverage.boothsHeard,
  };
  return values[kind];
}
