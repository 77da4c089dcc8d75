import type { EntityManager } from 'typeorm';
import type { AskedDecision } from './find-set-aside';

/** Whether two people sealed the fair. */
export async function isFairSealed(em: EntityManager, fairId: string): Promise<boolean> {
  const [row] = await em.query<{ isSealed: boolean }[]>(
    `SELECT state = 'sealed' AS "isSealed" FROM fair WHERE id = $1`,
    [fairId],
  );
  return row?.isSealed ?? false;
}

/** Whether accepting would be by the second of two people, or its fair is not sealed and one is enough. */
export async function isSecondPerson(
  em: EntityManager,
  { fairId, documentId, accountId }: AskedDecision,
): Promise<boolean> {
  if (!(await isFairSealed(em, fairId))) return true;
  const [row] = await em.query<{ isOther: boolean }[]>(
    `SELECT proposed_by <> $3 AS "isOther" FROM set_aside_proposal WHERE fair_id = $1 AND document_id = $2`,
    [fairId, documentId, accountId],
  );
  return row?.isOther ?? false;
}
