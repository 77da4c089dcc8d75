import type { EntityManager } from 'typeorm';
import { FairDay } from '../fair/fair-day.entity';
import type { FeeReliefDto, FeeTariffDto } from './fee.dto';
import { FeeAccount } from './fee-account.entity';
import { FeeRate } from './fee-rate.entity';

/** The tariff as it stands, with how many days the fair is open. */
export async function readTariff(
  em: EntityManager,
  fairId: string,
): Promise<FeeTariffDto & { fairDays: number }> {
  const [rates, reliefs, account, zones, fairDays] = await Promise.all([
    em.find(FeeRate, { where: { fairId }, order: { addedAt: 'ASC', id: 'ASC' } }),
    em.query<FeeReliefDto[]>(
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
    ),
    em.findOneBy(FeeAccount, { fairId }),
    em.query<{ code: string }[]>(
      `SELECT code FROM zone WHERE fair_id = $1 AND kind = 'selling' ORDER BY code`,
      [fairId],
    ),
    em.countBy(FairDay, { fairId, isOpen: true }),
  ]);
  return {
    rates: rates
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((rate) => ({
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
