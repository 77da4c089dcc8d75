import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { Delegation } from '../exhibitor/delegation.entity';
import { inUseWords, type DelegationUses } from './delegation-use.rules';
import { delegationInUse } from './delegation.refusals';
import { holdDelegation } from './hold-delegation';

/**
 * Removes a delegation from which nothing hangs: no exhibitor, no booth kept for it, no lead and no
 * invitation of one, no fees that it was to pay. Refuses `delegation_unknown`, `delegation_in_use` with what hangs there.
 */
@Injectable()
export class RemoveDelegation {
  constructor(
    private readonly source: DataSource,
    private readonly bell: PlanBell,
  ) {}

  async run(
    caller: Caller,
    { fairId, delegationId: id }: { fairId: string; delegationId: string },
  ): Promise<void> {
    const version = await inTransaction(this.source, async (em) => {
      const { nameVi, nameEn, quota } = await holdDelegation(em, fairId, id);
      const words = inUseWords(await countUses(em, fairId, id));
      if (words) throw delegationInUse(words);
      await em.delete(Delegation, { fairId, id });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'delegation_removed',
        subjectId: id,
        detail: { nameVi, nameEn, quota },
      });
      return raisePlanVersion(em, fairId);
    });
    this.bell.ring(fairId, version);
  }
}

/* The row is held: whoever wants to hang something on it waits, and then finds it gone. */
async function countUses(em: EntityManager, fairId: string, id: string) {
  const [uses] = await em.query<DelegationUses[]>(
    `SELECT (SELECT count(*)::int FROM exhibitor
              WHERE fair_id = $1 AND delegation_id = $2) AS exhibitors,
            (SELECT count(*)::int FROM delegation_booth
              WHERE fair_id = $1 AND delegation_id = $2) AS booths,
            (SELECT count(*)::int FROM role_grant
              WHERE fair_id = $1 AND delegation_id = $2) AS leads,
            (SELECT count(*)::int FROM invitation
              WHERE fair_id = $1 AND delegation_id = $2) AS invitations,
            (SELECT count(*)::int FROM fee_relief
              WHERE fair_id = $1 AND delegation_id = $2) AS fees`,
    [fairId, id],
  );
  if (!uses) throw new Error('a count without a row');
  return uses;
}
