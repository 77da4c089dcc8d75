import type { EntityManager } from 'typeorm';
import { allocationIdTaken } from './allocation.refusals';

/**
 * The step by which each suggestion was accepted last and that was not undone since, by the
 * suggestion's id. Read from the log of steps, so there is nothing else that could say otherwise.
 */
export async function readAcceptances(
  em: EntityManager,
  fairId: string,
): Promise<ReadonlyMap<string, { stepId: string; at: Date }>> {
  const rows = await em.query<{ suggestionId: string; stepId: string; at: Date }[]>(
    `SELECT DISTINCT ON (s.detail->>'suggestionId')
            s.detail->>'suggestionId' AS "suggestionId", s.id AS "stepId", s.at
       FROM audit_entry s
      WHERE s.fair_id = $1 AND s.action = 'suggestion_accepted'
        AND NOT EXISTS (
          SELECT 1 FROM audit_entry u
           WHERE u.fair_id = $1 AND u.action = 'allocation_step_undone'
             AND u.detail->>'undoes' = s.id::text)
      ORDER BY s.detail->>'suggestionId', s.at DESC, s.id DESC`,
    [fairId],
  );
  return new Map(rows.map(({ suggestionId, stepId, at }) => [suggestionId, { stepId, at }]));
}

/**
 * The step of this id, when it accepted this suggestion; null when there is no such step yet.
 * Refuses `allocation_id_taken` when it did something else.
 */
export async function acceptanceBy(
  em: EntityManager,
  { fairId, stepId, suggestionId }: { fairId: string; stepId: string; suggestionId: string },
): Promise<string | null> {
  const [row] = await em.query<{ isIt: boolean }[]>(
    `SELECT fair_id = $2 AND action = 'suggestion_accepted'
              AND detail->>'suggestionId' = $3 AS "isIt"
       FROM audit_entry WHERE id = $1`,
    [stepId, fairId, suggestionId],
  );
  if (!row) return null;
  if (!row.isIt) throw allocationIdTaken();
  return stepId;
}
