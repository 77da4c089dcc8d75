import type { EntityManager } from 'typeorm';
import type { ZoneKind } from '../plan/zone.entity';
import type { Standing } from './choice.rules';
import { sixthsIn } from './sixths.rules';
import type { AllocationState } from './state.rules';

export interface StandingAllocation extends Standing {
  id: string;
  state: AllocationState;
}

/**
 * The allocations that stand at an instant in the named booths, or are held by the named sharers or
 * exhibitors; all of the fair without names. Held and offered ones count until their term.
 */
export async function readStanding(
  em: EntityManager,
  fairId: string,
  at: Date,
  of?: { boothIds: readonly string[]; sharerIds: readonly string[] },
): Promise<StandingAllocation[]> {
  const rows = await em.query<(Omit<StandingAllocation, 'sixths'> & { sixths: string })[]>(
    `SELECT a.id, a.booth_id AS "boothId", b.code AS "boothCode", a.exhibitor_id AS "exhibitorId",
            a.sharer_id AS "sharerId", a.sixths, a.state
     FROM allocation a JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
     WHERE a.fair_id = $1 AND a.freed_at IS NULL AND (a.held_until IS NULL OR a.held_until > $4)
       AND ($2::uuid[] IS NULL OR a.booth_id = ANY($2) OR a.sharer_id = ANY($3) OR a.exhibitor_id = ANY($3))`,
    [fairId, of?.boothIds ?? null, of?.sharerIds ?? null, at],
  );
  return rows.map((row) => ({ ...row, sixths: sixthsIn(row.sixths) }));
}

export interface PlacedBooth {
  id: string;
  code: string;
  zoneId: string;
  zoneKind: ZoneKind;
}

/** Booths by code, with the kind of the zone they stand in; all of the fair without ids. */
export function readPlacedBooths(
  em: EntityManager,
  fairId: string,
  ids?: readonly string[],
): Promise<PlacedBooth[]> {
  return em.query<PlacedBooth[]>(
    `SELECT b.id, b.code, b.zone_id AS "zoneId", z.kind AS "zoneKind"
     FROM booth b JOIN zone z ON z.fair_id = b.fair_id AND z.id = b.zone_id
     WHERE b.fair_id = $1 AND ($2::uuid[] IS NULL OR b.id = ANY($2))
     ORDER BY b.code`,
    [fairId, ids ?? null],
  );
}

/** For which delegation each booth of a cluster is kept, by the booth's id. */
export async function readKeptFor(
  em: EntityManager,
  fairId: string,
): Promise<ReadonlyMap<string, { delegationId: string; vi: string; en: string }>> {
  const rows = await em.query<{ boothId: string; delegationId: string; vi: string; en: string }[]>(
    `SELECT k.booth_id AS "boothId", d.id AS "delegationId", d.name_vi AS vi, d.name_en AS en
       FROM delegation_booth k
       JOIN delegation d ON d.fair_id = k.fair_id AND d.id = k.delegation_id
      WHERE k.fair_id = $1`,
    [fairId],
  );
  return new Map(rows.map(({ boothId, ...kept }) => [boothId, kept]));
}
