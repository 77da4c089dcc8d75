import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { salesSums } from '../fold/rollup-sums';
import type { SalesDimension } from '../fold/sales-rollup.entity';
import type { SalesFigures } from './board.rules';
import type { Cell } from './disclosure.rules';
import { RecentDays } from './recent-days';
import type { Period } from './period.rules';

export interface SalesFilter {
  /** None leaves no zone out. */
  zoneIds: readonly string[];
  /** None leaves no origin out. */
  origins: readonly string[];
}

export const hasFilter = ({ zoneIds, origins }: SalesFilter) =>
  zoneIds.length > 0 || origins.length > 0;

export type DaySales = SalesFigures & { day: string };

/* The fold's own sums over a part of one day's documents, those that it has not taken yet aside. */
const filteredDay = `
  WITH chosen_documents AS (
    SELECT d.fair_id, d.id FROM document d
      JOIN exhibitor e ON e.fair_id = d.fair_id AND e.id = d.exhibitor_id
     WHERE d.fair_id = $1 AND d.fair_day = $2
       AND (cardinality($3::uuid[]) = 0 OR d.zone_id = ANY($3))
       AND (cardinality($4::text[]) = 0 OR e.origin = ANY($4))
       AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.fair_id = $1 AND o.reader = 'fold'
             AND o.topic = 'document' AND o.subject_id = d.id))
  SELECT day::text, dimension, key, sales_count AS "salesCount", sales_vnd AS "salesVnd",
         refund_count AS "refundCount", refund_vnd AS "refundVnd"
    FROM (${salesSums}) s`;

const cellsOfDay = `
  SELECT $2::text AS day, d.zone_id AS "zoneId", e.origin, count(DISTINCT d.booth_id)::int AS "boothCount"
    FROM document d JOIN exhibitor e ON e.fair_id = d.fair_id AND e.id = d.exhibitor_id
   WHERE d.fair_id = $1 AND d.fair_day = $2::date AND d.kind IN ('sale', 'refund', 'void')
     AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.fair_id = $1 AND o.reader = 'fold'
           AND o.topic = 'document' AND o.subject_id = d.id)
   GROUP BY d.zone_id, e.origin`;

/**
 * The sums of a period's sales, by day. Of the whole fair they are the rollups; of a part of it the
 * same sums over the documents themselves, kept for each day until that day has more documents.
 * Within the caller's snapshot.
 */
@Injectable()
export class ReadPeriodSales {
  private readonly filtered = new RecentDays<DaySales[]>(120);
  private readonly cells = new RecentDays<Cell[]>(120);

  async run(
    em: EntityManager,
    fairId: string,
    period: Period,
    filter: SalesFilter,
    dimensions: readonly SalesDimension[],
  ): Promise<DaySales[]> {
    if (!hasFilter(filter)) return this.rollups(em, fairId, period, dimensions);
    const { zoneIds, origins } = filter;
    const days = await this.filtered.read(
      await this.documentCounts(em, fairId, period),
      [fairId, ...zoneIds, ...origins].join(' '),
      (day) => em.query<DaySales[]>(filteredDay, [fairId, day, zoneIds, origins]),
    );
    const wanted = new Set<string>(dimensions);
    return days.flat().filter(({ dimension }) => wanted.has(dimension));
  }

  /** In how many booths each zone and origin had money, by day. */
  async tableOfBooths(em: EntityManager, fairId: string, period: Period): Promise<Cell[]> {
    const days = await this.cells.read(
      await this.documentCounts(em, fairId, period),
      fairId,
      (day) => em.query<Cell[]>(cellsOfDay, [fairId, day]),
    );
    return days.flat();
  }

  private rollups(
    em: EntityManager,
    fairId: string,
    { from, to }: Period,
    dimensions: readonly SalesDimension[],
  ): Promise<DaySales[]> {
    return em.query<DaySales[]>(
      `SELECT day::text, dimension, key, sales_count AS "salesCount", sales_vnd AS "salesVnd",
              refund_count AS "refundCount", refund_vnd AS "refundVnd"
         FROM sales_rollup
        WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND dimension = ANY($4)`,
      [fairId, from, to, dimensions],
    );
  }

  /* Documents are never taken back: a day with as many as before is the same day. */
  private documentCounts(
    em: EntityManager,
    fairId: string,
    { from, to }: Period,
  ): Promise<{ day: string; documents: number }[]> {
    return em.query(
      `SELECT day::text, (sales_count + refund_count)::bigint AS documents FROM sales_rollup
        WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND dimension = 'day' ORDER BY day`,
      [fairId, from, to],
    );
  }
}
