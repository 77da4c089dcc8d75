import { fairDayPlus, fairInstant } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import type { DeclaredSaleDto } from './declared.dto';
import { DeclaredSale } from './declared-sale.entity';
import type { UsualBase } from './declared.rules';

/** An exhibitor at a booth. */
export interface DeclaredPlace {
  fairId: string;
  boothId: string;
  exhibitorId: string;
}

export interface DeclaringFair {
  nameVi: string;
  nameEn: string;
  timeZone: string;
  dayCutMinutes: number;
  isSealed: boolean;
  isDraft: boolean;
  boothMoneyVisibleTo: string;
  /** Days of the fair, ascending. */
  days: string[];
}

export async function readDeclaringFair(
  em: EntityManager,
  fairId: string,
): Promise<DeclaringFair | undefined> {
  const [fair] = await em.query<DeclaringFair[]>(
    `SELECT f.name_vi AS "nameVi", f.name_en AS "nameEn", f.time_zone AS "timeZone",
            f.day_cut_minutes AS "dayCutMinutes", f.state = 'sealed' AS "isSealed",
            f.state = 'draft' AS "isDraft",
            f.booth_money_visible_to AS "boothMoneyVisibleTo",
            ARRAY(SELECT day::text FROM fair_day d WHERE d.fair_id = f.id ORDER BY day) AS days
       FROM fair f WHERE f.id = $1`,
    [fairId],
  );
  return fair;
}

/** From and up to, by the fair's own zone and day cut. */
export const boundsOfDay = (
  { timeZone, dayCutMinutes }: Pick<DeclaringFair, 'timeZone' | 'dayCutMinutes'>,
  day: string,
): [Date, Date] => [
  fairInstant(day, dayCutMinutes, timeZone),
  fairInstant(fairDayPlus(day, 1), dayCutMinutes, timeZone),
];

/** The zone of a booth that was the exhibitor's on a day, or undefined when it was not. */
export async function zoneOfGivenBooth(
  em: EntityManager,
  { fairId, boothId, exhibitorId }: DeclaredPlace,
  [from, to]: [Date, Date],
): Promise<string | undefined> {
  const [row] = await em.query<{ zoneId: string }[]>(
    `SELECT b.zone_id AS "zoneId" FROM booth b
      WHERE b.fair_id = $1 AND b.id = $2 AND EXISTS (
        SELECT 1 FROM allocation a
         WHERE a.fair_id = $1 AND a.booth_id = $2 AND a.exhibitor_id = $3 AND a.state = 'confirmed'
           AND a.during && tstzrange($4, $5) AND (a.freed_at IS NULL OR a.freed_at >= $5))`,
    [fairId, boothId, exhibitorId, from, to],
  );
  return row?.zoneId;
}

/** What is declared for a day as it stands now: the last of its chain. */
export function latestDeclared(
  em: EntityManager,
  { fairId, boothId, exhibitorId }: DeclaredPlace,
  fairDay: string,
): Promise<DeclaredSale | null> {
  return em.findOne(DeclaredSale, {
    where: { fairId, boothId, exhibitorId, fairDay },
    order: { revision: 'DESC' },
  });
}

/* Only the days around: an amount is held against this fair's booths of these days, not of another season. */
const DAYS_BEFORE = 3;

/** What an amount is held against; own days only for whoever may see the money of the booth. */
export async function readUsualBase(
  em: EntityManager,
  { fairId, boothId, exhibitorId }: DeclaredPlace,
  { day, zoneId, withOwnDays }: { day: string; zoneId: string; withOwnDays: boolean },
): Promise<UsualBase> {
  const own = withOwnDays
    ? await em.query<{ vnd: number }[]>(
        `SELECT DISTINCT ON (fair_day) amount_vnd AS vnd FROM declared_sale
          WHERE fair_id = $1 AND booth_id = $2 AND exhibitor_id = $3 AND fair_day <> $4
          ORDER BY fair_day, revision DESC`,
        [fairId, boothId, exhibitorId, day],
      )
    : [];
  const zone = await em.query<{ vnd: number; isHere: boolean }[]>(
    `WITH measured AS (
       SELECT booth_id, fair_day, sum(total_vnd) AS vnd FROM document
        WHERE fair_id = $1 AND zone_id = $2 AND fair_day BETWEEN $3 AND $4
        GROUP BY booth_id, fair_day),
     declared AS (
       SELECT DISTINCT ON (booth_id, exhibitor_id, fair_day) booth_id, fair_day, amount_vnd AS vnd
         FROM declared_sale
        WHERE fair_id = $1 AND zone_id = $2 AND fair_day BETWEEN $3 AND $4
        ORDER BY booth_id, exhibitor_id, fair_day, revision DESC)
     SELECT sum(vnd)::bigint AS vnd, booth_id = $5 AND fair_day = $4 AS "isHere"
       FROM (SELECT * FROM measured UNION ALL SELECT * FROM declared) s
      GROUP BY booth_id, fair_day`,
    [fairId, zoneId, fairDayPlus(day, -DAYS_BEFORE), day, boothId],
  );
  const measured = await readMeasured(em, { fairId, boothId, exhibitorId }, [day]);
  return {
    ownVnd: own.map((row) => row.vnd),
    zoneVnd: zone.filter((row) => !row.isHere).map((row) => row.vnd),
    hasMeasured: (measured.get(day)?.measuredSalesCount ?? 0) > 0,
  };
}

export interface MeasuredDay {
  measuredVnd: number;
  measuredSalesCount: number;
}

/** What the tills of an exhibitor at a booth measured, by day. */
export async function readMeasured(
  em: EntityManager,
  { fairId, boothId, exhibitorId }: DeclaredPlace,
  days: readonly string[],
): Promise<Map<string, MeasuredDay>> {
  const rows = await em.query<(MeasuredDay & { day: string })[]>(
    `SELECT fair_day AS day, sum(total_vnd)::bigint AS "measuredVnd",
            count(*) FILTER (WHERE kind = 'sale') AS "measuredSalesCount"
       FROM document
      WHERE fair_id = $1 AND booth_id = $2 AND exhibitor_id = $3 AND fair_day = ANY($4::date[])
      GROUP BY fair_day`,
    [fairId, boothId, exhibitorId, days],
  );
  return new Map(rows.map(({ day, ...measured }) => [day, measured]));
}

/** A declaration as it is shown; without its money to whoever may not see that. */
export const shownDeclared = (
  sale: Pick<
    DeclaredSale,
    'id' | 'fairDay' | 'amountVnd' | 'salesCount' | 'source' | 'revision' | 'declaredAt'
  >,
  maySee = true,
): DeclaredSaleDto => ({
  id: sale.id,
  day: sale.fairDay,
  amountVnd: maySee ? sale.amountVnd : null,
  salesCount: maySee ? sale.salesCount : null,
  source: sale.source,
  revision: sale.revision,
  declaredAt: sale.declaredAt,
});
