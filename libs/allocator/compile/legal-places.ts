import type { Claimant, Instance, RuleName } from '../instance/instance';
import { boothsIn, placeOfBooths } from './hall';
import type { Hall } from './hall';

/** Rules that one exhibitor and its place break or keep, whoever else is there. */
export const aloneRules = [
  'shape',
  'lock',
  'zone',
  'fee',
  'power',
  'water',
  'ventilation',
] as const;

/**
 * The places where an exhibitor may stand if it were alone in the hall, ascending. Rules in `without`
 * are left out (all but `shape`, which is in the numbering of places itself).
 */
export function legalPlaces(
  instance: Instance,
  hall: Hall,
  exhibitor: Claimant,
  without: ReadonlySet<RuleName> = new Set(),
): Int32Array {
  const { booths } = instance;
  if (exhibitor.lock && !without.has('lock')) {
    const index = new Map(booths.map(({ id }, n) => [id, n]));
    const place = placeOfBooths(
      hall,
      exhibitor.lock.map((id) => index.get(id) ?? -1),
    );
    return place < 0 ? new Int32Array(0) : Int32Array.of(place);
  }
  const first = hall.firstOfSize.get(exhibitor.size) ?? 0;
  const count = hall.countOfSize.get(exhibitor.size) ?? 0;
  /* Who is locked keeps no other of these rules; without its lock it may stand anywhere. */
  const isBound = exhibitor.lock === null;
  const fits = booths.map(
    (booth) =>
      !isBound ||
      ((without.has('zone') || booth.zone === exhibitor.zone) &&
        (without.has('fee') || exhibitor.fees.includes(booth.fee)) &&
        (without.has('ventilation') || !exhibitor.cook || booth.vent)),
  );
  const needsPower = isBound && exhibitor.power && !without.has('power');
  const needsWater = isBound && exhibitor.water && !without.has('water');
  const legal: number[] = [];
  for (let place = first; place < first + count; place += 1) {
    const inside = boothsIn(hall, place);
    if (!inside.every((booth) => fits[booth])) continue;
    if (needsPower && !inside.some((booth) => booths[booth]!.power)) continue;
    if (needsWater && !inside.some((booth) => booths[booth]!.water)) continue;
    legal.push(place);
  }
  return Int32Array.from(legal);
}

/** Exhibitors of one key may stand in the same places. */
export const legalKey = ({ zone, fees, power, water, cook, size, lock }: Claimant) =>
  JSON.stringify([zone, [...fees].sort(), power, water, cook, size, lock]);
