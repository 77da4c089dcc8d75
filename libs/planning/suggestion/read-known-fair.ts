import type { EntityManager } from 'typeorm';
import { readKeptFor, readStanding } from '../allocation/read-standing';
import { wholeWishes, type ApplicationWishes } from '../application/application-content.rules';
import { readPublished } from '../plan-draft/read-draft';
import { readPoints } from '../points/read-points';
import type { KnownExhibitor, KnownFair } from './make-instance.rules';

type ExhibitorRow = Omit<KnownExhibitor, 'points' | 'wishes' | 'standing'> & {
  wishes: ApplicationWishes | null;
  isByApplication: boolean;
};

/* Stars count whose certificate reaches the fair, as they do for fees. */
const EXHIBITORS = `
  SELECT e.id, e.name, e.delegation_id AS "delegationId", e.origin, s."bestStar",
         coalesce(s."classCodes", '{}') AS "classCodes", a.sent->'wishes' AS wishes,
         a.id IS NOT NULL AS "isByApplication"
    FROM exhibitor e
    LEFT JOIN (
      SELECT p.exhibitor_id,
             max(p.star) FILTER (WHERE p.certificate_expires_on IS NULL OR p.certificate_expires_on >=
               (SELECT min(day) FROM fair_day WHERE fair_id = $1)) AS "bestStar",
             array_agg(p.class_code ORDER BY p.class_code)
               FILTER (WHERE p.class_code IS NOT NULL) AS "classCodes"
        FROM product p WHERE p.fair_id = $1 AND p.withdrawn_at IS NULL
       GROUP BY p.exhibitor_id) s ON s.exhibitor_id = e.id
    LEFT JOIN application a
      ON a.fair_id = e.fair_id AND a.exhibitor_id = e.id AND a.state = 'accepted'
   WHERE e.fair_id = $1 ORDER BY e.id`;

/** What the product knows of a fair's places and of who wants one, as of an instant. Refuses `fair_not_found`. */
export async function readKnownFair(
  em: EntityManager,
  fairId: string,
  at: Date,
): Promise<KnownFair> {
  const { fair, plan } = await readPublished(em, fairId);
  const standing = await readStanding(em, fairId, at);
  const points = await readPoints(em, fairId);
  const pointsOf = new Map(points.map((each) => [each.exhibitorId, each.points]));
  const keptFor = await readKeptFor(em, fairId);
  const rows = await em.query<ExhibitorRow[]>(EXHIBITORS, [fairId]);
  return {
    code: fair.code,
    plan,
    exhibitors: rows.map(({ wishes, isByApplication, ...row }) => ({
      ...row,
      points: pointsOf.get(row.id) ?? 0,
      wishes: isByApplication ? wholeWishes(wishes ?? {}) : null,
      standing: standing
        .filter(({ exhibitorId }) => exhibitorId === row.id)
        .map(({ boothCode, sharerId, sixths, state }) => ({
          ...{ boothCode, sharerId, state },
          sixths: sixths.length,
        })),
    })),
    keptFor: new Map(
      plan.booths.flatMap(({ id, code }): [string, string][] => {
        const kept = keptFor.get(id);
        return kept ? [[code, kept.delegationId]] : [];
      }),
    ),
  };
}
