import type { EntityManager } from 'typeorm';
import type { DeclareLinkDto } from './declared.dto';

/** Links in use of some exhibitors, or of all, by booth and age; one of them with an id. */
export function readDeclareLinks(
  em: EntityManager,
  fairId: string,
  { exhibitorIds, id = null }: { exhibitorIds: readonly string[] | null; id?: string | null },
): Promise<DeclareLinkDto[]> {
  return em.query<DeclareLinkDto[]>(
    `SELECT l.id, l.booth_id AS "boothId", b.code AS "boothCode", l.exhibitor_id AS "exhibitorId",
            e.name AS "exhibitorName", a.name AS "issuedByName", l.issued_at AS "issuedAt",
            (SELECT max(s.declared_at) FROM declared_sale s
              WHERE s.fair_id = l.fair_id AND s.booth_id = l.booth_id
                AND s.exhibitor_id = l.exhibitor_id AND s.link_id = l.id) AS "lastUsedAt"
       FROM declare_link l
       JOIN booth b ON b.fair_id = l.fair_id AND b.id = l.booth_id
       JOIN exhibitor e ON e.fair_id = l.fair_id AND e.id = l.exhibitor_id
       JOIN account a ON a.id = l.issued_by
      WHERE l.fair_id = $1 AND l.withdrawn_at IS NULL
        AND ($2::uuid[] IS NULL OR l.exhibitor_id = ANY ($2)) AND ($3::uuid IS NULL OR l.id = $3)
      ORDER BY length(b.code), b.code, e.name, l.issued_at`,
    [fairId, exhibitorIds, id],
  );
}
