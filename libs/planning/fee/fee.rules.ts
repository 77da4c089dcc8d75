import { createHash } from 'node:crypto';
import { proportionVnd, vatIncludedVnd } from '@phien/kernel';
import { SIXTHS_OF_A_BOOTH } from '../allocation/sixths.rules';
import type { AllocationState } from '../allocation/state.rules';
import type { ExhibitorKind } from '../exhibitor/exhibitor.entity';
import type { BoothKind } from '../plan/booth.entity';
import type { FeeUnit } from './fee-rate.entity';
import type { ReliefGround } from './fee-relief.entity';

/** A line of the tariff; what is null says nothing. */
export interface Rate {
  id: string;
  zoneCode: string | null;
  boothKind: BoothKind | null;
  areaFromM2: number | null;
  areaBelowM2: number | null;
  /** YYYY-MM-DD, both included. */
  validFrom: string | null;
  validTo: string | null;
  per: FeeUnit;
  priceVnd: number;
  vatRatePercent: number | null;
}

export interface Relief {
  id: string;
  ground: ReliefGround;
  minStar: number | null;
  exhibitorKind: ExhibitorKind | null;
  exhibitorId: string | null;
  delegationId: string | null;
  reason: string;
}

/** An allocation that is charged for, with all that its price depends on. */
export interface ChargedAllocation {
  allocationId: string;
  exhibitorId: string;
  exhibitorName: string;
  exhibitorKind: ExhibitorKind;
  delegationId: string | null;
  delegationNameVi: string | null;
  delegationNameEn: string | null;
  /** The most OCOP stars of a product it sells whose certificate reaches the fair; null without one. */
  bestStar: number | null;
  boothCode: string;
  zoneCode: string;
  boothKind: BoothKind;
  widthCm: number;
  depthCm: number;
  /** Which sixths of the booth, 0 to 5. */
  sixths: readonly number[];
  /** The day on which it was given, YYYY-MM-DD in the fair's zone. */
  givenOn: string;
}

/** Who owes a charge: a delegation, else the exhibitor. */
export interface Payer {
  exhibitorId: string | null;
  delegationId: string | null;
}

/** What is charged for an allocation. */
export interface Charge {
  allocationId: string;
  payer: Payer;
  exhibitorId: string;
  boothCode: string;
  zoneCode: string;
  sixths: number;
  givenOn: string;
  rateId: string;
  per: FeeUnit;
  unitPriceVnd: number;
  quantityMilli: number;
  priceVnd: number;
  reliefId: string | null;
  waivedVnd: number;
  amountVnd: number;
  vatRatePercent: number | null;
  vatVnd: number;
}

const CM2_OF_M2 = 10_000;

/*
 * A zone says more than a kind, and a kind more than a size; no two lines of the same scope reach one
 * booth on one day (`fee_rate_once`), so one line says the most.
 */
const scopeOf = ({ zoneCode, boothKind, areaFromM2, areaBelowM2 }: Rate) =>
  (zoneCode === null ? 0 : 4) +
  (boothKind === null ? 0 : 2) +
  (areaFromM2 === null && areaBelowM2 === null ? 0 : 1);

function reaches(rate: Rate, booth: ChargedAllocation): boolean {
  const areaCm2 = booth.widthCm * booth.depthCm;
  return (
    (rate.zoneCode === null || rate.zoneCode === booth.zoneCode) &&
    (rate.boothKind === null || rate.boothKind === booth.boothKind) &&
    (rate.areaFromM2 === null || areaCm2 >= rate.areaFromM2 * CM2_OF_M2) &&
    (rate.areaBelowM2 === null || areaCm2 < rate.areaBelowM2 * CM2_OF_M2) &&
    (rate.validFrom === null || booth.givenOn >= rate.validFrom) &&
    (rate.validTo === null || booth.givenOn <= rate.validTo)
  );
}

/** The line of the tariff that says most about a booth, or none. */
export function rateFor(booth: ChargedAllocation, rates: readonly Rate[]): Rate | null {
  return (
    rates
      .filter((rate) => reaches(rate, booth))
      .sort((a, b) => scopeOf(b) - scopeOf(a) || (a.id < b.id ? -1 : 1))[0] ?? null
  );
}

/** How many units of a rate a whole booth is, in thousandths. */
function quantityMilliOf({ per }: Rate, booth: ChargedAllocation, fairDays: number): number {
  if (per === 'square_metre') return proportionVnd(booth.widthCm * booth.depthCm, 1_000, CM2_OF_M2);
  return per === 'day' ? fairDays * 1_000 : 1_000;
}

/**
 * What sixths of a booth cost. The first k sixths cost round(whole × k / 6) and each what it adds, so
 * halves are halves to the đồng, and whoever shares, the parts sum to the whole.
 */
export function priceOfSixths(wholeVnd: number, sixths: readonly number[]): number {
  const firstVnd = (count: number) => proportionVnd(wholeVnd, count, SIXTHS_OF_A_BOOTH);
  return sixths.reduce((sum, sixth) => sum + firstVnd(sixth + 1) - firstVnd(sixth), 0);
}

/* By hand says most of one exhibitor, then what it sells, then what it is. */
const GROUNDS_OF_FREE: readonly ReliefGround[] = ['exhibitor', 'ocop', 'kind'];

/** Why a booth is free, or null. */
export function waiverOf(booth: ChargedAllocation, reliefs: readonly Relief[]): Relief | null {
  const frees = ({ ground, exhibitorId, exhibitorKind, minStar }: Relief) =>
    ground === 'exhibitor'
      ? exhibitorId === booth.exhibitorId
      : ground === 'kind'
        ? exhibitorKind === booth.exhibitorKind
        : ground === 'ocop' && minStar !== null && (booth.bestStar ?? 0) >= minStar;
  return (
    reliefs
      .filter(frees)
      .sort(
        (a, b) =>
          GROUNDS_OF_FREE.indexOf(a.ground) - GROUNDS_OF_FREE.indexOf(b.ground) ||
          (a.id < b.id ? -1 : 1),
      )[0] ?? null
  );
}

/** Why the delegation of a booth's exhibitor pays for it, or null. */
const delegationPays = (booth: ChargedAllocation, reliefs: readonly Relief[]) =>
  reliefs.find(
    ({ ground, delegationId }) =>
      ground === 'delegation' && delegationId !== null && delegationId === booth.delegationId,
  ) ?? null;

export interface Tariff {
  rates: readonly Rate[];
  reliefs: readonly Relief[];
  /** Days on which the fair is open. */
  fairDays: number;
}

/** What is charged for an allocation; null when no line of the tariff says what it costs. */
export function chargeFor(booth: ChargedAllocation, tariff: Tariff): Charge | null {
  const rate = rateFor(booth, tariff.rates);
  if (rate === null) return null;
  const quantityMilli = quantityMilliOf(rate, booth, tariff.fairDays);
  const priceVnd = priceOfSixths(proportionVnd(rate.priceVnd, quantityMilli, 1_000), booth.sixths);
  const waiver = waiverOf(booth, tariff.reliefs);
  const sponsor = delegationPays(booth, tariff.reliefs);
  const waivedVnd = waiver === null ? 0 : priceVnd;
  const amountVnd = priceVnd - waivedVnd;
  return {
    allocationId: booth.allocationId,
    payer:
      sponsor === null
        ? { exhibitorId: booth.exhibitorId, delegationId: null }
        : { exhibitorId: null, delegationId: sponsor.delegationId },
    exhibitorId: booth.exhibitorId,
    boothCode: booth.boothCode,
    zoneCode: booth.zoneCode,
    sixths: booth.sixths.length,
    givenOn: booth.givenOn,
    rateId: rate.id,
    per: rate.per,
    unitPriceVnd: rate.priceVnd,
    quantityMilli,
    priceVnd,
    reliefId: (waiver ?? sponsor)?.id ?? null,
    waivedVnd,
    amountVnd,
    vatRatePercent: rate.vatRatePercent,
    vatVnd: rate.vatRatePercent === null ? 0 : vatIncludedVnd(amountVnd, rate.vatRatePercent),
  };
}

/** A charge that stands, and the turn that made it. */
export interface StandingCharge extends Charge {
  turn: number;
  dueOn: string;
}

/** What a reckoning does to one allocation: takes a charge back, makes one, or both. */
export interface FeeChange {
  allocationId: string;
  takenBack: StandingCharge | null;
  /** As whose next turn. */
  turn: number;
  made: Charge | null;
}

export interface Reckoned {
  changes: FeeChange[];
  /** Allocations that no line of the tariff reaches; what was charged for them stays. */
  unpriced: ChargedAllocation[];
}

/*
 * What a charge says to whoever pays it. The line of the tariff is not among it: a line that was
 * withdrawn and written again with the same price changes nobody's bill.
 */
const saidBy = (charge: Charge) =>
  JSON.stringify([
    charge.payer.delegationId ?? charge.payer.exhibitorId,
    charge.exhibitorId,
    charge.boothCode,
    charge.zoneCode,
    charge.sixths,
    charge.per,
    charge.unitPriceVnd,
    charge.quantityMilli,
    charge.priceVnd,
    charge.reliefId,
    charge.waivedVnd,
    charge.amountVnd,
    charge.vatRatePercent,
  ]);

/** What the fees of a fair would change by, given what is charged already. */
export function reckon(
  booths: readonly ChargedAllocation[],
  tariff: Tariff,
  charged: readonly { lastTurn: number; allocationId: string; standing: StandingCharge | null }[],
): Reckoned {
  const before = new Map(charged.map((one) => [one.allocationId, one]));
  const changes: FeeChange[] = [];
  const unpriced: ChargedAllocation[] = [];
  const seen = new Set<string>();
  for (const booth of booths) {
    seen.add(booth.allocationId);
    const made = chargeFor(booth, tariff);
    if (made === null) {
      unpriced.push(booth);
      continue;
    }
    const earlier = before.get(booth.allocationId);
    const takenBack = earlier?.standing ?? null;
    if (takenBack !== null && saidBy(takenBack) === saidBy(made)) continue;
    const turn = (earlier?.lastTurn ?? 0) + (takenBack === null ? 1 : 2);
    changes.push({ allocationId: booth.allocationId, takenBack, turn, made });
  }
  for (const { allocationId, standing, lastTurn } of charged) {
    if (standing === null || seen.has(allocationId)) continue;
    changes.push({ allocationId, takenBack: standing, turn: lastTurn + 1, made: null });
  }
  return { changes, unpriced };
}

/** One hash of all changes, in one order: what was looked at is what is charged, or nothing is. */
export function changesHash(changes: readonly FeeChange[]): string {
  const lines = changes
    .map(({ allocationId, takenBack, turn, made }) =>
      JSON.stringify([allocationId, turn, takenBack?.turn ?? null, made && saidBy(made)]),
    )
    .sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** A step of the plan, as far as it says when a booth was given. */
export interface GivingStep {
  id: string;
  /** The fair's own day, YYYY-MM-DD. */
  day: string;
  undoes: string | null;
  changes: readonly {
    exhibitorId: string;
    /** Lines of the log from before booths could be held say no state, and mean confirmed. */
    freed: { allocationId: string; state?: AllocationState } | null;
    given: { allocationId: string } | null;
  }[];
}

/**
 * The day on which each allocation was given. A booth that was changed for another, or for another
 * share, was given when the first one was, and so was one that came back by undoing: nobody loses the
 * price of an early day by moving. What is held or offered is not given yet: it is when it is confirmed.
 * Steps come oldest first; what none of them gave was there on the day on which the fair was opened.
 */
export function givenDays(
  steps: readonly GivingStep[],
  openedOn: string,
): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  const byId = new Map(steps.map((step) => [step.id, step]));
  for (const { day, undoes, changes } of steps) {
    const undone = byId.get(undoes ?? '')?.changes ?? [];
    for (const { exhibitorId, freed, given } of changes) {
      if (given === null) continue;
      const brought = undone.find((change) => change.exhibitorId === exhibitorId)?.freed;
      const earlier = [freed, brought].find((place) => place && isGiven(place));
      days.set(given.allocationId, earlier ? (days.get(earlier.allocationId) ?? openedOn) : day);
    }
  }
  return days;
}

const isGiven = ({ state = 'confirmed' }: { state?: AllocationState }) => state === 'confirmed';

/** What a payer owes, from sums that hold all charges and takings back, and all payments that count. */
export interface Balance {
  chargedVnd: number;
  paidVnd: number;
  /** What is still to be paid; 0 when all is. */
  owedVnd: number;
  /** What was paid too much; 0 unless it was. */
  overpaidVnd: number;
  /** Of what is owed, what was due before today. */
  overdueVnd: number;
}

/** Payments answer what was due first. */
export function balanceOf(sums: {
  chargedVnd: number;
  dueBeforeTodayVnd: number;
  paidVnd: number;
}): Balance {
  const { chargedVnd, dueBeforeTodayVnd, paidVnd } = sums;
  const owedVnd = Math.max(0, chargedVnd - paidVnd);
  return {
    chargedVnd,
    paidVnd,
    owedVnd,
    overpaidVnd: Math.max(0, paidVnd - chargedVnd),
    overdueVnd: Math.min(owedVnd, Math.max(0, dueBeforeTodayVnd - paidVnd)),
  };
}
