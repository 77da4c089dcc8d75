import type { EntityManager } from 'typeorm';
import type { MergeDto } from './duplicate.dto';

type Row = Omit<MergeDto, 'mergedAt'> & { mergedAt: Date };

/** Merges of a fair, the newest first; of one that went, or of all with null. */
export async function readMerges(
  em: EntityManager,
  fairId: string,
  mergedId: string | null,
): Promise<MergeDto[]> {
  const rows = await em.query<Row[]>(
    `SELECT m.kept_id AS "keptId", m.kept_name AS "keptName", m.merged_id AS "mergedId",
            m.merged_name AS "mergedName", m.merged->>'taxCode' AS "mergedTaxCode",
            (m.moved->'products')::int AS products,
            (m.moved->'productsSoldTwice')::int AS "productsSoldTwice",
            (m.moved->'people')::int AS people,
            a.name AS "mergedByName", m.merged_at AS "mergedAt"
       FROM exhibitor_merge m JOIN account a ON a.id = m.merged_by
      WHERE m.fair_id = $1 AND ($2::uuid IS NULL OR m.merged_id = $2)
      ORDER BY m.merged_at DESC, m.merged_id`,
    [fairId, mergedId],
  );
  return rows.map((row) => ({ ...row, mergedAt: row.mergedAt.toISOString() }));
}
