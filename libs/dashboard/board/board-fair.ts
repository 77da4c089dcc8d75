import { fairNotFound } from '@phien/identity';
import { fairDayPlus, fairInstant, fairMoment, type FairMoment } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import type { BoardDayDto, BoardOrigin } from './board.dto';
import { zonesNamed, type BoardQuestion } from './board-question.rules';
import { dayToShow, figuresAsOf, type BoothOfDay, type ZoneOfFair } from './board.rules';
import type { Period } from './period.rules';
import type { SalesFilter } from './read-period-sales';

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

/** A fair and a question put to its board, resolved: which days, which zones, as of when. */
export interface BoardFair extends FairRow {
  fairId: string;
  days: BoardDayDto[];
  zones: ZoneOfFair[];
  period: Period;
  filter: SalesFilter & { origins: BoardOrigin[] };
  asOf: Date;
  /** The fair's day and minute at the as-of time. */
  moment: FairMoment;
}

/** Refuses `fair_not_found`, `zone_unknown`. Within the caller's snapshot. */
export async function readBoardFair(
  em: EntityManager,
  fairId: string,
  question: BoardQuestion,
  now: Date,
): Promise<BoardFair> {
  const fair = await fairRow(em, fairId);
  const [days, zones] = [await daysOf(em, fairId), await zonesOf(em, fairId)];
  const { timeZone, dayCutMinutes } = fair;
  const shown = dayToShow(
    days.map((row) => row.day),
    fairMoment(now, timeZone, dayCutMinutes).day,
  );
  const asOf = figuresAsOf({ ...fair, now, fairCreatedAt: fair.createdAt });
  return {
    ...fair,
    fairId,
    days,
    zones,
    period: question.period ?? { from: shown, to: shown },
    filter: { zoneIds: zonesNamed(zones, question.zoneCodes), origins: question.origins },
    asOf,
    moment: fairMoment(asOf, timeZone, dayCutMinutes),
  };
}

/**
 * The booths of the filter's zones, each with the exhibitors of its origins who stood there in the
 * period. An allocation freed later still stood on the days before.
 */
export function boothsOf(
  em: EntityManager,
  { fairId, period, filter, timeZone, dayCutMinutes }: BoardFair,
): Promise<BoothOfDay[]> {
  const start = (day: string) => fairInstant(day, dayCutMinutes, timeZone);
  return em.query<BoothOfDay[]>(
    `SELECT b.id, b.code, b.zone_id AS "zoneId", b.width_cm::bigint * b.depth_cm AS "areaCm2",
            coalesce(array_agg(DISTINCT e.name) FILTER (WHERE e.id IS NOT NULL), '{}') AS "exhibitorNames"
       FROM booth b
       LEFT JOIN allocation a ON a.fair_id = b.fair_id AND a.booth_id = b.id AND a.state = 'confirmed'
        AND a.during && tstzrange($2, $3) AND (a.freed_at IS NULL OR a.freed_at >= $4)
       LEFT JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
        AND (cardinality($6::text[]) = 0 OR e.origin = ANY($6))
      WHERE b.fair_id = $1 AND (cardinality($5::uuid[]) = 0 OR b.zone_id = ANY($5))
      GROUP BY b.fair_id, b.id`,
    [
      fairId,
      start(period.from),
      start(fairDayPlus(period.to, 1)),
      start(fairDayPlus(period.from, 1)),
      filter.zoneIds,
      filter.origins,
    ],
  );
}

async function fairRow(em: EntityManager, fairId: string): Promise<FairRow> {
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

const daysOf = (em: EntityManager, fairId: string) =>
  em.query<BoardDayDto[]>(
    `SELECT day, to_char(opens_at, 'HH24:MI') AS "opensAt", to_char(closes_at, 'HH24:MI') AS "closesAt",
            is_open AS "isOpen"
       FROM fair_day WHERE fair_id = $1 ORDER BY day`,
    [fairId],
  );

const zonesOf = (em: EntityManager, fairId: string) =>
  em.query<ZoneOfFair[]>(
    `SELECT id, code, name_vi AS "nameVi", name_en AS "nameEn", kind = 'selling' AS "isSelling",
            EXISTS (SELECT 1 FROM booth b WHERE b.fair_id = zone.fair_id AND b.zone_id = zone.id) AS "hasBooths"
       FROM zone WHERE fair_id = $1 ORDER BY length(code), code`,
    [fairId],
  );
