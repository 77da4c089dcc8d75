import { areFarEnough, compile } from '../compile/compile';
import type { Compiled } from '../compile/compile';
import { boothsIn } from '../compile/hall';
import { scorePlaces } from '../compile/score-places';
import { readInstance } from '../instance/read-instance';
import type { Chance } from '../search/chance';

/** A made-up fair so small that all its plans can be tried: two aisles, few exhibitors, every rule and term. */
export function smallFair(chance: Chance, groups: number): Compiled {
  const one = (of: number) => chance.below(of) === 0;
  const oneOf = <Each>(list: readonly Each[]) => list[chance.below(list.length)]!;
  const booths = Array.from({ length: 2 + chance.below(2) }, (_, run) =>
    Array.from({ length: 3 + chance.below(2) }, (__, n) => ({
      ...{ id: `B${run}${n}`, x: n * 3, y: Math.floor(run / 2) * 10, aisle: Math.floor(run / 2) },
      ...{ run: run * 2, seg: 0, back: -1, zone: 'own', fee: one(3) ? 'B' : 'A', corner: n === 0 },
      ...{ front: one(4), anchor: one(6), power: one(2), water: one(3), vent: one(3) },
    })),
  ).flat();
  const boothId = () => oneOf(booths).id;
  const exhibitors = Array.from({ length: 2 + chance.below(4) }, (_, n) => {
    const size = oneOf([1, 1, 1, 2, 3]);
    return {
      ...{
        id: `E${n}`,
        zone: 'own',
        group: `G${chance.below(groups)}`,
        size,
        units: size > 1 ? 6 : oneOf([6, 6, 3, 2]),
      },
      ...{ fees: one(4) ? ['A'] : ['A', 'B'], power: one(4), water: one(6), cook: one(8) },
      ...{ smelly: one(3), sensitive: one(3), product: `P${chance.below(4)}` },
      ...{ stars: 3 + chance.below(3), priority: chance.below(50) },
      wish: {
        ...(one(3) && { corner: 1 }),
        ...(one(3) && { gate: 1 }),
        ...(one(3) && { choices: [boothId(), boothId()] }),
      },
      ...{ lock: size === 1 && one(8) ? [boothId()] : null, prev: null },
    };
  });
  return compile(
    readInstance({
      ...{ format: 'fair-alloc/1', name: 'small', seed: 1, booths, exhibitors },
      rivals: one(3) ? [['E0', 'E1']] : [],
      ...{ gates: [{ x: 4, y: -3 }], crossX: [-2, 14], aisleY: [0, 10] },
    }),
  );
}

/** The best of all plans there are; booths that are used have a price. */
export function cheapestOfAll(fair: Compiled, prices: Float64Array) {
  const used = prices.map(() => 0);
  const holder: number[] = [];
  const at: number[] = [];
  let least = Infinity;
  let places: Int32Array | null = null;
  const place = (e: number): void => {
    if (e === fair.count) {
      const paid = prices.reduce((sum, price, booth) => sum + (used[booth]! > 0 ? price : 0), 0);
      const points = scorePlaces(fair, at).total + paid;
      if (points < least) [least, places] = [points, Int32Array.from(at)];
      return;
    }
    for (const p of fair.legal[e]!) {
      const inside = [...boothsIn(fair.hall, p)];
      if (inside.some((booth) => used[booth]! + fair.units[e]! > 6)) continue;
      const group = fair.group[e]!;
      if (inside.some((booth) => used[booth]! > 0 && holder[booth] !== group)) continue;
      if (fair.rivals[e]!.some((f) => f < e && !areFarEnough(fair, p, at[f]!))) continue;
      for (const booth of inside) {
        used[booth]! += fair.units[e]!;
        holder[booth] = group;
      }
      at[e] = p;
      place(e + 1);
      for (const booth of inside) used[booth]! -= fair.units[e]!;
    }
  };
  place(0);
  return { least, places: places as Int32Array | null };
}
