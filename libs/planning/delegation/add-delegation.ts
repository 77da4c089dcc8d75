import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { Delegation } from '../exhibitor/delegation.entity';
import { firstDayOf } from '../fair/first-day';
import { delegationRowOf } from './delegation-row.rules';
import { AddDelegationDto, DelegationDto } from './delegation.dto';
import { delegationIdTaken } from './delegation.refusals';
import { readDelegation } from './read-delegations';

/**
 * Adds a delegation to a fair; the same id twice is once. Refuses `country_unknown`,
 * `delegation_place_unknown`, `delegation_id_taken`.
 */
@Injectable()
export class AddDelegation {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(caller: Caller, fairId: string, wanted: AddDelegationDto): Promise<DelegationDto> {
    const { manager } = this.source;
    const day = await firstDayOf(manager, this.clock, fairId);
    const { told, contact } = delegationRowOf(wanted, day);
    const id = wanted.id ?? newId();
    try {
      const version = await inTransaction(this.source, async (em) => {
        const earlier = await em.findOneBy(Delegation, { fairId, id });
        if (earlier) {
          if (earlier.nameVi !== told.nameVi) throw delegationIdTaken();
          return null;
        }
        await em.insert(Delegation, { fairId, id, ...told, ...contact });
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'delegation_added',
          subjectId: id,
          detail: told,
        });
        return raisePlanVersion(em, fairId);
      });
      if (version !== null) this.bell.ring(fairId, version);
    } catch (error) {
      if (brokenConstraint(error) === 'delegation_pkey') throw delegationIdTaken();
      throw error;
    }
    return readDelegation(manager, fairId, day, id);
  }
}
