import type { EntityManager } from 'typeorm';

/** Counts one more step of a fair's plan; last in the step's own transaction. Answers the version. */
export async function raisePlanVersion(em: EntityManager, fairId: string): Promise<number> {
  const [row] = await em.query<{ version: number }[]>(
    `INSERT INTO plan_version AS p (fair_id, version) VALUES ($1, 1)
     ON CONFLICT (fair_id) DO UPDATE SET version = p.version + 1 RETURNING version`,
    [fairId],
  );
  if (!row) throw new Error('an upsert without a row');
  return row.version;
}
