import { IsNull, type EntityManager } from 'typeorm';
import { FairDay } from '../fair/fair-day.entity';
import { Zone } from '../plan/zone.entity';
import type { FeeReliefDto, FeeTariffDto } from './fee.dto';
import { FeeAccount } from './fee-account.entity';
import { FeeRate } from './fee-rate.entity';

/** The tariff as it stands, with how many days the fair is open. */
export async function readTariff(
  em: EntityManager,
  fairId: string,
): Promise<FeeTariffDto & { fairDays: number }> {
  const rates = await em.find(FeeRate, {
    where: { fairId, withdrawnAt: IsNull() },
    order: { addedAt: 'ASC', id: 'ASC' },
  });
  const reliefs = await em.query<FeeReliefDto[]>(
    `SELECT r.id, r.ground, r.min_star AS "minStar", r.exhibitor_kind AS "exhibitorKind",
            r.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName",
            r.delegation_id AS "delegationId", d.name_vi AS "delegationNameVi",
            d.name_en AS "delegationNameEn", r.reason
       FROM fee_relief r
       LEFT JOIN exhibitor e ON e.fair_id = r.fair_id AND e.id = r.exhibitor_id
       LEFT JOIN delegation d ON d.fair_id = r.fair_id AND d.id = r.delegation_id
      WHERE r.fair_id = $1 AND r.withdrawn_at IS NULL
      ORDER BY array_position(ARRAY['delegation', 'ocop', 'kind', 'exhibitor'], r.ground), r.given_at, r.id`,
    [fairId],
  );
  const account = await em.findOneBy(FeeAccount, { fairId });
  const zones = await em.find(Zone, { where: { fairId, kind: 'selling' }, order: { code: 'ASC' } });
  const fairDays = await em.countBy(FairDay, { fairId, isOpen: true });
  return {
    rates: rates.map((rate) => ({
      id: rate.id,
      zoneCode: rate.zoneCode,
      boothKind: rate.boothKind,
      areaFromM2: rate.areaFromM2,
      areaBelowM2: rate.areaBelowM2,
      validFrom: rate.validFrom,
      validTo: rate.validTo,
      per: rate.per,
      priceVnd: rate.priceVnd,
      vatRatePercent: rate.vatRatePercent,
    })),
    reliefs,
    account: account && {
      bankBin: account.bankBin,
      accountNumber: account.accountNumber,
      holderName: account.holderName,
    },
    zoneCodes: zones.map(({ code }) => code),
    fairDays,
  };
}
