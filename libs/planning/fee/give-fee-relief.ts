import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { delegationUnknown, exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import type { FeeTariffDto, GiveFeeReliefDto } from './fee.dto';
import { feeReliefGroundMissing, otherFeeRelief } from './fee.refusals';
import { FeeRelief } from './fee-relief.entity';
import { ShowTariff } from './show-tariff';

/**
 * Says who is free, or whose booths a delegation pays, and why; the same id twice is once. Refuses
 * `other_fee_relief`, `fee_relief_ground_missing`, `exhibitor_not_found`, `delegation_unknown`.
 */
@Injectable()
export class GiveFeeRelief {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly showTariff: ShowTariff,
  ) {}

  async run(
    { accountId }: Caller,
    fairId: string,
    wanted: GiveFeeReliefDto,
  ): Promise<FeeTariffDto> {
    const relief = reliefOf(wanted);
    try {
      await inTransaction(this.source, async (em) => {
        if (await isKnown(em, fairId, relief)) return;
        const { exhibitorId, delegationId, minStar, exhibitorKind } = relief;
        const named = exhibitorId ?? delegationId ?? minStar ?? exhibitorKind;
        if (named === null) throw feeReliefGroundMissing();
        if (exhibitorId !== null && !(await em.existsBy(Exhibitor, { fairId, id: exhibitorId }))) {
          throw exhibitorNotFound();
        }
        if (
          delegationId !== null &&
          !(await em.existsBy(Delegation, { fairId, id: delegationId }))
        ) {
          throw delegationUnknown();
        }
        await em.insert(FeeRelief, {
          fairId,
          ...relief,
          givenBy: accountId,
          givenAt: this.clock.now(),
        });
        const { id: subjectId, ...detail } = relief;
        await recordAudit(em, { fairId, accountId, action: 'fee_relief_given', subjectId, detail });
      });
    } catch (error) {
      const broken = brokenConstraint(error);
      /* Merged into another, or taken away, since we looked. */
      if (broken === 'fee_relief_fair_id_exhibitor_id_fkey') throw exhibitorNotFound();
      if (broken === 'fee_relief_fair_id_delegation_id_fkey') throw delegationUnknown();
      const isTwice = broken === 'fee_relief_pkey';
      if (!isTwice || !(await isKnown(this.source.manager, fairId, relief))) throw error;
    }
    return this.showTariff.run(fairId);
  }
}

type NewRelief = Omit<FeeRelief, 'fairId' | 'givenBy' | 'givenAt' | 'withdrawnBy' | 'withdrawnAt'>;

/** Of a wish, what its ground names and no more. */
const reliefOf = ({ id, ground, reason, ...wanted }: GiveFeeReliefDto): NewRelief => ({
  id,
  ground,
  minStar: ground === 'ocop' ? (wanted.minStar ?? null) : null,
  exhibitorKind: ground === 'kind' ? (wanted.exhibitorKind ?? null) : null,
  exhibitorId: ground === 'exhibitor' ? (wanted.exhibitorId ?? null) : null,
  delegationId: ground === 'delegation' ? (wanted.delegationId ?? null) : null,
  reason: reason.normalize('NFC').trim(),
});

/** Whether this very relief was given before. Refuses an id of another one. */
async function isKnown(em: EntityManager, fairId: string, relief: NewRelief): Promise<boolean> {
  const earlier = await em.findOneBy(FeeRelief, { fairId, id: relief.id });
  if (!earlier) return false;
  const isSame = (Object.keys(relief) as (keyof NewRelief)[]).every(
    (field) => earlier[field] === relief[field],
  );
  if (!isSame) throw otherFeeRelief();
  return true;
}
