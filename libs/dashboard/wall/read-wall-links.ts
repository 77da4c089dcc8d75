import type { EntityManager } from 'typeorm';
import type { WallLinkDto } from './wall.dto';

/** The wall links of a fair in use, oldest first; one of them with an id. */
export function readWallLinks(
  em: EntityManager,
  fairId: string,
  id: string | null = null,
): Promise<WallLinkDto[]> {
  return em.query<WallLinkDto[]>(
    `SELECT w.id, w.name, w.audience, w.language, a.name AS "issuedByName",
            w.issued_at AS "issuedAt", w.seen_at AS "seenAt"
       FROM wall_link w JOIN account a ON a.id = w.issued_by
      WHERE w.fair_id = $1 AND w.revoked_at IS NULL AND ($2::uuid IS NULL OR w.id = $2)
      ORDER BY w.issued_at, w.id`,
    [fairId, id],
  );
}
