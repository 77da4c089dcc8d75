import type { ClosingFigures } from './figures.rules';

export const SUMMED = [
  'measured_and_declared',
  'zones',
  'origins',
  'stars',
  'classes',
  'booths',
  'methods',
  'kinds',
  'zones_declared',
  'origins_declared',
  'shift_cash',
  'gates',
  'visits_by_method',
  'hours',
  'visits_by_hour',
] as const;
export type Summed = (typeof SUMMED)[number];

/** Parts that must sum to a total, and what they sum to. */
export interface SumCheck {
  of: Summed;
  unit: 'vnd' | 'visits';
  parts: number;
  total: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const revenueOf = (parts: readonly { revenueVnd: number }[]) =>
  sum(parts.map((part) => part.revenueVnd));

/**
 * Every breakdown of a closed day beside its total. What an older revision did not freeze yet is
 * left out.
 */
export function sumChecks(figures: ClosingFigures): SumCheck[] {
  const { revenueVnd, measuredVnd, declaredVnd, salesVnd, refundVnd, voidVnd } = figures.totals;
  const { zones, origins, methods, shifts, visits, hourly } = figures;
  const vnd = (of: Summed, parts: number, total: number): SumCheck => ({
    of,
    unit: 'vnd',
    parts,
    total,
  });
  const declared = (of: Summed, parts: readonly { declaredVnd?: number }[]) =>
    parts.some((part) => part.declaredVnd === undefined)
      ? []
      : [vnd(of, sum(parts.map((part) => part.declaredVnd ?? 0)), declaredVnd)];
  const cashVnd = methods.find(({ method }) => method === 'cash')?.revenueVnd ?? 0;
  return [
    vnd('measured_and_declared', measuredVnd + declaredVnd, revenueVnd),
    vnd('zones', revenueOf(zones), revenueVnd),
    vnd('origins', revenueOf(origins), revenueVnd),
    vnd('stars', revenueOf(figures.stars), revenueVnd),
    vnd('classes', revenueOf(figures.classes), revenueVnd),
    vnd('booths', revenueOf(figures.booths), revenueVnd),
    vnd('methods', revenueOf(methods), measuredVnd),
    vnd('kinds', salesVnd + refundVnd + voidVnd, measuredVnd),
    ...declared('zones_declared', zones),
    ...declared('origins_declared', origins),
    ...(shifts === undefined
      ? []
      : [vnd('shift_cash', sum(shifts.map((shift) => shift.cashVnd)), cashVnd)]),
    {
      of: 'gates',
      unit: 'visits',
      parts: sum(visits.gates.map((gate) => gate.entries)),
      total: visits.entries,
    },
    ...(visits.calibration === undefined
      ? []
      : [
          {
            of: 'visits_by_method' as const,
            unit: 'visits' as const,
            parts: sum(visits.calibration.methods.map((method) => method.entries)),
            total: visits.entries,
          },
        ]),
    ...(hourly === undefined
      ? []
      : [
          vnd('hours', sum(hourly.map((hour) => hour.measuredVnd)), measuredVnd),
          {
            of: 'visits_by_hour' as const,
            unit: 'visits' as const,
            parts: sum(hourly.map((hour) => hour.entries)),
            total: visits.entries,
          },
        ]),
  ];
}

/** The breakdowns that do not sum to their total. */
export const wrongSums = (figures: ClosingFigures): SumCheck[] =>
  sumChecks(figures).filter(({ parts, total }) => parts !== total);
