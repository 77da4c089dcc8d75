import type { Compiled } from '../compile/compile';
import { boothsIn } from '../compile/hall';
import { UNITS_PER_BOOTH } from '../instance/instance';
import { PlaceProgram } from '../exact/place-program';
import type { Solver } from '../exact/solver';
import { boundByGroup } from './by-group';
import type { BoundLimits } from './by-group';

export interface WholeBound {
  readonly bound: number;
  readonly method: 'wishes' | 'gilmore_lawler' | 'group_layouts';
}

/* A linear program is solved to 1e-7 by default; this much of a bound is given away for that. */
const SAFETY = 1e-6;
/* Of the whole: less is not told. */
const WORTH_TELLING = 1e-3;

/**
 * Numbers that no plan can go below, told as they rise: first the proven wishes, then the linear program
 * of `gilmoreLawler`, then bounds by group until stopped. What exhibitors of different groups pay for
 * competitors and smells may be zero; affinities of friends likewise; of those who want to be apart
 * the longest walk is taken off.
 */
export function wholeBound(
  fair: Compiled,
  solver: Solver,
  wishes: number,
  limits: BoundLimits,
  onBetter: (better: WholeBound) => void,
): void {
  const affinities = leastOfAffinities(fair);
  let told = -Infinity;
  let best: WholeBound = { bound: wishes + affinities, method: 'wishes' };
  const tell = () => {
    if (best.bound === told) return;
    told = best.bound;
    onBetter(best);
  };
  const see = (bound: number, method: WholeBound['method']) => {
    const proven = bound - SAFETY * Math.abs(bound) - SAFETY + affinities;
    if (proven <= best.bound) return;
    best = { bound: proven, method };
    if (best.bound - told > WORTH_TELLING * Math.abs(best.bound)) tell();
  };
  tell();
  if (limits.isStopped() || limits.secondsLeft() < 1) return;
  const lawler = gilmoreLawler(fair, solver, limits);
  if (!lawler) return;
  see(lawler.bound, 'gilmore_lawler');
  boundByGroup(fair, solver, { prices: lawler.prices, limits }, (bound) =>
    see(bound, 'group_layouts'),
  );
  tell();
}

/**
 * Each exhibitor at a place pays its own points and half of the walks to its mates if those stood as
 * near as the booths allow, nobody else being there (Gilmore 1962, Lawler 1963, by group); the cheapest
 * fractional assignment of everybody to places under the capacity of booths is then below every plan.
 */
function gilmoreLawler(fair: Compiled, solver: Solver, { secondsLeft }: BoundLimits) {
  const mates = matesShare(fair);
  const cost = (e: number, place: number) => fair.own[fair.ownFrom[e]! + place]! + mates(e, place);
  const model = new PlaceProgram(fair, { cost });
  const relaxed = solver.relaxed(model.program, { seconds: secondsLeft() });
  return relaxed && { bound: model.offset + relaxed.objective, prices: model.boothPrices(relaxed) };
}

/* Pairs who want to be apart earn at most the longest walk of the hall; the others cost nothing. */
function leastOfAffinities({ affinities, hall }: Compiled): number {
  const longest = hall.walks.reduce((most, metres) => Math.max(most, metres), 0);
  let sum = 0;
  affinities.forEach((partners, e) => {
    for (const { with: f, perMetre } of partners)
      if (f > e && perMetre < 0) sum += perMetre * longest;
  });
  return sum;
}

/**
 * Half of what e at a place pays at least for the walks to its mates. Mates fill the booths nearest
 * to the place, in sixths: who pays most a sixth stands nearest, wherever the others are.
 */
function matesShare(fair: Compiled): (e: number, place: number) => number {
  const { hall, groups, group, cohesion, size, units, legal } = fair;
  const reachable = groups.map((members) => {
    const booths = new Set<number>();
    for (const places of new Set(members.map((e) => legal[e]!))) {
      for (const place of places) for (const booth of boothsIn(hall, place)) booths.add(booth);
    }
    return [...booths];
  });
  /* By group and place: the walks to booths that a mate may stand in, nearest first. */
  const known = new Map<string, { booth: number; metres: number }[]>();
  const walksFrom = (g: number, place: number) => {
    const key = `${g} ${place}`;
    let walks = known.get(key);
    if (!walks) {
      const inside = [...boothsIn(hall, place)];
      walks = reachable[g]!.map((booth) => ({
        booth,
        metres:
          inside.reduce((sum, own) => sum + hall.walks[own * hall.boothCount + booth]!, 0) /
          inside.length,
      })).sort((a, b) => a.metres - b.metres);
      known.set(key, walks);
    }
    return walks;
  };
  return (e, place) => {
    const g = group[e]!;
    const perMetre = cohesion[g]!;
    if (perMetre === 0) return 0;
    /* Each booth of a mate of size s is 1/s of its mean walk; it fills `units` sixths. */
    const mates = groups[g]!.filter((f) => f !== e)
      .map((f) => ({
        units: units[f]! * size[f]!,
        perUnit: 1 / (size[f]! * units[f]!),
      }))
      .sort((a, b) => b.perUnit - a.perUnit);
    const own = new Set(boothsIn(hall, place));
    let sum = 0;
    let n = 0;
    let left = mates[0]?.units ?? 0;
    for (const { booth, metres } of walksFrom(g, place)) {
      let room = own.has(booth) ? UNITS_PER_BOOTH - units[e]! : UNITS_PER_BOOTH;
      while (room > 0 && n < mates.length) {
        const taken = Math.min(room, left);
        sum += taken * mates[n]!.perUnit * metres;
        room -= taken;
        left -= taken;
        if (left === 0) left = mates[(n += 1)]?.units ?? 0;
      }
      if (n >= mates.length) break;
    }
    return (perMetre / 2) * sum;
  };
}
