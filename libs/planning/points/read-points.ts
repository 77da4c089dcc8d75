import type { EntityManager } from 'typeorm';
import type { ExhibitorPointsDto } from './points.dto';

/** The points that hold, the most first; of the named exhibitors, or of all. */
export async function readPoints(
  em: EntityManager,
  fairId: string,
  exhibitorIds: readonly string[] | null = null,
): Promise<ExhibitorPointsDto[]> {
  const rows = await em.query<(Omit<ExhibitorPointsDto, 'setAt'> & { setAt: Date })[]>(
    `SELECT * FROM (
       SELECT DISTINCT ON (p.exhibitor_id) p.exhibitor_id AS "exhibitorId", p.points, p.reason,
              p.revision, o.name AS "setByName", p.set_at AS "setAt"
         FROM exhibitor_points p JOIN account o ON o.id = p.set_by
        WHERE p.fair_id = $1 AND ($2::uuid[] IS NULL OR p.exhibitor_id = ANY($2))
        ORDER BY p.exhibitor_id, p.revision DESC) latest
     ORDER BY points DESC, "exhibitorId"`,
    [fairId, exhibitorIds],
  );
  return rows.map((row) => ({ ...row, setAt: row.setAt.toISOString() }));
}
