import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { Fair } from '../fair/fair.entity';
import type { LeadDeadlineDto } from './delegation.dto';

/** Sets until when leads of a fair change things by themselves; the same again is nothing. */
@Injectable()
export class SetLeadDeadline {
  constructor(
    private readonly source: DataSource,
    private readonly bell: PlanBell,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    { lastDay }: LeadDeadlineDto,
  ): Promise<LeadDeadlineDto> {
    const version = await inTransaction(this.source, async (em) => {
      const fair = await em.findOneOrFail(Fair, {
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      if (fair.leadsUntil === lastDay) return null;
      await em.update(Fair, { id: fairId }, { leadsUntil: lastDay });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'lead_deadline_set',
        subjectId: fairId,
        detail: { before: fair.leadsUntil, after: lastDay },
      });
      return raisePlanVersion(em, fairId);
    });
    if (version !== null) this.bell.ring(fairId, version);
    return { lastDay };
  }
}
