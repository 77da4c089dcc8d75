import {
  isDeclaredSplitSafe,
  placesOf,
  readSellers,
  type BoardPlaceDto,
  type BoardViewer,
  type Cell,
  type DaySales,
} from '@phien/dashboard';
import type { EntityManager } from 'typeorm';

/** Revenue by where the sellers come from, as a viewer may see it. */
export interface PlaceRevenue {
  /** Keys of the places that somebody came from, selling or not. */
  takingPart: string[];
  measured: BoardPlaceDto[];
  /** With what was declared; null where too few booths declared for this viewer. */
  withDeclared: BoardPlaceDto[] | null;
}

/* Of a closed day what its revisions hold, of another everything: as the day's own total is. */
const isCounted = (fact: string, frozen: string, id: string) => `
  (EXISTS (SELECT 1 FROM ${frozen} y WHERE y.fair_id = ${fact}.fair_id AND y.${id} = ${fact}.id)
    OR NOT EXISTS (SELECT 1 FROM closing c
      WHERE c.fair_id = ${fact}.fair_id AND c.day = ${fact}.fair_day))`;

const measuredOfDays = `
  SELECT d.fair_day::text AS day, 'exhibitor' AS dimension, d.exhibitor_id AS key,
         count(*) FILTER (WHERE d.kind = 'sale') AS "salesCount",
         coalesce(sum(d.total_vnd) FILTER (WHERE d.kind = 'sale'), 0)::bigint AS "salesVnd",
         count(*) FILTER (WHERE d.kind <> 'sale') AS "refundCount",
         coalesce(sum(d.total_vnd) FILTER (WHERE d.kind <> 'sale'), 0)::bigint AS "refundVnd"
    FROM document d
   WHERE d.fair_id = $1 AND d.fair_day = ANY($2::date[]) AND d.kind IN ('sale', 'refund', 'void')
     AND ${isCounted('d', 'closing_document', 'document_id')}
   GROUP BY d.fair_day, d.exhibitor_id`;

const declaredOfDays = `
  SELECT DISTINCT ON (s.fair_day, s.booth_id, s.exhibitor_id) s.fair_day::text AS day,
         s.booth_id AS "boothId", s.zone_id AS "zoneId", s.exhibitor_id AS "exhibitorId",
         e.origin, s.amount_vnd AS vnd
    FROM declared_sale s
    JOIN exhibitor e ON e.fair_id = s.fair_id AND e.id = s.exhibitor_id
   WHERE s.fair_id = $1 AND s.fair_day = ANY($2::date[])
     AND ${isCounted('s', 'closing_declared', 'declared_id')}
   ORDER BY s.fair_day, s.booth_id, s.exhibitor_id, s.revision DESC`;

interface Declared {
  day: string;
  boothId: string;
  zoneId: string;
  exhibitorId: string;
  origin: string;
  vnd: number;
}

/**
 * The revenue of some days by place of origin, from the facts that the days' own totals stand on: its
 * rows sum to those. Whoever may not see the money of a single booth is told places as on the board.
 */
export async function readPlaceRevenue(
  em: EntityManager,
  { fairId, days }: { fairId: string; days: readonly string[] },
  viewer: BoardViewer,
): Promise<PlaceRevenue> {
  const measured = await em.query<DaySales[]>(measuredOfDays, [fairId, days]);
  const declared = (await em.query<Declared[]>(declaredOfDays, [fairId, days])).filter(
    ({ vnd }) => vnd > 0,
  );
  const said = declared.map(({ day, exhibitorId, vnd }): DaySales => ({
    day,
    dimension: 'exhibitor',
    key: exhibitorId,
    salesCount: 0,
    salesVnd: vnd,
    refundCount: 0,
    refundVnd: 0,
  }));
  const sellers = await readSellers(em, fairId);
  const isSafe = viewer.mayReadBoothMoney || isDeclaredSplitSafe(cellsOf(declared), false);
  return {
    takingPart: [...new Set(sellers.map(({ placeKey }) => placeKey))],
    measured: placesOf(measured, sellers, viewer),
    withDeclared: isSafe ? placesOf([...measured, ...said], sellers, viewer) : null,
  };
}

function cellsOf(declared: readonly Declared[]): Cell[] {
  const booths = new Map<string, Omit<Cell, 'boothCount'> & { ids: Set<string> }>();
  for (const { day, zoneId, origin, boothId } of declared) {
    const key = [day, zoneId, origin].join(' ');
    const cell = booths.get(key) ?? { day, zoneId, origin, ids: new Set<string>() };
    booths.set(key, { ...cell, ids: cell.ids.add(boothId) });
  }
  return [...booths.values()].map(({ ids, ...cell }) => ({ ...cell, boothCount: ids.size }));
}
