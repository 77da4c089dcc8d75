import type { EntityManager } from 'typeorm';
import type { WithoutBoothDto } from './allocation.dto';
import { readStanding } from './read-standing';
import { STEP_ACTIONS } from './step.rules';

/* Of a hold an exhibitor was told nothing, so that its end says nothing about it. */
const TAKEN_BACK = `l.action IN ('booth_freed', 'offer_declined') AND l.change->'freed'->>'state' IS DISTINCT FROM 'held'`;

/**
 * Exhibitors that nothing is given, offered or held at an instant, by name; with the step by which
 * the last thing that happened to them on the plan was that a booth they knew of was taken back or
 * declined. An undoing, a hold and a term that ran out are nobody's word.
 */
export async function readWithoutBooth(
  em: EntityManager,
  fairId: string,
  at: Date,
): Promise<WithoutBoothDto[]> {
  const standing = await readStanding(em, fairId, at);
  const rows = await em.query<WithoutBoothDto[]>(
    `WITH last AS (
       SELECT DISTINCT ON (change->>'exhibitorId')
              change->>'exhibitorId' AS exhibitor_id, s.action, s.at, s.account_id, change
         FROM audit_entry s CROSS JOIN LATERAL jsonb_array_elements(s.detail->'changes') change
        WHERE s.fair_id = $1 AND s.action = ANY($3)
        ORDER BY change->>'exhibitorId', s.at DESC, s.id DESC)
     SELECT e.id AS "exhibitorId", e.name AS "exhibitorName",
            CASE WHEN ${TAKEN_BACK} THEN jsonb_build_object(
              'boothCode', l.change->'freed'->>'boothCode', 'at', l.at, 'accountName', a.name,
              'isDeclined', l.action = 'offer_declined') END AS "gaveBack"
       FROM exhibitor e
       LEFT JOIN last l ON l.exhibitor_id = e.id::text
       LEFT JOIN account a ON a.id = l.account_id
      WHERE e.fair_id = $1 AND e.id <> ALL($2)
      ORDER BY e.name, e.id`,
    [fairId, standing.map(({ exhibitorId }) => exhibitorId), STEP_ACTIONS],
  );
  return rows.map(({ gaveBack, ...exhibitor }) => ({
    ...exhibitor,
    gaveBack: gaveBack && { ...gaveBack, at: new Date(gaveBack.at).toISOString() },
  }));
}
