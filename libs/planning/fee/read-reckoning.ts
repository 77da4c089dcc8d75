import type { EntityManager } from 'typeorm';
import type { Fair } from '../fair/fair.entity';
import {
  changesHash,
  reckon,
  type Charge,
  type ChargedAllocation,
  type Reckoned,
  type StandingCharge,
} from './fee.rules';
import { readChargedAllocations } from './read-charged-allocations';
import { readTariff } from './read-tariff';

export interface Reckoning extends Reckoned {
  hash: string;
  booths: ReadonlyMap<string, ChargedAllocation>;
  /** What all charges sum to now. */
  chargedVnd: number;
  reasons: ReadonlyMap<string, string>;
}

type LastCharge = Omit<Charge, 'payer'> & {
  turn: number;
  dueOn: string;
  payerExhibitorId: string | null;
  payerDelegationId: string | null;
};

/** What the fees would change by if they were reckoned in this transaction. */
export async function readReckoning(em: EntityManager, fair: Fair): Promise<Reckoning> {
  const booths = await readChargedAllocations(em, fair);
  const tariff = await readTariff(em, fair.id);
  const charged = await readCharged(em, fair.id);
  const reckoned = reckon(booths, tariff, charged);
  return {
    ...reckoned,
    hash: changesHash(reckoned.changes),
    booths: new Map(booths.map((booth) => [booth.allocationId, booth])),
    chargedVnd: charged.reduce((sum, { standing }) => sum + (standing?.amountVnd ?? 0), 0),
    reasons: new Map(tariff.reliefs.map(({ id, reason }) => [id, reason])),
  };
}

/** The last turn of each allocation that was ever charged for, and the charge if it stands. */
async function readCharged(em: EntityManager, fairId: string) {
  const rows = await em.query<LastCharge[]>(
    `SELECT DISTINCT ON (c.allocation_id) c.allocation_id AS "allocationId", c.turn,
            p.exhibitor_id AS "payerExhibitorId", p.delegation_id AS "payerDelegationId",
            c.exhibitor_id AS "exhibitorId", c.booth_code AS "boothCode", c.zone_code AS "zoneCode",
            c.sixths, c.given_on AS "givenOn", c.rate_id AS "rateId", c.per,
            c.unit_price_vnd AS "unitPriceVnd", c.quantity_milli AS "quantityMilli",
            c.price_vnd AS "priceVnd", c.relief_id AS "reliefId", c.waived_vnd AS "waivedVnd",
            c.amount_vnd AS "amountVnd", c.vat_rate_percent AS "vatRatePercent", c.vat_vnd AS "vatVnd",
            c.due_on AS "dueOn"
       FROM fee_charge c JOIN fee_payer p ON p.fair_id = c.fair_id AND p.id = c.payer_id
      WHERE c.fair_id = $1
      ORDER BY c.allocation_id, c.turn DESC`,
    [fairId],
  );
  return rows.map(({ payerExhibitorId, payerDelegationId, ...row }) => {
    const standing: StandingCharge = {
      ...row,
      payer: { exhibitorId: payerExhibitorId, delegationId: payerDelegationId },
    };
    return {
      allocationId: row.allocationId,
      lastTurn: row.turn,
      standing: row.turn % 2 === 1 ? standing : null,
    };
  });
}
