import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairDayPlus, fairInstant, fairMoment, isFairDay } from '@phien/kernel';
import { fairNotFound } from '@phien/identity';
import { dayInvalid } from '@phien/visitors';
import { DataSource, type EntityManager } from 'typeorm';
import type { BoardDayDto, BoardDto } from './board.dto';
import {
  dayFigures,
  dayToShow,
  figuresAsOf,
  type BoothOfDay,
  type GateOfFair,
  type SalesFigures,
  type VisitsFigures,
  type ZoneOfFair,
} from './board.rules';

export interface BoardViewer {
  mayReadBoothMoney: boolean;
}

interface FairRow {
  code: string;
  nameVi: string;
  nameEn: string;
  isDemo: boolean;
  timeZone: string;
  dayCutMinutes: number;
  createdAt: Date;
  version: number;
  foldedAt: Date | null;
  hasWaitingFacts: boolean;
  checkedAt: Date | null;
  differenceCount: number;
}

/**
 * A fair day's board, from rollups and the plan's names alone and all of it from one snapshot, so
 * that parts sum to totals. Refuses `day_invalid`, `fair_not_found`.
 */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(fairId: string, day: string | undefined, viewer: BoardViewer): Promise<BoardDto> {
    if (day !== undefined && !isFairDay(day)) throw dayInvalid(day);
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await this.fair(em, fairId);
      const days = await this.days(em, fairId);
      const today = fairMoment(now, fair.timeZone, fair.dayCutMinutes).day;
      const shown =
        day ??
        dayToShow(
          days.map((row) => row.day),
          today,
        );
      const figures = dayFigures(
        {
          sales: await this.sales(em, fairId, shown),
          visits: await this.visits(em, fairId, shown),
          zones: await this.zones(em, fairId),
          booths: await this.booths(em, fairId, shown, fair),
          gates: await this.gates(em, fairId),
        },
        viewer,
      );
      return {
        fairId,
        day: shown,
        version: fair.version,
        asOf: figuresAsOf({ ...fair, now, fairCreatedAt: fair.createdAt }).toISOString(),
        fair: {
          code: fair.code,
          nameVi: fair.nameVi,
          nameEn: fair.nameEn,
          isDemo: fair.isDemo,
          timeZone: fair.timeZone,
          days,
        },
        ...figures,
        clock: { isMoved: this.clock.isMoved, speed: this.clock.speed },
        reconciliation: {
          checkedAt: fair.checkedAt?.toISOString() ?? null,
          differenceCount: fair.differenceCount,
        },
      };
    });
  }

  private async fair(em: EntityManager, fairId: string): Promise<FairRow> {
    const [fair]: FairRow[] = await em.query(
      `SELECT f.code, f.name_vi AS "nameVi", f.name_en AS "nameEn", f.is_demo AS "isDemo",
              f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes",
              f.created_at AS "createdAt", coalesce(v.version, 0)::bigint AS version,
              v.folded_at AS "foldedAt", r.checked_at AS "checkedAt",
              coalesce(r.difference_count, 0) AS "differenceCount",
              EXISTS (SELECT 1 FROM outbox o WHERE o.fair_id = f.id AND o.reader = 'fold')
                AS "hasWaitingFacts"
         FROM fair f
         LEFT JOIN board_version v ON v.fair_id = f.id
         LEFT JOIN reconciliation r ON r.fair_id = f.id
        WHERE f.id = $1`,
      [fairId],
    );
    if (!fair) throw fairNotFound();
    return fair;
  }

  private days(em: EntityManager, fairId: string): Promise<BoardDayDto[]> {
    return em.query<BoardDayDto[]>(
      `SELECT day, to_char(opens_at, 'HH24:MI') AS "opensAt", to_char(closes_at, 'HH24:MI') AS "closesAt",
              is_open AS "isOpen"
         FROM fair_day WHERE fair_id = $1 ORDER BY day`,
      [fairId],
    );
  }

  private sales(em: EntityManager, fairId: string, day: string): Promise<SalesFigures[]> {
    return em.query<SalesFigures[]>(
      `SELECT dimension, key, sales_count AS "salesCount", sales_vnd AS "salesVnd",
              refund_count AS "refundCount", refund_vnd AS "refundVnd"
         FROM sales_rollup
        WHERE fair_id = $1 AND day = $2
          AND dimension IN ('day', 'minute', 'zone', 'booth', 'origin', 'star')`,
      [fairId, day],
    );
  }

  private visits(em: EntityManager, fairId: string, day: string): Promise<VisitsFigures[]> {
    return em.query<VisitsFigures[]>(
      `SELECT dimension, key, entries, exits FROM visits_rollup WHERE fair_id = $1 AND day = $2`,
      [fairId, day],
    );
  }

  private zones(em: EntityManager, fairId: string): Promise<ZoneOfFair[]> {
    return em.query<ZoneOfFair[]>(
      `SELECT id, code, name_vi AS "nameVi", name_en AS "nameEn", kind = 'selling' AS "isSelling"
         FROM zone WHERE fair_id = $1 ORDER BY length(code), code`,
      [fairId],
    );
  }

  /* An allocation freed later still stood on the days before. */
  private booths(
    em: EntityManager,
    fairId: string,
    day: string,
    { timeZone, dayCutMinutes }: FairRow,
  ): Promise<BoothOfDay[]> {
    return em.query<BoothOfDay[]>(
      `SELECT b.id, b.code, b.zone_id AS "zoneId",
              coalesce(array_agg(DISTINCT e.name) FILTER (WHERE e.id IS NOT NULL), '{}') AS "exhibitorNames"
         FROM booth b
         LEFT JOIN allocation a ON a.fair_id = b.fair_id AND a.booth_id = b.id
          AND a.during && tstzrange($2, $3) AND (a.freed_at IS NULL OR a.freed_at >= $3)
         LEFT JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
        WHERE b.fair_id = $1 GROUP BY b.fair_id, b.id`,
      [
        fairId,
        fairInstant(day, dayCutMinutes, timeZone),
        fairInstant(fairDayPlus(day, 1), dayCutMinutes, timeZone),
      ],
    );
  }

  private gates(em: EntityManager, fairId: string): Promise<GateOfFair[]> {
    return em.query<GateOfFair[]>(
      `SELECT id, code, name_vi AS "nameVi", name_en AS "nameEn"
         FROM gate WHERE fair_id = $1 ORDER BY length(code), code`,
      [fairId],
    );
  }
}
