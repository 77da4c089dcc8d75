import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredDimension } from '../fold/declared-rollup.entity';
import { declaredSums, salesSums } from '../fold/rollup-sums';
import type { SalesDimension } from '../fold/sales-rollup.entity';
import type { DeclaredFigures, SalesFigures } from './board.rules';
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
    FROM (${salesSums}) s WHERE (dimension LIKE 'booth\\_%') = $5`;

const isFolded = (topic: string, id: string) => `
     NOT EXISTS (SELECT 1 FROM outbox o WHERE o.fair_id = $1 AND o.reader = 'fold'
           AND o.topic = '${topic}' AND o.subject_id = ${id})`;

/* The fold's own sums again: of a part of the fair, declared on some days. */
const filteredDeclared = `
  WITH chosen_declared AS (
    SELECT s.fair_id, s.id FROM declared_sale s
      JOIN exhibitor e ON e.fair_id = s.fair_id AND e.id = s.exhibitor_id
     WHERE s.fair_id = $1 AND s.fair_day BETWEEN $2 AND $3
       AND (cardinality($4::uuid[]) = 0 OR s.zone_id = ANY($4))
       AND (cardinality($5::text[]) = 0 OR e.origin = ANY($5))
       AND ${isFolded('declared_sale', 's.id')})
  SELECT day::text, dimension, key, declared_count AS "declaredCount", declared_vnd AS "declaredVnd"
    FROM (${declaredSums}) s WHERE dimension = ANY($6)`;

const declaredCellsOfDays = `
  SELECT s.fair_day::text AS day, s.zone_id AS "zoneId", e.origin,
         count(DISTINCT s.booth_id)::int AS "boothCount"
    FROM (
      SELECT DISTINCT ON (fair_day, booth_id, exhibitor_id) * FROM declared_sale x
       WHERE fair_id = $1 AND fair_day BETWEEN $2 AND $3 AND ${isFolded('declared_sale', 'x.id')}
       ORDER BY fair_day, booth_id, exhibitor_id, revision DESC) s
    JOIN exhibitor e ON e.fair_id = s.fair_id AND e.id = s.exhibitor_id
   WHERE s.amount_vnd > 0
   GROUP BY s.fair_day, s.zone_id, e.origin`;

const cellsOfDay = `
  SELECT $2::text AS day, m.zone_id AS "zoneId", e.origin, count(DISTINCT m.booth_id)::int AS "boothCount"
    FROM (
      SELECT d.zone_id, d.booth_id, d.exhibitor_id FROM document d
       WHERE d.fair_id = $1 AND d.fair_day = $2::date AND d.kind IN ('sale', 'refund', 'void')
         AND ${isFolded('document', 'd.id')}) m
    JOIN exhibitor e ON e.fair_id = $1 AND e.id = m.exhibitor_id
   GROUP BY m.zone_id, e.origin`;

/**
 * The sums of a period's sales, by day. Of the whole fair they are the rollups; of a part of it the
 * same sums over the documents themselves, kept for each day until that day has more documents.
 * Parts of single booths (`booth_…`) are asked for by themselves. Within the caller's snapshot.
 */
@Injectable()
export class ReadPeriodSales {
  private readonly filtered = new RecentDays<DaySales[]>(120);
  /* Several rows for each booth: fewer days of them are kept. */
  private readonly filteredBooths = new RecentDays<DaySales[]>(12);
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
    const isOfBooths = dimensions.some((dimension) => dimension.startsWith('booth_'));
    const days = await (isOfBooths ? this.filteredBooths : this.filtered).read(
      await this.documentCounts(em, fairId, period),
      [fairId, ...zoneIds, ...origins].join(' '),
      (day) => em.query<DaySales[]>(filteredDay, [fairId, day, zoneIds, origins, isOfBooths]),
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

  /** What booths declared in a period, by day; of the whole fair from the rollups. */
  declared(
    em: EntityManager,
    fairId: string,
    { from, to }: Period,
    filter: SalesFilter,
    dimensions: readonly DeclaredDimension[],
  ): Promise<DeclaredFigures[]> {
    if (hasFilter(filter)) {
      const { zoneIds, origins } = filter;
      const asked = [fairId, from, to, zoneIds, origins, dimensions];
      return em.query<DeclaredFigures[]>(filteredDeclared, asked);
    }
    return em.query<DeclaredFigures[]>(
      `SELECT day::text, dimension, key, declared_count AS "declaredCount",
              declared_vnd AS "declaredVnd"
         FROM declared_rollup
        WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND dimension = ANY($4)`,
      [fairId, from, to, dimensions],
    );
  }

  /** In how many booths of each zone and origin money was declared, by day. */
  tableOfDeclared(em: EntityManager, fairId: string, { from, to }: Period): Promise<Cell[]> {
    return em.query<Cell[]>(declaredCellsOfDays, [fairId, from, to]);
  }

  /** Booths with a document in the period that neither sells nor takes back. */
  async quietBooths(em: EntityManager, fairId: string, { from, to }: Period): Promise<string[]> {
    const rows = await em.query<{ boothId: string }[]>(
      `SELECT DISTINCT booth_id AS "boothId" FROM document
        WHERE fair_id = $1 AND fair_day BETWEEN $2 AND $3
          AND kind IN ('shift_open', 'shift_close', 'cash_move')`,
      [fairId, from, to],
    );
    return rows.map(({ boothId }) => boothId);
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
  ): Promise<{ day: string; facts: number }[]> {
    return em.query(
      `SELECT day::text, (sales_count + refund_count)::bigint AS facts FROM sales_rollup
        WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND dimension = 'day' ORDER BY day`,
      [fairId, from, to],
    );
  }
}
