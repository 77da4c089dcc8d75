import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { Zone } from '../plan/zone.entity';
import type { AddFeeRateDto, FeeTariffDto } from './fee.dto';
import { feeRateBackwards, feeRateOverlaps, feeZoneUnknown, otherFeeRate } from './fee.refusals';
import { FeeRate } from './fee-rate.entity';
import { ShowTariff } from './show-tariff';

/**
 * Adds a line to the tariff; the same id twice is once. Refuses `other_fee_rate`, `fee_zone_unknown`,
 * `fee_rate_backwards`, `fee_rate_overlaps`.
 */
@Injectable()
export class AddFeeRate {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly showTariff: ShowTariff,
  ) {}

  async run({ accountId }: Caller, fairId: string, wanted: AddFeeRateDto): Promise<FeeTariffDto> {
    const rate = rateOf(wanted);
    try {
      await inTransaction(this.source, async (em) => {
        if (await isKnown(em, fairId, rate)) return;
        const { zoneCode } = rate;
        if (zoneCode !== null && !(await em.existsBy(Zone, { fairId, code: zoneCode }))) {
          throw feeZoneUnknown(zoneCode);
        }
        if (isBackwards(rate)) throw feeRateBackwards();
        await em.insert(FeeRate, {
          fairId,
          ...rate,
          addedBy: accountId,
          addedAt: this.clock.now(),
        });
        const { id: subjectId, ...detail } = rate;
        await recordAudit(em, { fairId, accountId, action: 'fee_rate_added', subjectId, detail });
      });
    } catch (error) {
      if (brokenConstraint(error) === 'fee_rate_once') throw feeRateOverlaps();
      /* Sent twice at once: the other one was first. */
      const isTwice = brokenConstraint(error) === 'fee_rate_pkey';
      if (!isTwice || !(await isKnown(this.source.manager, fairId, rate))) throw error;
    }
    return this.showTariff.run(fairId);
  }
}

type NewRate = Omit<FeeRate, 'fairId' | 'addedBy' | 'addedAt' | 'withdrawnBy' | 'withdrawnAt'>;

const rateOf = (wanted: AddFeeRateDto): NewRate => ({
  id: wanted.id,
  zoneCode: wanted.zoneCode ?? null,
  boothKind: wanted.boothKind ?? null,
  areaFromM2: wanted.areaFromM2 ?? null,
  areaBelowM2: wanted.areaBelowM2 ?? null,
  validFrom: wanted.validFrom ?? null,
  validTo: wanted.validTo ?? null,
  per: wanted.per,
  priceVnd: wanted.priceVnd,
  vatRatePercent: wanted.vatRatePercent ?? null,
});

/** Whether this very line was added before. Refuses an id of another one. */
async function isKnown(em: EntityManager, fairId: string, rate: NewRate): Promise<boolean> {
  const earlier = await em.findOneBy(FeeRate, { fairId, id: rate.id });
  if (!earlier) return false;
  const isSame = (Object.keys(rate) as (keyof NewRate)[]).every(
    (field) => earlier[field] === rate[field],
  );
  if (!isSame) throw otherFeeRate();
  return true;
}

const isBackwards = ({ validFrom, validTo, areaFromM2, areaBelowM2 }: NewRate) =>
  (validFrom !== null && validTo !== null && validTo < validFrom) ||
  (areaBelowM2 !== null && areaBelowM2 <= (areaFromM2 ?? 0));
