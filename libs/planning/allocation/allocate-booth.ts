import { Injectable } from '@nestjs/common';
import { Caller, fairNotFound, recordAudit } from '@phien/identity';
import { fairInstant } from '@phien/kernel';
import { brokenConstraint, inTransaction, lockExclusive, sqlState } from '@phien/store';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { FairDay } from '../fair/fair-day.entity';
import { Fair } from '../fair/fair.entity';
import { fairIsOver } from '../fair/fair.refusals';
import { Booth } from '../plan/booth.entity';
import { AllocateBoothDto, AllocationDto } from './allocation.dto';
import { Allocation } from './allocation.entity';
import {
  allocationIdTaken,
  boothAlreadyAllocated,
  boothNotFound,
  delegationQuotaUsed,
} from './allocation.refusals';
import { chooseSixths, multirangeOf, SIXTHS_OF_A_BOOTH, sixthsIn, sixthsOf } from './sixths.rules';

const EXCLUSION_VIOLATION = '23P01';

/**
 * Gives a booth, a half or a third of it to an exhibitor for the whole fair; the same id twice is
 * once. Refuses `fair_not_found`, `booth_not_found`, `exhibitor_not_found`, `fair_is_over`,
 * `allocation_id_taken`, `booth_already_allocated` (no room, or sharers who did not come together)
 * and `delegation_quota_used`.
 */
@Injectable()
export class AllocateBooth {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, wanted: AllocateBoothDto): Promise<AllocationDto> {
    const [fair, booth, exhibitor] = await Promise.all([
      this.source.getRepository(Fair).findOneBy({ id: fairId }),
      this.source.getRepository(Booth).findOneBy({ fairId, id: wanted.boothId }),
      this.source.getRepository(Exhibitor).findOneBy({ fairId, id: wanted.exhibitorId }),
    ]);
    if (!fair) throw fairNotFound();
    if (!booth) throw boothNotFound();
    if (!exhibitor) throw exhibitorNotFound();
    if (fair.state === 'closed' || fair.state === 'sealed') throw fairIsOver();

    try {
      return await inTransaction(this.source, async (em) => {
        await lockExclusive(em, 'booth', fairId, booth.id);
        const given = await em.findOneBy(Allocation, { fairId, id: wanted.id });
        const allocation = given
          ? sameAgain(given, wanted)
          : await this.give(em, { fair, booth, exhibitor, wanted });
        if (!given) {
          await recordAudit(em, {
            fairId,
            accountId: caller.accountId,
            action: 'booth_allocated',
            subjectId: allocation.id,
            detail: { boothCode: booth.code, exhibitorId: exhibitor.id, sixths: allocation.sixths },
          });
        }
        return {
          id: allocation.id,
          boothId: booth.id,
          boothCode: booth.code,
          zoneId: booth.zoneId,
          exhibitorId: exhibitor.id,
          exhibitorName: exhibitor.name,
          sixths: sixthsIn(allocation.sixths),
        };
      });
    } catch (error) {
      if (sqlState(error) === EXCLUSION_VIOLATION) throw boothAlreadyAllocated(booth.code);
      if (brokenConstraint(error) === 'allocation_pkey') throw allocationIdTaken();
      throw error;
    }
  }

  private async give(
    em: EntityManager,
    asked: { fair: Fair; booth: Booth; exhibitor: Exhibitor; wanted: AllocateBoothDto },
  ): Promise<Allocation> {
    const { fair, booth, exhibitor, wanted } = asked;
    const fairId = fair.id;
    const sharerId = exhibitor.delegationId ?? exhibitor.id;
    const held = await em.findBy(Allocation, { fairId, boothId: booth.id, freedAt: IsNull() });
    const sixths = chooseSixths(
      held.flatMap((allocation) => sixthsIn(allocation.sixths)),
      sixthsOf(wanted.share),
    );
    if (!sixths || held.some((allocation) => allocation.sharerId !== sharerId)) {
      throw boothAlreadyAllocated(booth.code);
    }
    await this.checkQuota(em, exhibitor, sixths.length);

    const allocation = Object.assign(new Allocation(), {
      fairId,
      id: wanted.id,
      boothId: booth.id,
      exhibitorId: exhibitor.id,
      sharerId,
      sixths: multirangeOf(sixths),
      during: await this.wholeFair(em, fair),
      freedAt: null,
    });
    await em.insert(Allocation, allocation);
    return allocation;
  }

  /** The delegation's row is locked after the booth, so two of its booths cannot pass at once. */
  private async checkQuota(em: EntityManager, exhibitor: Exhibitor, sixths: number): Promise<void> {
    const { fairId, delegationId } = exhibitor;
    if (delegationId === null) return;
    const delegation = await em.findOneOrFail(Delegation, {
      where: { fairId, id: delegationId },
      lock: { mode: 'pessimistic_write' },
    });
    if (delegation.quota === null) return;
    const held = await em.findBy(Allocation, {
      fairId,
      sharerId: delegationId,
      freedAt: IsNull(),
    });
    const used = held.reduce((sum, allocation) => sum + sixthsIn(allocation.sixths).length, 0);
    if (used + sixths > delegation.quota * SIXTHS_OF_A_BOOTH) {
      throw delegationQuotaUsed(delegation.quota);
    }
  }

  private async wholeFair(em: EntityManager, fair: Fair): Promise<string> {
    const days = await em.find(FairDay, { where: { fairId: fair.id }, order: { day: 'ASC' } });
    const first = days[0];
    const last = days[days.length - 1];
    if (!first || !last) return '[,)';
    const from = fairInstant(first.day, fair.dayCutMinutes, fair.timeZone);
    const until = fairInstant(last.day, 24 * 60 + fair.dayCutMinutes, fair.timeZone);
    return `[${from.toISOString()},${until.toISOString()})`;
  }
}

function sameAgain(given: Allocation, wanted: AllocateBoothDto): Allocation {
  const isSame =
    given.boothId === wanted.boothId &&
    given.exhibitorId === wanted.exhibitorId &&
    sixthsIn(given.sixths).length === sixthsOf(wanted.share);
  if (!isSame) throw allocationIdTaken();
  return given;
}
