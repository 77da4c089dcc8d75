import type { EntityManager } from 'typeorm';
import { revenueOf } from './board.rules';
import type { EarlierPeriod } from './period.rules';
import type { ReadPeriodSales, SalesFilter } from './read-period-sales';

export interface PeriodSums {
  /** Measured, refunds and voids taken off. */
  measuredVnd: number;
  salesCount: number;
  /** Of the whole fair, whatever the filter. */
  entries: number;
}

/** What a period measured and counted, its last day up to and with a minute, within the caller's snapshot. */
export async function periodSums(
  em: EntityManager,
  readSales: ReadPeriodSales,
  fairId: string,
  period: EarlierPeriod,
  filter: SalesFilter,
): Promise<PeriodSums> {
  const dimension = (day: string) =>
    day === period.to && period.upToMinute !== null ? 'minute' : 'day';
  const isCounted = (row: { day: string; dimension: string; key: string }) =>
    row.dimension === dimension(row.day) &&
    (row.dimension === 'day' || Number(row.key) <= (period.upToMinute ?? 0));
  const dimensions = period.upToMinute === null ? (['day'] as const) : (['day', 'minute'] as const);
  const sums = { measuredVnd: 0, salesCount: 0, entries: 0 };
  const sales = await readSales.run(em, fairId, period, filter, dimensions);
  for (const row of sales.filter(isCounted)) {
    sums.measuredVnd += revenueOf(row);
    sums.salesCount += row.salesCount;
  }
  const visits = await em.query<{ day: string; dimension: string; key: string; entries: number }[]>(
    `SELECT day::text, dimension, key, entries FROM visits_rollup
      WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND dimension = ANY($4)`,
    [fairId, period.from, period.to, dimensions],
  );
  for (const row of visits.filter(isCounted)) sums.entries += row.entries;
  return sums;
}

/** What was declared in whole days, within the caller's snapshot. */
export async function declaredSum(
  em: EntityManager,
  readSales: ReadPeriodSales,
  fairId: string,
  period: EarlierPeriod,
  filter: SalesFilter,
): Promise<number> {
  const declared = await readSales.declared(em, fairId, period, filter, ['day']);
  return declared.reduce((sum, { declaredVnd }) => sum + declaredVnd, 0);
}
