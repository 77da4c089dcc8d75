import type { Caller } from '@phien/identity';
import type { EntityManager } from 'typeorm';
import type { AllocationStepDto, StepAction } from './allocation.dto';
import { changesRead, STEP_ACTIONS, type StepDetail } from './step.rules';

interface StepsAsked {
  fairId: string;
  /** This step alone. */
  stepId?: string;
  /** Only steps that touched this booth or exhibitor. */
  about?: readonly string[];
  before?: string;
  limit?: number;
}

interface Row {
  stepId: string;
  action: StepAction;
  at: Date;
  accountId: string | null;
  accountName: string | null;
  detail: Partial<StepDetail>;
  undoneByStepId: string | null;
  givenStand: boolean;
}

/** Steps of a fair's plan, newest first, as one caller sees them. */
export async function readSteps(
  em: EntityManager,
  caller: Caller,
  asked: StepsAsked,
): Promise<AllocationStepDto[]> {
  const rows = await em.query<Row[]>(
    `WITH undone AS (
       SELECT u.detail->>'undoes' AS step_id, u.id FROM audit_entry u
       WHERE u.fair_id = $1 AND u.action = 'allocation_step_undone')
     SELECT s.id AS "stepId", s.action, s.at, s.account_id AS "accountId", a.name AS "accountName", s.detail,
            undone.id AS "undoneByStepId",
            NOT EXISTS (
              SELECT 1 FROM jsonb_array_elements(s.detail->'changes') c
              JOIN allocation g ON g.fair_id = $1 AND g.id = (c->'given'->>'allocationId')::uuid
              WHERE g.freed_at IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM allocation n
                WHERE n.fair_id = $1 AND n.booth_id = g.booth_id AND n.exhibitor_id = g.exhibitor_id
                  AND n.freed_at IS NULL AND n.sixths = g.sixths AND n.state = g.state)) AS "givenStand"
     FROM audit_entry s
     LEFT JOIN account a ON a.id = s.account_id
     LEFT JOIN undone ON undone.step_id = s.id::text
     WHERE s.fair_id = $1 AND s.action = ANY($2)
       AND ($3::uuid IS NULL OR s.id = $3)
       AND ($4::jsonb IS NULL OR s.detail @> $4)
       AND ($5::uuid IS NULL OR (s.at, s.id) < (SELECT at, id FROM audit_entry WHERE id = $5 AND fair_id = $1))
     ORDER BY s.at DESC, s.id DESC
     LIMIT $6`,
    [
      asked.fairId,
      STEP_ACTIONS,
      asked.stepId ?? null,
      asked.about?.length ? JSON.stringify({ about: asked.about }) : null,
      asked.before ?? null,
      asked.limit ?? 1,
    ],
  );
  return rows.map(({ stepId, action, at, accountId, accountName, detail, ...row }) => ({
    stepId,
    action,
    at: at.toISOString(),
    accountName,
    isOwn: accountId === caller.accountId,
    changes: changesRead(detail.changes),
    undoesStepId: detail.undoes ?? null,
    undoneByStepId: row.undoneByStepId,
    isUndoable: row.undoneByStepId === null && row.givenStand && (detail.changes ?? []).length > 0,
  }));
}
