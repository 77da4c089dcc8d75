import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { Delegation } from '../exhibitor/delegation.entity';
import { firstDayOf } from '../fair/first-day';
import { delegationRowOf } from './delegation-row.rules';
import { ChangeDelegationDto, DelegationDto } from './delegation.dto';
import { holdDelegation } from './hold-delegation';
import { readDelegation } from './read-delegations';

/**
 * Changes a delegation. A quota below what was given already is taken, and the sums say so: booths
 * are never taken back by a number. The audit log says that whom to call changed, and not who that
 * is. Refuses `delegation_unknown`, `country_unknown`, `delegation_place_unknown`.
 */
@Injectable()
export class ChangeDelegation {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(
    caller: Caller,
    { fairId, delegationId: id }: { fairId: string; delegationId: string },
    wanted: ChangeDelegationDto,
  ): Promise<DelegationDto> {
    const day = await firstDayOf(this.source.manager, this.clock, fairId);
    const { version, changed } = await inTransaction(this.source, async (em) => {
      const before = await holdDelegation(em, fairId, id);
      const { told, contact } = delegationRowOf(wanted, day);
      await em.update(Delegation, { fairId, id }, { ...told, ...contact });
      const { nameVi, nameEn, quota, leadGivesBooths, countryCode, placeSet, placeCode } = before;
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'delegation_changed',
        subjectId: id,
        detail: {
          before: { nameVi, nameEn, quota, leadGivesBooths, countryCode, placeSet, placeCode },
          after: told,
          isContactChanged:
            before.contactPerson !== contact.contactPerson ||
            before.contactPhone !== contact.contactPhone ||
            before.contactMail !== contact.contactMail,
        },
      });
      return {
        version: await raisePlanVersion(em, fairId),
        changed: await readDelegation(em, fairId, day, id),
      };
    });
    this.bell.ring(fairId, version);
    return changed;
  }
}
