import type { EntityManager } from 'typeorm';
import { allocationIdTaken } from './allocation.refusals';

/**
 * The step by which each suggestion was accepted last and that still counts, by the suggestion's id: an
 * undoing takes it away, and undoing that brings it back, as a step of its own, which is then the one to
 * undo. Read from the log of steps, so there is nothing else that could say otherwise.
 */
export async function readAcceptances(
  em: EntityManager,
  fairId: string,
): Promise<ReadonlyMap<string, { stepId: string; at: Date }>> {
  const rows = await em.query<{ suggestionId: string; stepId: string; at: Date }[]>(
    `WITH RECURSIVE undoing AS (
       SELECT id, at, detail->>'undoes' AS undoes FROM audit_entry
        WHERE fair_id = $1 AND action = 'allocation_step_undone'),
     turn AS (
       SELECT id, at, detail->>'suggestionId' AS suggestion_id, true AS is_accepted FROM audit_entry
        WHERE fair_id = $1 AND action = 'suggestion_accepted'
       UNION ALL
       SELECT u.id, u.at, t.suggestion_id, NOT t.is_accepted
         FROM turn t JOIN undoing u ON u.undoes = t.id::text)
     SELECT DISTINCT ON (t.suggestion_id)
            t.suggestion_id AS "suggestionId", t.id AS "stepId", t.at
       FROM turn t
      WHERE t.is_accepted AND NOT EXISTS (SELECT 1 FROM undoing u WHERE u.undoes = t.id::text)
      ORDER BY t.suggestion_id, t.at DESC, t.id DESC`,
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
