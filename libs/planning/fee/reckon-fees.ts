import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import type { FeeStandingsDto, ReckonFeesDto } from './fee.dto';
import { feesChangedSince, nothingToReckon, otherReckoning } from './fee.refusals';
import type { Charge, FeeChange, Payer } from './fee.rules';
import { FeeCharge } from './fee-charge.entity';
import { FeePayer } from './fee-payer.entity';
import { FeeReckoning } from './fee-reckoning.entity';
import { ListFeeStandings } from './list-fee-standings';
import { readFairToday } from './fair-today';
import { readReckoning } from './read-reckoning';
import { feeReference } from './reference.rules';

/* A statement takes 65,535 values. */
const ROWS_AT_ONCE = 1_000;

/**
 * Charges what was looked at, and takes back what no longer holds: exactly that, or nothing. The same
 * id twice is once. A day to pay by that is over is a promise that was broken already: it is overdue at
 * once. Refuses `fair_not_found`, `other_reckoning`, `fees_changed_since`, `nothing_to_reckon`.
 */
@Injectable()
export class ReckonFees {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly listStandings: ListFeeStandings,
  ) {}

  async run(
    { accountId }: Caller,
    fairId: string,
    { id, changesHash, dueOn }: ReckonFeesDto,
  ): Promise<FeeStandingsDto> {
    const { fair } = await readFairToday(this.source.manager, fairId, this.clock.now());
    await inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'fees', fairId);
      const earlier = await em.findOneBy(FeeReckoning, { fairId, id });
      if (earlier) {
        if (earlier.changesHash !== changesHash || earlier.dueOn !== dueOn) throw otherReckoning();
        return;
      }
      const { changes, hash } = await readReckoning(em, fair);
      if (hash !== changesHash) throw feesChangedSince();
      if (changes.length === 0) throw nothingToReckon();
      await em.insert(FeeReckoning, {
        fairId,
        id,
        changesHash,
        dueOn,
        reckonedBy: accountId,
        reckonedAt: this.clock.now(),
      });
      const payers = await namePayers(em, fairId, changes);
      await insertCharges(em, changes, { fairId, reckoningId: id, dueOn, payers });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'fees_reckoned',
        subjectId: id,
        detail: { dueOn, changes: changes.length, changesHash },
      });
    });
    return this.listStandings.run(fairId);
  }
}

const keyOf = ({ exhibitorId, delegationId }: Payer) => delegationId ?? exhibitorId ?? '';

/** Everyone that the changes charge, or take back from, with a reference for ever; ids by key. */
async function namePayers(
  em: EntityManager,
  fairId: string,
  changes: readonly FeeChange[],
): Promise<Map<string, string>> {
  const known = await em.findBy(FeePayer, { fairId });
  const ids = new Map(known.map((payer) => [keyOf(payer), payer.id]));
  const references = new Set(known.map(({ reference }) => reference));
  const named: FeePayer[] = [];
  for (const { made } of changes) {
    if (made === null || ids.has(keyOf(made.payer))) continue;
    let reference = newReference();
    while (references.has(reference)) reference = newReference();
    references.add(reference);
    const payer = { fairId, id: newId(), ...made.payer, reference };
    ids.set(keyOf(payer), payer.id);
    named.push(payer);
  }
  for (let from = 0; from < named.length; from += ROWS_AT_ONCE) {
    await em.insert(FeePayer, named.slice(from, from + ROWS_AT_ONCE));
  }
  return ids;
}

const newReference = () => feeReference([...randomBytes(5)]);

interface Setting {
  fairId: string;
  reckoningId: string;
  dueOn: string;
  payers: ReadonlyMap<string, string>;
}

async function insertCharges(
  em: EntityManager,
  changes: readonly FeeChange[],
  setting: Setting,
): Promise<void> {
  const rows = changes.flatMap(({ takenBack, made, turn }) => [
    ...(takenBack
      ? [rowOf(negated(takenBack), takenBack.turn + 1, { ...setting, dueOn: takenBack.dueOn })]
      : []),
    ...(made ? [rowOf(made, turn, setting)] : []),
  ]);
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await em.insert(FeeCharge, rows.slice(from, from + ROWS_AT_ONCE));
  }
}

/* Nothing taken back is 0, not −0. */
const minus = (amountVnd: number) => (amountVnd === 0 ? 0 : -amountVnd);

const negated = (charge: Charge): Charge => ({
  ...charge,
  priceVnd: minus(charge.priceVnd),
  waivedVnd: minus(charge.waivedVnd),
  amountVnd: minus(charge.amountVnd),
  vatVnd: minus(charge.vatVnd),
});

function rowOf(charge: Charge, turn: number, setting: Setting): FeeCharge {
  const { fairId, reckoningId, dueOn, payers } = setting;
  return {
    fairId,
    allocationId: charge.allocationId,
    turn,
    previousTurn: turn === 1 ? null : turn - 1,
    reckoningId,
    payerId: payers.get(keyOf(charge.payer)) ?? '',
    exhibitorId: charge.exhibitorId,
    boothCode: charge.boothCode,
    zoneCode: charge.zoneCode,
    sixths: charge.sixths,
    givenOn: charge.givenOn,
    rateId: charge.rateId,
    per: charge.per,
    unitPriceVnd: charge.unitPriceVnd,
    quantityMilli: charge.quantityMilli,
    priceVnd: charge.priceVnd,
    reliefId: charge.reliefId,
    waivedVnd: charge.waivedVnd,
    amountVnd: charge.amountVnd,
    vatRatePercent: charge.vatRatePercent,
    vatVnd: charge.vatVnd,
    dueOn,
  };
}
