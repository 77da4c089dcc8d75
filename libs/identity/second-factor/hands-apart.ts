import type { EntityManager } from 'typeorm';
import { takesAnotherOrganizer } from './second-factor.refusals';
import { HANDS_APART_DAYS } from './second-factor.rules';

/**
 * Refuses `takes_another_organizer` when the same organizer did `deed` to the person of late, in
 * whatever fair. The caller holds the person's account, so that two at once follow one another.
 */
export async function refuseBothInOneHand(
  em: EntityManager,
  deed: 'reset_link_issued' | 'second_factor_reset',
  { by, accountId }: { by: string; accountId: string },
): Promise<void> {
  const since = new Date(Date.now() - HANDS_APART_DAYS * 86_400_000);
  const [found] = await em.query<[{ isDone: boolean }]>(
    `SELECT EXISTS (SELECT 1 FROM audit_entry e
       JOIN role_grant g ON g.fair_id = e.fair_id AND g.account_id = $2
      WHERE e.action = $1 AND e.subject_id = $2::text AND e.account_id = $3 AND e.at > $4) AS "isDone"`,
    [deed, accountId, by, since],
  );
  if (found.isDone) throw takesAnotherOrganizer();
}
