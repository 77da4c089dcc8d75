import type { EntityManager } from 'typeorm';
import type { BoardComparisonDto } from './board.dto';
import type { BoardFair } from './board-fair';
import { changeOf, earlierPeriod, type EarlierPeriod } from './period.rules';
import { declaredSum, periodSums } from './period-sums';
import type { ReadPeriodSales } from './read-period-sales';

interface Shown {
  revenueVnd: number;
  measuredVnd: number;
  salesCount: number;
  entries: number;
}

/**
 * The period before the one shown, and the change since; null when there is none. A declaration is of
 * a day and of no minute: while a period runs, and where the declared part may not be told, what was
 * measured is compared with what was measured.
 */
export async function readComparison(
  em: EntityManager,
  readSales: ReadPeriodSales,
  fair: BoardFair,
  mayTellDeclared: (period: EarlierPeriod) => Promise<boolean>,
  shown: Shown,
): Promise<(BoardComparisonDto & { period: EarlierPeriod }) | null> {
  const period = earlierPeriod(fair.period, fair.days, fair.moment);
  if (period === null) return null;
  const isMeasuredOnly = period.upToMinute !== null || !(await mayTellDeclared(period));
  const { measuredVnd, salesCount, entries } = await periodSums(
    em,
    readSales,
    fair.fairId,
    period,
    fair.filter,
  );
  const declaredVnd = isMeasuredOnly
    ? 0
    : await declaredSum(em, readSales, fair.fairId, period, fair.filter);
  const base = { revenueVnd: measuredVnd + declaredVnd, salesCount, entries };
  return {
    period,
    ...period,
    ...base,
    isMeasuredOnly,
    revenueChange: changeOf(isMeasuredOnly ? shown.measuredVnd : shown.revenueVnd, base.revenueVnd),
    salesChange: changeOf(shown.salesCount, base.salesCount),
    entriesChange: changeOf(shown.entries, base.entries),
  };
}
