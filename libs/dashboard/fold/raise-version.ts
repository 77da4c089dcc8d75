import type { EntityManager } from 'typeorm';

/** Raises the fair's board version in the caller's transaction, under the fair's lock; answers it. */
export async function raiseVersion(
  em: EntityManager,
  fairId: string,
  foldedAt: Date,
): Promise<number> {
  const [row]: { version: number }[] = await em.query(
    `INSERT INTO board_version AS b (fair_id, version, folded_at) VALUES ($1, 1, $2)
     ON CONFLICT (fair_id) DO UPDATE SET version = b.version + 1, folded_at = excluded.folded_at
     RETURNING version`,
    [fairId, foldedAt],
  );
  if (!row) throw new Error('an upsert without a row');
  return row.version;
}
