import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { DelegationSumsDto } from './sums.dto';
import { sumsOf, type CountedFair, type CountedRow } from './sums.rules';

/*
 * All of it in one statement, so that rows and whole are of one moment whatever is given meanwhile.
 * The whole is counted from allocations alone, without asking for delegations: it checks the rows.
 */
const SUMS = `
  WITH standing AS MATERIALIZED (
    SELECT a.booth_id, a.exhibitor_id, e.delegation_id, k.delegation_id AS kept_for,
           (SELECT sum(upper(r) - lower(r))::int FROM unnest(a.sixths) r) AS sixths
      FROM allocation a
      JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
      LEFT JOIN delegation_booth k ON k.fair_id = a.fair_id AND k.booth_id = a.booth_id
     WHERE a.fair_id = $1 AND a.freed_at IS NULL AND a.state = 'confirmed'
  ), given AS (
    SELECT delegation_id,
           coalesce(sum(sixths) FILTER (WHERE kept_for = delegation_id), 0)::int AS inside,
           coalesce(sum(sixths) FILTER (WHERE kept_for IS DISTINCT FROM delegation_id OR delegation_id IS NULL), 0)::int AS outside
      FROM standing GROUP BY delegation_id
  ), held AS (
    SELECT kept_for,
           sum(sixths)::int AS all_sixths,
           coalesce(sum(sixths) FILTER (WHERE delegation_id IS DISTINCT FROM kept_for), 0)::int AS by_others
      FROM standing WHERE kept_for IS NOT NULL GROUP BY kept_for
  ), kept AS (
    SELECT delegation_id, count(*)::int AS booths FROM delegation_booth
     WHERE fair_id = $1 GROUP BY delegation_id
  ), brought AS (
    SELECT e.delegation_id, count(*)::int AS exhibitors,
           count(*) FILTER (WHERE NOT EXISTS (
             SELECT 1 FROM standing s WHERE s.exhibitor_id = e.id))::int AS without_booth
      FROM exhibitor e WHERE e.fair_id = $1 GROUP BY e.delegation_id
  ), part AS (
    SELECT d.id, d.name_vi, d.name_en, d.quota FROM delegation d WHERE d.fair_id = $1
    UNION ALL SELECT NULL, NULL, NULL, NULL
  )
  SELECT p.id AS "delegationId", p.name_vi AS "nameVi", p.name_en AS "nameEn", p.quota,
         coalesce(k.booths, 0) AS "keptBooths",
         coalesce(k.booths, 0) * 6 - coalesce(h.all_sixths, 0) AS "keptFreeSixths",
         coalesce(h.by_others, 0) AS "keptHeldByOthersSixths",
         coalesce(g.inside, 0) AS "givenInsideSixths",
         coalesce(g.outside, 0) AS "givenOutsideSixths",
         coalesce(b.exhibitors, 0) AS exhibitors,
         coalesce(b.without_booth, 0) AS "exhibitorsWithoutBooth",
         jsonb_build_object(
           'booths', (SELECT count(*) FROM booth x
                        JOIN zone z ON z.fair_id = x.fair_id AND z.id = x.zone_id
                       WHERE x.fair_id = $1 AND (z.kind = 'selling'
                         OR EXISTS (SELECT 1 FROM standing s WHERE s.booth_id = x.id))),
           'givenSixths', (SELECT coalesce(sum((SELECT sum(upper(r) - lower(r)) FROM unnest(a.sixths) r)), 0)
                             FROM allocation a WHERE a.fair_id = $1 AND a.freed_at IS NULL
                               AND a.state = 'confirmed'),
           'exhibitors', (SELECT count(*) FROM exhibitor e WHERE e.fair_id = $1),
           'leadsUntil', (SELECT f.leads_until FROM fair f WHERE f.id = $1)) AS fair
    FROM part p
    LEFT JOIN kept k ON k.delegation_id = p.id
    LEFT JOIN held h ON h.kept_for = p.id
    LEFT JOIN given g ON g.delegation_id IS NOT DISTINCT FROM p.id
    LEFT JOIN brought b ON b.delegation_id IS NOT DISTINCT FROM p.id
   ORDER BY p.name_vi NULLS LAST, p.id`;

/** Planned, allocated and unassigned of every delegation of a fair, and of all. */
@Injectable()
export class ReadSums {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(fairId: string): Promise<DelegationSumsDto> {
    return readSums(this.source.manager, fairId, this.clock.now());
  }
}

export async function readSums(
  em: EntityManager,
  fairId: string,
  asOf: Date,
): Promise<DelegationSumsDto> {
  const rows = await em.query<(CountedRow & { fair: CountedFair })[]>(SUMS, [fairId]);
  const [first] = rows;
  if (!first) throw new Error('sums without the row of those who came alone');
  return sumsOf(
    rows.map(({ fair: _, ...row }) => row),
    first.fair,
    asOf,
  );
}
