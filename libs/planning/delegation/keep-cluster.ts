import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, In, type EntityManager } from 'typeorm';
import { boothNotFound } from '../allocation/allocation.refusals';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { readPlacedBooths } from '../allocation/read-standing';
import { firstDayOf } from '../fair/first-day';
import { DelegationBooth } from './delegation-booth.entity';
import { ClusterDto, DelegationDto } from './delegation.dto';
import { boothNotForSelling, boothOfAnotherDelegation } from './delegation.refusals';
import { holdDelegation } from './hold-delegation';
import { readDelegation } from './read-delegations';

/**
 * Keeps these booths for a delegation from now on, and no others: its cluster. Who stands in them
 * stays there; the sums tell what of a cluster is held by others. Refuses `delegation_unknown`,
 * `booth_not_found`, `zone_not_for_selling`, `booth_of_another_delegation`.
 */
@Injectable()
export class KeepCluster {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(
    caller: Caller,
    at: { fairId: string; delegationId: string },
    { boothIds }: ClusterDto,
  ): Promise<DelegationDto> {
    const { fairId, delegationId } = at;
    const day = await firstDayOf(this.source.manager, this.clock, fairId);
    try {
      const version = await inTransaction(this.source, (em) =>
        this.keep(em, caller, at, [...boothIds].sort()),
      );
      if (version !== null) this.bell.ring(fairId, version);
    } catch (error) {
      const broken = brokenConstraint(error);
      if (broken === 'delegation_booth_fair_id_booth_id_fkey') throw boothNotFound();
      /* Kept for another in this very moment: what is now is said. */
      if (broken === 'delegation_booth_pkey') {
        await refuseOthers(this.source.manager, at, boothIds);
      }
      throw error;
    }
    return readDelegation(this.source.manager, fairId, day, delegationId);
  }

  private async keep(
    em: EntityManager,
    caller: Caller,
    at: { fairId: string; delegationId: string },
    boothIds: string[],
  ): Promise<number | null> {
    const { fairId, delegationId } = at;
    await holdDelegation(em, fairId, delegationId);
    const booths = await readPlacedBooths(em, fairId, boothIds);
    if (booths.length < boothIds.length) throw boothNotFound();
    const [unfit] = booths.filter(({ zoneKind }) => zoneKind !== 'selling');
    if (unfit) throw boothNotForSelling(unfit.code);
    await refuseOthers(em, at, boothIds);
    const before = (await em.findBy(DelegationBooth, at)).map(({ boothId }) => boothId);
    const gone = before.filter((id) => !boothIds.includes(id));
    const added = boothIds.filter((id) => !before.includes(id));
    if (gone.length === 0 && added.length === 0) return null;
    if (gone.length > 0) await em.delete(DelegationBooth, { ...at, boothId: In(gone) });
    if (added.length > 0) {
      await em.insert(
        DelegationBooth,
        added.map((boothId) => ({ ...at, boothId })),
      );
    }
    await recordAudit(em, {
      fairId,
      accountId: caller.accountId,
      action: 'delegation_cluster_kept',
      subjectId: delegationId,
      detail: { added, gone, booths: booths.map(({ code }) => code) },
    });
    return raisePlanVersion(em, fairId);
  }
}

async function refuseOthers(
  em: EntityManager,
  { fairId, delegationId }: { fairId: string; delegationId: string },
  boothIds: readonly string[],
): Promise<void> {
  const [other] = await em.query<{ codes: string; vi: string; en: string }[]>(
    `SELECT string_agg(b.code, ', ' ORDER BY b.code) AS codes, d.name_vi AS vi, d.name_en AS en
       FROM delegation_booth k
       JOIN booth b ON b.fair_id = k.fair_id AND b.id = k.booth_id
       JOIN delegation d ON d.fair_id = k.fair_id AND d.id = k.delegation_id
      WHERE k.fair_id = $1 AND k.delegation_id <> $2 AND k.booth_id = ANY($3)
      GROUP BY d.id, d.name_vi, d.name_en ORDER BY min(b.code) LIMIT 1`,
    [fairId, delegationId, boothIds],
  );
  if (other) throw boothOfAnotherDelegation(other.codes, other);
}
