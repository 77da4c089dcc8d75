import type { EntityManager } from 'typeorm';
import type { BoardComparisonDto } from './board.dto';
import type { BoardFair } from './board-fair';
import { revenueOf } from './board.rules';
import { changeOf, earlierPeriod, type EarlierPeriod } from './period.rules';
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
  const dimension = (day: string) =>
    day === period.to && period.upToMinute !== null ? 'minute' : 'day';
  const isCounted = (row: { day: string; dimension: string; key: string }) =>
    row.dimension === dimension(row.day) &&
    (row.dimension === 'day' || Number(row.key) <= (period.upToMinute ?? 0));
  const dimensions = period.upToMinute === null ? (['day'] as const) : (['day', 'minute'] as const);
  const base = { revenueVnd: 0, salesCount: 0, entries: 0 };
  const sales = await readSales.run(em, fair.fairId, period, fair.filter, dimensions);
  for (const row of sales.filter(isCounted)) {
    base.revenueVnd += revenueOf(row);
    base.salesCount += row.salesCount;
  }
  const isMeasuredOnly = period.upToMinute !== null || !(await mayTellDeclared(period));
  if (!isMeasuredOnly) {
    const declared = await readSales.declared(em, fair.fairId, period, fair.filter, ['day']);
    for (const row of declared) base.revenueVnd += row.declaredVnd;
  }
  const visits = await em.query<{ day: string; dimension: string; key: string; entries: number }[]>(
    `SELECT day::text, dimension, key, entries FROM visits_rollup
      WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND dimension = ANY($4)`,
    [fair.fairId, period.from, period.to, dimensions],
  );
  for (const row of visits.filter(isCounted)) base.entries += row.entries;
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
