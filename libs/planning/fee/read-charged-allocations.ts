import type { EntityManager } from 'typeorm';
import { sixthsIn } from '../allocation/sixths.rules';
import { STEP_ACTIONS, type StepDetail } from '../allocation/step.rules';
import type { Fair } from '../fair/fair.entity';
import { dayOf } from './fair-today';
import { givenDays, type ChargedAllocation } from './fee.rules';

/** Which allocations are charged for, in SQL: those that stand and are confirmed. */
const IS_CHARGED = `a.freed_at IS NULL AND a.state = 'confirmed'`;

/** The allocations that are charged for, by booth, with all that their price depends on. */
export async function readChargedAllocations(
  em: EntityManager,
  fair: Fair,
): Promise<ChargedAllocation[]> {
  const rows = await em.query<
    (Omit<ChargedAllocation, 'sixths' | 'givenOn'> & { sixths: string })[]
  >(
    `SELECT a.id AS "allocationId", a.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName",
            e.kind AS "exhibitorKind", e.delegation_id AS "delegationId",
            d.name_vi AS "delegationNameVi", d.name_en AS "delegationNameEn",
            (SELECT max(p.star) FROM product p
              WHERE p.fair_id = e.fair_id AND p.exhibitor_id = e.id AND p.withdrawn_at IS NULL
                AND (p.certificate_expires_on IS NULL OR p.certificate_expires_on >=
                  (SELECT min(day) FROM fair_day f WHERE f.fair_id = e.fair_id AND NOT f.is_opening))) AS "bestStar",
            b.code AS "boothCode", z.code AS "zoneCode", b.kind AS "boothKind",
            b.width_cm AS "widthCm", b.depth_cm AS "depthCm", a.sixths
       FROM allocation a
       JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
       JOIN zone z ON z.fair_id = b.fair_id AND z.id = b.zone_id
       JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
       LEFT JOIN delegation d ON d.fair_id = e.fair_id AND d.id = e.delegation_id
      WHERE a.fair_id = $1 AND ${IS_CHARGED}
      ORDER BY b.code, a.sixths, a.id`,
    [fair.id],
  );
  const openedOn = dayOf(fair.createdAt, fair);
  const days = await readGivenDays(em, fair, openedOn);
  return rows.map((row) => ({
    ...row,
    sixths: sixthsIn(row.sixths),
    givenOn: days.get(row.allocationId) ?? openedOn,
  }));
}

async function readGivenDays(em: EntityManager, fair: Fair, openedOn: string) {
  const rows = await em.query<{ id: string; at: Date; detail: Partial<StepDetail> }[]>(
    `SELECT id, at, detail FROM audit_entry
      WHERE fair_id = $1 AND action = ANY($2) ORDER BY at, id`,
    [fair.id, STEP_ACTIONS],
  );
  return givenDays(
    rows.map(({ id, at, detail }) => ({
      id,
      day: dayOf(at, fair),
      undoes: detail.undoes ?? null,
      changes: detail.changes ?? [],
    })),
    openedOn,
  );
}
