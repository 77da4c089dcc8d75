import { hasMoved } from '../check/check-plan';
import { UNITS_PER_BOOTH } from '../instance/instance';
import type { Instance } from '../instance/instance';
import { boothsIn, gapBetween, hallOf } from './hall';
import type { Hall } from './hall';
import { legalKey, legalPlaces } from './legal-places';

/** Everything the search asks, as tables of numbers: exhibitors and places by index. */
export interface Compiled {
  readonly instance: Instance;
  readonly hall: Hall;
  readonly count: number;
  readonly size: Uint8Array;
  readonly units: Uint8Array;
  readonly group: Int32Array;
  readonly groups: readonly (readonly number[])[];
  /** Points per metre of mean walk to each other member of the group. */
  readonly cohesion: Float64Array;
  /** Places that members of a group may stand in, the only ones whose walks matter to it. */
  readonly groupPlaces: readonly Int32Array[];
  readonly product: Int32Array;
  readonly products: readonly (readonly number[])[];
  /** 0: neither, 1: smells, 2: suffers, 3: both. */
  readonly odour: Uint8Array;
  readonly phi: Float64Array;
  readonly legal: readonly Int32Array[];
  readonly legalClass: Int32Array;
  /** 1 where exhibitors of a class may stand, by place. */
  readonly legalMasks: readonly Uint8Array[];
  /** Own points of exhibitor e at place p (all terms that concern nobody else): `own[ownFrom[e] + p]`. */
  readonly own: Float64Array;
  readonly ownFrom: Int32Array;
  /** 1 where a told exhibitor would have moved; same numbering as `own`. */
  readonly moved: Uint8Array;
  readonly isTold: Uint8Array;
  readonly rivals: readonly (readonly number[])[];
  readonly affinities: readonly (readonly Partner[])[];
  readonly hasAffinities: boolean;
  readonly isLocked: Uint8Array;
}

export interface Partner {
  readonly with: number;
  readonly perMetre: number;
}

export function compile(instance: Instance): Compiled {
  const hall = hallOf(instance);
  const { exhibitors, weights } = instance;
  const count = exhibitors.length;
  const [group, groups] = numbered(exhibitors.map((each) => each.group));
  const [product, products] = numbered(exhibitors.map((each) => each.product));
  const [legalClass, classes] = numbered(exhibitors.map(legalKey));
  const legalOfClass = classes.map(([first]) => legalPlaces(instance, hall, exhibitors[first!]!));
  const legal = Array.from(legalClass, (each) => legalOfClass[each]!);
  const index = new Map(exhibitors.map(({ id }, e) => [id, e]));
  const ownFrom = new Int32Array(count);
  let length = 0;
  exhibitors.forEach(({ size }, e) => {
    ownFrom[e] = length - hall.firstOfSize.get(size)!;
    length += hall.countOfSize.get(size)!;
  });
  const ranks = exhibitors.map(({ priority }) => priority).sort((a, b) => a - b);
  const compiled: Compiled = {
    instance,
    hall,
    count,
    size: Uint8Array.from(exhibitors, ({ size }) => size),
    units: Uint8Array.from(exhibitors, ({ units }) => units),
    group,
    groups,
    cohesion: Float64Array.from(groups, ({ length: n }) =>
      n < 2 ? 0 : (2 * weights.cohesionPerMetre) / (n - 1),
    ),
    groupPlaces: groups.map((members) => union(members.map((e) => legal[e]!))),
    product,
    products,
    odour: Uint8Array.from(exhibitors, (each) => (each.smelly ? 1 : 0) + (each.sensitive ? 2 : 0)),
    phi: Float64Array.from(
      exhibitors,
      ({ priority }) => 1 + (2 * lowerThan(ranks, priority)) / Math.max(1, count - 1),
    ),
    legal,
    legalClass,
    legalMasks: legalOfClass.map((places) => maskOf(places, hall.placeCount)),
    own: new Float64Array(length),
    ownFrom,
    moved: new Uint8Array(length),
    isTold: Uint8Array.from(exhibitors, ({ prev }) => (prev ? 1 : 0)),
    rivals: rivalsOf(instance, index),
    affinities: affinitiesOf(instance, index),
    hasAffinities: instance.affinities.length > 0,
    isLocked: Uint8Array.from(exhibitors, ({ lock }) => (lock ? 1 : 0)),
  };
  fillOwn(compiled);
  return compiled;
}

/** The parts of the own points of an exhibitor at a place. */
export interface OwnPoints {
  readonly corner: number;
  readonly front: number;
  readonly gate: number;
  readonly choices: number;
  readonly anchor: number;
  readonly ventilation: number;
}

/** Answers the own points of exhibitor e at place p, term by term. */
export function ownPointsIn({ instance, hall, phi }: Pick<Compiled, 'instance' | 'hall' | 'phi'>) {
  const { booths, exhibitors, weights, gates } = instance;
  const toGate = booths.map(({ x, y }) =>
    gates.reduce(
      (least, gate) => Math.min(least, Math.abs(gate.x - x) + Math.abs(gate.y - y)),
      Infinity,
    ),
  );
  const nearest = toGate.reduce((least, metres) => Math.min(least, metres), Infinity);
  const vents = booths.flatMap(({ vent }, n) => (vent ? [n] : []));
  const toVent = booths.map((_, n) =>
    vents.reduce(
      (least, vent) => Math.min(least, hall.walks[n * hall.boothCount + vent]!),
      Infinity,
    ),
  );
  /* Without any ventilation it is infinitely far, and a weight of 0 is 0 all the same. */
  const smokes = weights.ventPerMetre > 0;
  return (e: number, place: number): OwnPoints => {
    const { wish, stars, smelly } = exhibitors[e]!;
    const inside = boothsIn(hall, place);
    const has = (what: 'corner' | 'front' | 'anchor') => inside.some((b) => booths[b]![what]);
    const least = (table: readonly number[]) =>
      inside.reduce((found, b) => Math.min(found, table[b]!), Infinity);
    const own = phi[e]!;
    const rank = wish.choices?.findIndex((id) => inside.some((b) => booths[b]!.id === id)) ?? 0;
    const gate = wish.gate && gates.length > 0;
    return {
      corner: wish.corner && !has('corner') ? own * weights.corner : 0,
      front: wish.front && !has('front') ? own * weights.front : 0,
      gate: gate
        ? own * Math.min(weights.gateCap, weights.gatePerMetre * (least(toGate) - nearest))
        : 0,
      choices: wish.choices ? own * weights.choices[rank < 0 ? 3 : rank]! : 0,
      anchor: stars === 5 && !has('anchor') ? weights.anchor : 0,
      ventilation:
        smelly && smokes ? Math.min(weights.ventCap, weights.ventPerMetre * least(toVent)) : 0,
    };
  };
}

export const ownSum = (points: OwnPoints) =>
  points.corner + points.front + points.gate + points.choices + points.anchor + points.ventilation;

function fillOwn(compiled: Compiled): void {
  const { instance, count, legal, own, ownFrom, moved } = compiled;
  const pointsOf = ownPointsIn(compiled);
  for (let e = 0; e < count; e += 1) {
    const { prev } = instance.exhibitors[e]!;
    for (const place of legal[e]!) {
      own[ownFrom[e]! + place] = ownSum(pointsOf(e, place));
      if (prev && hasMoved(instance.exhibitors[e]!, idsIn(compiled, place))) {
        moved[ownFrom[e]! + place] = 1;
      }
    }
  }
}

/** Ids of the booths of a place. */
export const idsIn = ({ instance, hall }: Pick<Compiled, 'instance' | 'hall'>, place: number) =>
  Array.from(boothsIn(hall, place), (booth) => instance.booths[booth]!.id);

/** Whether two rivals may stand in these places. */
export const areFarEnough = ({ hall, instance }: Compiled, p: number, q: number) =>
  gapBetween(hall, p, q) >= instance.weights.rivalGap;

/** Whether several may share the booths of one who uses so many units. */
export const mayShare = (units: number) => units < UNITS_PER_BOOTH;

function numbered(keys: readonly string[]): [Int32Array, number[][]] {
  const numbers = new Map<string, number>();
  const members: number[][] = [];
  const of = Int32Array.from(keys, (key, n) => {
    const number = numbers.get(key) ?? members.length;
    if (number === members.length) {
      numbers.set(key, number);
      members.push([]);
    }
    members[number]!.push(n);
    return number;
  });
  return [of, members];
}

function union(lists: readonly Int32Array[]): Int32Array {
  const all = new Set<number>();
  for (const list of new Set(lists)) for (const place of list) all.add(place);
  return Int32Array.from(all).sort();
}

function maskOf(places: Int32Array, count: number): Uint8Array {
  const mask = new Uint8Array(count);
  for (const place of places) mask[place] = 1;
  return mask;
}

/* How many of the ascending numbers are below `value`. */
function lowerThan(ascending: readonly number[], value: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function rivalsOf({ rivals, exhibitors }: Instance, index: ReadonlyMap<string, number>) {
  const sets = exhibitors.map(() => new Set<number>());
  for (const [a, b] of rivals) {
    sets[index.get(a)!]!.add(index.get(b)!);
    sets[index.get(b)!]!.add(index.get(a)!);
  }
  return sets.map((set) => [...set]);
}

function affinitiesOf({ affinities, exhibitors }: Instance, index: ReadonlyMap<string, number>) {
  const sums = exhibitors.map(() => new Map<number, number>());
  for (const { a, b, perMetre } of affinities) {
    const [e, f] = [index.get(a)!, index.get(b)!];
    sums[e]!.set(f, (sums[e]!.get(f) ?? 0) + perMetre);
    sums[f]!.set(e, (sums[f]!.get(e) ?? 0) + perMetre);
  }
  return sums.map((sum) => [...sum].map(([other, perMetre]) => ({ with: other, perMetre })));
}
