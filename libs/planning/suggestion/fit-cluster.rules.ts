import type { BoothSpot } from '@phien/allocator';
import { SIXTHS_OF_A_BOOTH } from '../allocation/sixths.rules';

/** Somebody who wants a place in the cluster of its delegation. */
export interface Wanting {
  id: string;
  group: string;
  size: number;
  units: number;
  power: boolean;
  water: boolean;
  cook: boolean;
}

type Spot = Pick<BoothSpot, 'run' | 'power' | 'water' | 'vent'>;

/**
 * Who of a delegation fits into its cluster, found by placing them one after another, the largest
 * first: they may be held to it, since there is a way to place them all. `used` tells the units taken
 * in a booth already, and by which group.
 */
export function whoFits(
  wanting: readonly Wanting[],
  cluster: readonly number[],
  spots: readonly Spot[],
  used: ReadonlyMap<number, { group: string; units: number }>,
): ReadonlySet<string> {
  const taken = new Map(used);
  const hasRoom = (booth: number, { group, units }: Wanting) => {
    const there = taken.get(booth);
    return !there || (there.group === group && there.units + units <= SIXTHS_OF_A_BOOTH);
  };
  const suits = (place: readonly number[], { power, water, cook }: Wanting) =>
    (!power || place.some((booth) => spots[booth]!.power)) &&
    (!water || place.some((booth) => spots[booth]!.water)) &&
    (!cook || place.every((booth) => spots[booth]!.vent));
  /* Sharers go where somebody shares already, before they begin another booth. */
  const order = [...cluster].sort((a, b) => a - b);
  const placeFor = (who: Wanting) =>
    [...order.filter((booth) => taken.has(booth)), ...order.filter((booth) => !taken.has(booth))]
      .map((first) => Array.from({ length: who.size }, (_, at) => first + at))
      .find(
        (place) =>
          place.every(
            (booth) =>
              cluster.includes(booth) &&
              spots[booth]!.run === spots[place[0]!]!.run &&
              hasRoom(booth, who),
          ) && suits(place, who),
      );
  const fitting = new Set<string>();
  for (const who of [...wanting].sort(
    (a, b) => b.size - a.size || b.units - a.units || (a.id < b.id ? -1 : 1),
  )) {
    const place = placeFor(who);
    if (!place) continue;
    fitting.add(who.id);
    for (const booth of place) {
      const units = (taken.get(booth)?.units ?? 0) + who.units;
      taken.set(booth, { group: who.group, units });
    }
  }
  return fitting;
}
