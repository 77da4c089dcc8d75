import { Inject, Injectable } from '@nestjs/common';
import { Caller, fairNotFound } from '@phien/identity';
import { Clock, fairMoment } from '@phien/kernel';
import { findKeptExhibitor, type BoothMoneyVisibleTo } from '@phien/planning';
import { STILL_WAITS } from '@phien/sales';
import { DataSource, type EntityManager } from 'typeorm';
import type { ExhibitorFiguresDto } from './exhibitor-figures.dto';
import {
  daysOfRows,
  sumOfRows,
  type BoothRow,
  type FairDayRow,
  type MethodRow,
  type ProductRow,
} from './exhibitor-figures.rules';

interface FairRow {
  timeZone: string;
  dayCutMinutes: number;
  boothMoneyVisibleTo: BoothMoneyVisibleTo;
}

/*
 * An exhibitor's documents found through its own registers: the ledger is in order of registers, so
 * a thousand documents are read and not the fair's quarter of a million.
 */
const OWN = `
  WITH own AS (
    SELECT d.fair_id, d.id, d.kind, d.fair_day, d.booth_id, d.total_vnd, d.corrected_at
      FROM register r
      JOIN link l ON l.fair_id = r.fair_id AND l.register_id = r.id
      JOIN document d ON d.fair_id = l.fair_id AND d.id = l.document_id
     WHERE r.fair_id = $1 AND r.exhibitor_id = $2 AND d.kind IN ('sale', 'refund', 'void'))`;

/**
 * What an exhibitor sold, by fair day, from the ledger itself in one snapshot: rollups know no
 * method, booth or product of a single exhibitor, and a seller's own figures must equal its own
 * documents without waiting for a fold. Refuses `exhibitor_not_found`.
 */
@Injectable()
export class ReadExhibitorFigures {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, exhibitorId: string): Promise<ExhibitorFiguresDto> {
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const exhibitor = await findKeptExhibitor(em, caller, fairId, exhibitorId);
      const fair = await this.fair(em, fairId);
      const { timeZone, boothMoneyVisibleTo } = fair;
      const today = fairMoment(now, timeZone, fair.dayCutMinutes).day;
      const rows = {
        booths: await this.booths(em, fairId, exhibitorId),
        methods: await this.methods(em, fairId, exhibitorId),
        products: await this.products(em, fairId, exhibitorId),
      };
      return {
        fairId,
        exhibitorId,
        exhibitorName: exhibitor.name,
        timeZone,
        today,
        asOf: now.toISOString(),
        boothMoneyVisibleTo,
        setAsideCount: await this.setAside(em, fairId, exhibitorId),
        days: daysOfRows(rows, await this.days(em, fairId), today),
        total: sumOfRows(rows),
        clock: { isMoved: this.clock.isMoved, speed: this.clock.speed },
      };
    });
  }

  private async fair(em: EntityManager, fairId: string): Promise<FairRow> {
    const [fair]: FairRow[] = await em.query(
      `SELECT time_zone AS "timeZone", day_cut_minutes AS "dayCutMinutes",
              booth_money_visible_to AS "boothMoneyVisibleTo"
         FROM fair WHERE id = $1`,
      [fairId],
    );
    if (!fair) throw fairNotFound();
    return fair;
  }

  private days(em: EntityManager, fairId: string): Promise<FairDayRow[]> {
    return em.query<FairDayRow[]>(
      `SELECT day, is_open AS "isOpen" FROM fair_day WHERE fair_id = $1 ORDER BY day`,
      [fairId],
    );
  }

  private booths(em: EntityManager, fairId: string, exhibitorId: string): Promise<BoothRow[]> {
    return em.query<BoothRow[]>(
      `${OWN}
       SELECT o.fair_day AS day, o.booth_id AS "boothId", b.code AS "boothCode",
              count(*) FILTER (WHERE o.kind = 'sale') AS "salesCount",
              coalesce(sum(o.total_vnd) FILTER (WHERE o.kind = 'sale'), 0)::bigint AS "salesVnd",
              count(*) FILTER (WHERE o.kind <> 'sale') AS "refundCount",
              coalesce(sum(o.total_vnd) FILTER (WHERE o.kind <> 'sale'), 0)::bigint AS "refundVnd"
         FROM own o JOIN booth b ON b.fair_id = o.fair_id AND b.id = o.booth_id
        GROUP BY o.fair_day, o.booth_id, b.code ORDER BY o.fair_day, b.code`,
      [fairId, exhibitorId],
    );
  }

  private methods(em: EntityManager, fairId: string, exhibitorId: string): Promise<MethodRow[]> {
    return em.query<MethodRow[]>(
      `${OWN}
       SELECT o.fair_day AS day, p.method,
              count(DISTINCT o.id) FILTER (WHERE o.kind = 'sale') AS "salesCount",
              sum(p.amount_vnd)::bigint AS "revenueVnd"
         FROM own o JOIN document_payment p ON p.fair_id = o.fair_id AND p.document_id = o.id
        GROUP BY o.fair_day, p.method ORDER BY o.fair_day, p.method`,
      [fairId, exhibitorId],
    );
  }

  /* A returned line carries its quantity with the sign of its amount, or with none; the amount says. */
  private products(em: EntityManager, fairId: string, exhibitorId: string): Promise<ProductRow[]> {
    return em.query<ProductRow[]>(
      `${OWN}
       SELECT o.fair_day AS day, l.product_id AS "productId",
              (array_agg(l.name ORDER BY o.corrected_at DESC, o.id DESC))[1] AS name,
              (array_agg(l.unit ORDER BY o.corrected_at DESC, o.id DESC))[1] AS unit,
              sum(CASE WHEN o.kind = 'sale' THEN l.quantity_milli ELSE -abs(l.quantity_milli) END)::bigint
                AS "quantityMilli",
              sum(l.amount_vnd)::bigint AS "revenueVnd"
         FROM own o JOIN document_line l ON l.fair_id = o.fair_id AND l.document_id = o.id
        GROUP BY o.fair_day, l.product_id,
                 CASE WHEN l.product_id IS NULL THEN l.name || ' ' || l.unit END
        ORDER BY o.fair_day, sum(l.amount_vnd) DESC`,
      [fairId, exhibitorId],
    );
  }

  private async setAside(em: EntityManager, fairId: string, exhibitorId: string): Promise<number> {
    const [row]: { n: number }[] = await em.query(
      `SELECT count(*) AS n
         FROM register r
         JOIN link l ON l.fair_id = r.fair_id AND l.register_id = r.id
         JOIN set_aside s ON s.fair_id = l.fair_id AND s.document_id = l.document_id
        WHERE r.fair_id = $1 AND r.exhibitor_id = $2 AND ${STILL_WAITS}`,
      [fairId, exhibitorId],
    );
    return row?.n ?? 0;
  }
}
