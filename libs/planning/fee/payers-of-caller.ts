import type { Caller } from '@phien/identity';
import type { EntityManager } from 'typeorm';
import { exhibitorsKeptBy } from '../exhibitor/own-exhibitors.rules';

/**
 * Whose fee notices a caller sees at a fair: organizers all (null); anyone else those of the
 * exhibitors it stands for and of the delegations it leads.
 */
export async function payersOfCaller(
  em: EntityManager,
  caller: Caller,
  fairId: string,
): Promise<string[] | null> {
  const exhibitors = exhibitorsKeptBy(caller, fairId);
  if (exhibitors === null) return null;
  const rows = await em.query<{ id: string }[]>(
    `SELECT y.id FROM fee_payer y
      WHERE y.fair_id = $1 AND (y.exhibitor_id = ANY($2) OR y.delegation_id IN (
        SELECT g.delegation_id FROM role_grant g
         WHERE g.fair_id = $1 AND g.account_id = $3 AND g.role = 'delegation_lead'))`,
    [fairId, exhibitors, caller.accountId],
  );
  return rows.map(({ id }) => id);
}
