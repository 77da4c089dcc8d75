/** A stand of the hall. `x` and `y` in metres: the point in front of it from which walks are measured. */
export interface BoothSpot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly aisle: number;
  /** Booths of one run stand in one unbroken line; `floor(run / 2)` names the side of the aisle. */
  readonly run: number;
  /** Index of the booth back to back with it, or -1. */
  readonly back: number;
  readonly zone: string;
  readonly fee: string;
  readonly corner: boolean;
  readonly front: boolean;
  readonly anchor: boolean;
  readonly power: boolean;
  readonly water: boolean;
  readonly vent: boolean;
}

export interface Wish {
  readonly corner?: number | boolean;
  readonly front?: number | boolean;
  readonly gate?: number | boolean;
  /** Ids of booths, the best first, at most three. */
  readonly choices?: readonly string[];
}

/** Who wants a place, what it needs and what it wishes. */
export interface Claimant {
  readonly id: string;
  readonly zone: string;
  readonly group: string;
  /** Number of booths. */
  readonly size: number;
  /** Sixths of a booth used in each of its booths. */
  readonly units: number;
  readonly fees: readonly string[];
  readonly power: boolean;
  readonly water: boolean;
  readonly cook: boolean;
  readonly smelly: boolean;
  readonly sensitive: boolean;
  readonly product: string;
  readonly stars: number;
  readonly priority: number;
  readonly wish: Wish;
  readonly lock: readonly string[] | null;
  readonly prev: readonly string[] | null;
}

export interface Affinity {
  readonly a: string;
  readonly b: string;
  readonly perMetre: number;
}

export interface Weights {
  readonly corner: number;
  readonly front: number;
  readonly gatePerMetre: number;
  readonly gateCap: number;
  readonly choices: readonly number[];
  readonly anchor: number;
  readonly ventPerMetre: number;
  readonly ventCap: number;
  readonly cohesionPerMetre: number;
  readonly competitor: number;
  readonly competitorReach: number;
  readonly smell: number;
  readonly smellReach: number;
  readonly rivalGap: number;
}

export const defaultWeights: Weights = {
  corner: 10,
  front: 8,
  gatePerMetre: 0.15,
  gateCap: 10,
  choices: [0, 3, 5, 8],
  anchor: 12,
  ventPerMetre: 0.3,
  ventCap: 12,
  cohesionPerMetre: 0.25,
  competitor: 6,
  competitorReach: 15,
  smell: 6,
  smellReach: 9,
  rivalGap: 6,
};

/** A fair to allocate, read and found sound: `fair-alloc/1` with its weights filled in. */
export interface Instance {
  readonly name: string;
  readonly booths: readonly BoothSpot[];
  readonly exhibitors: readonly Claimant[];
  readonly rivals: readonly (readonly [string, string])[];
  readonly gates: readonly { readonly x: number; readonly y: number }[];
  readonly crossX: readonly number[];
  readonly affinities: readonly Affinity[];
  readonly distances: readonly (readonly number[])[] | null;
  readonly weights: Weights;
}

/** Who stands where: ids of booths by id of exhibitor. */
export type Places = Readonly<Record<string, readonly string[]>>;

export const termNames = [
  'corner',
  'front',
  'gate',
  'choices',
  'anchor',
  'ventilation',
  'cohesion',
  'competitors',
  'smell',
  'affinity',
] as const;

export type TermName = (typeof termNames)[number];

export type Terms = Readonly<Record<TermName, number>>;

/** The hard rules, in the order in which they are told. */
export const ruleNames = [
  'placed',
  'shape',
  'lock',
  'zone',
  'fee',
  'power',
  'water',
  'ventilation',
  'capacity',
  'sharing',
  'rivals',
] as const;

export type RuleName = (typeof ruleNames)[number];

export const UNITS_PER_BOOTH = 6;
