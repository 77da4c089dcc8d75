import type { Compiled } from '../compile/compile';
import { areFarEnough } from '../compile/compile';
import { boothsIn, gapBetween } from '../compile/hall';
import { UNITS_PER_BOOTH } from '../instance/instance';
import type { Arrangement } from './arrangement';
import type { Chance } from './chance';

/* Far above any points: first whom a place would put out, then what it costs. */
const PER_PUT_OUT = 1e6;
const PER_PRESSURE = 100;
const PER_PART_LEFT = 100;
const TRIES_PER_PARCEL = 20;

/** Exhibitors who take whole booths together: one alone, or sharers of one group. */
interface Parcel {
  readonly members: readonly number[];
  readonly legal: Int32Array;
  readonly rivals: readonly number[];
  readonly isFixed: boolean;
}

/**
 * Gives everybody a place. Sharers are packed into whole booths first; then the hardest choose first,
 * and who finds no free place puts others out, those who were put out least often, and they look for
 * another place in turn (an ejection chain; Glover 1996). Packs anew when that leads nowhere. Answers
 * whether all stand within `rounds` packings; no is not a proof.
 */
export function placeEverybody(
  arrangement: Arrangement,
  chance: Chance,
  rounds: number,
  isStopped: () => boolean = () => false,
  who: readonly number[] = Array.from({ length: arrangement.fair.count }, (_, e) => e),
): boolean {
  const { fair } = arrangement;
  const present = new Set(who);
  const pressure = pressureOn(fair, who);
  for (let round = 0; round < rounds; round += 1) {
    const parcels = packParcels(fair, chance, pressure, present);
    arrangement.load(new Int32Array(fair.count).fill(-1));
    if (placeParcels(arrangement, parcels, chance, pressure, isStopped)) {
      arrangement.reckon();
      return true;
    }
    if (isStopped()) return false;
  }
  return false;
}

function placeParcels(
  arrangement: Arrangement,
  parcels: readonly Parcel[],
  chance: Chance,
  pressure: Float64Array,
  isStopped: () => boolean,
): boolean {
  const { fair } = arrangement;
  const { hall } = fair;
  const parcelOf = new Int32Array(fair.count);
  parcels.forEach(({ members }, n) => members.forEach((e) => (parcelOf[e] = n)));
  const weight = Float64Array.from(parcels, ({ isFixed }) => (isFixed ? Infinity : 1));
  const waiting = parcels
    .map((parcel, n) => ({ n, hardness: hardnessOf(fair, parcel) + chance.share() * 0.3 }))
    .sort((a, b) => a.hardness - b.hardness)
    .map(({ n }) => n);
  const seen = new Int32Array(parcels.length);
  let turn = 0;
  /* Who would have to leave if a parcel came to a place, each once. */
  const eachPutOut = (parcel: Parcel, place: number, tell: (n: number) => void) => {
    turn += 1;
    const out = (e: number) => {
      const n = parcelOf[e]!;
      if (seen[n] === turn) return;
      seen[n] = turn;
      tell(n);
    };
    for (let k = hall.boothsFrom[place]!; k < hall.boothsFrom[place + 1]!; k += 1) {
      const booth = hall.boothsOf[k]!;
      if (arrangement.insideCount[booth]! > 0) out(arrangement.inside[booth * UNITS_PER_BOOTH]!);
    }
    for (const f of parcel.rivals) {
      const q = arrangement.placeOf[f]!;
      if (q >= 0 && !areFarEnough(fair, place, q)) out(f);
    }
  };
  const tries = parcels.length * TRIES_PER_PARCEL;
  for (let n = 0; waiting.length > 0; n += 1) {
    if (n >= tries || (n % 64 === 63 && isStopped())) return false;
    const at = waiting.pop()!;
    const parcel = parcels[at]!;
    let best = -1;
    let least = Infinity;
    for (const place of parcel.legal) {
      let price = chance.share();
      eachPutOut(parcel, place, (other) => (price += weight[other]! * PER_PUT_OUT));
      if (price >= least) continue;
      price += PER_PRESSURE * pressure[place]!;
      for (const e of parcel.members) price += arrangement.priceOfEntering(e, place);
      if (price >= least) continue;
      least = price;
      best = place;
    }
    if (best < 0) return false;
    eachPutOut(parcel, best, (other) => {
      weight[other]! += 1;
      waiting.push(other);
      for (const e of parcels[other]!.members) arrangement.leave(e);
    });
    for (const e of parcel.members) arrangement.enter(e, best);
  }
  return true;
}

/* The last of the list is placed first: who is fixed, then who needs much, then who has little choice. */
function hardnessOf({ size, hall }: Compiled, { members, legal, isFixed }: Parcel): number {
  const choice = 1 - legal.length / (hall.placeCount + 1);
  return (isFixed ? 1000 : 0) + (size[members[0]!]! - 1) * 2 + choice;
}

/* Packs sharers by group, first fit decreasing, then exchanges them until the packing is easy to place. */
function packParcels(
  fair: Compiled,
  chance: Chance,
  pressure: Float64Array,
  present: ReadonlySet<number>,
): Parcel[] {
  const { groups, units, isLocked, legal } = fair;
  const parcels: Parcel[] = [];
  for (const all of groups) {
    const members = all.filter((e) => present.has(e));
    const sharers = members
      .filter((e) => units[e]! < UNITS_PER_BOOTH)
      .map((e) => ({
        e,
        order: (isLocked[e] === 1 ? legal[e]![0]! * 100 - 1e9 : 0) - units[e]! + chance.share() / 2,
      }))
      .sort((a, b) => a.order - b.order)
      .map(({ e }) => e);
    const packing = new Packing(fair, pressure);
    for (const e of sharers) packing.add(e);
    packing.improve(chance);
    const whole = members.filter((e) => units[e] === UNITS_PER_BOOTH).map((e) => [e]);
    const shared = packing.parcels.filter(({ length }) => length > 0);
    for (const together of [...shared, ...whole]) {
      parcels.push({
        members: together,
        legal: together.map((e) => legal[e]!).reduce(meet),
        rivals: together.flatMap((e) => fair.rivals[e]!).filter((f) => present.has(f)),
        isFixed: together.some((e) => isLocked[e] === 1),
      });
    }
  }
  return parcels;
}

/** Sharers of one group, packed into booths; scarce are those that may stand in few, contested booths. */
class Packing {
  readonly parcels: number[][] = [];

  constructor(
    private readonly fair: Compiled,
    private readonly pressure: Float64Array,
  ) {}

  add(e: number): void {
    let chosen: number[] | undefined;
    let least = Infinity;
    for (const parcel of this.parcels) {
      const scarcity = this.priceOf([...parcel, e]) - this.priceOf(parcel);
      if (scarcity < least) [chosen, least] = [parcel, scarcity];
    }
    if (chosen) chosen.push(e);
    else this.parcels.push([e]);
  }

  improve(chance: Chance): void {
    const count = this.parcels.length;
    for (let n = 0; count > 1 && n < 60 * count; n += 1) {
      const [a, b] = [chance.below(count), chance.below(count)];
      if (a === b) continue;
      const [left, right] = [this.parcels[a]!, this.parcels[b]!];
      /* One more than there are: nobody comes in exchange, or two do. */
      if (left.length === 0) continue;
      const [i, j] = [chance.below(left.length), chance.below(right.length + 1)];
      const [one, others] = [left[i]!, right.slice(j, j + 1 + chance.below(2))];
      const newLeft = [...left.filter((e) => e !== one), ...others];
      const newRight = [...right.filter((e) => !others.includes(e)), one];
      const before = this.priceOf(left) + this.priceOf(right);
      if (this.priceOf(newLeft) + this.priceOf(newRight) > before) continue;
      this.parcels[a] = newLeft;
      this.parcels[b] = newRight;
    }
  }

  /* A booth that is full, or not needed at all, is best; then one that may stand in many places. */
  private priceOf(parcel: readonly number[]): number {
    if (parcel.length === 0) return 0;
    const { units, legal } = this.fair;
    let used = 0;
    for (const e of parcel) used += units[e]!;
    if (used > UNITS_PER_BOOTH) return Infinity;
    if (parcel.some((e, n) => parcel.some((f, k) => k < n && !mayStandTogether(this.fair, e, f)))) {
      return Infinity;
    }
    let supply = 0;
    for (const place of parcel.map((e) => legal[e]!).reduce(meet))
      supply += 1 / this.pressure[place]!;
    if (supply === 0) return Infinity;
    return 1 / supply + PER_PART_LEFT * (1 - (used / UNITS_PER_BOOTH) ** 2);
  }
}

/* How many, on the average, would stand in a booth if everybody chose any of its places alike. */
function pressureOn({ legal, units, hall }: Compiled, who: readonly number[]): Float64Array {
  const pressure = new Float64Array(hall.placeCount).fill(1e-3);
  for (const e of who) {
    const share = units[e]! / UNITS_PER_BOOTH / Math.max(1, legal[e]!.length);
    for (const place of legal[e]!) {
      for (const booth of boothsIn(hall, place)) pressure[booth]! += share;
    }
  }
  for (let place = hall.boothCount; place < hall.placeCount; place += 1) {
    for (const booth of boothsIn(hall, place)) pressure[place]! += pressure[booth]!;
  }
  return pressure;
}

/* Rivals of one group share no booth, unless the rule asks for no distance at all. */
function mayStandTogether(fair: Compiled, e: number, f: number): boolean {
  if (!fair.rivals[e]!.includes(f)) return true;
  return gapBetween(fair.hall, 0, 0) >= fair.instance.weights.rivalGap;
}

function meet(a: Int32Array, b: Int32Array): Int32Array {
  if (a === b) return a;
  const others = new Set(b);
  return a.filter((place) => others.has(place));
}
