import { OWN_PROVINCE } from '@phien/planning';
import { sharedGrounds, type Place } from '@phien/places';
import {
  compare,
  exactly,
  growthOf,
  together,
  type BaseSide,
  type Basis,
  type Growth,
  type OwnSide,
  type Statement,
  type Value,
} from './comparison.rules';

export const ORIGINS = ['inProvince', 'otherProvince', 'foreign'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The key of several places that are told together. */
export const GROUPED = 'grouped';

/** What was sold by those who come from a place: 'set:code' of a unit, the code of a country, or `GROUPED`. */
export interface PlaceFigure {
  origin: Origin;
  key: string;
  revenueVnd: number;
}

/** What is known of the revenue of an origin, or of a place by its key. */
export interface PartStatements {
  part: string;
  statements: readonly Statement[];
}

export interface OwnParts extends OwnSide {
  /** YYYY-MM-DD: whose units its places are. */
  day: string;
  /** Keys of the places that somebody came from, selling or not. */
  takingPart: readonly string[];
  /** Null before the first day is over. */
  places: readonly PlaceFigure[] | null;
}

export interface BaseParts extends BaseSide {
  /** YYYY-MM-DD: whose units its places are. */
  day: string;
  parts: readonly PartStatements[];
  /** Whether somebody may have sold from a unit of which nothing is said. */
  mayHaveSold: (key: string) => boolean;
}

export const PART_KINDS = ['origin', 'place', 'grouped'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export const NO_PART_GROWTHS = [
  'own_lacks_figure',
  'base_lacks_figure',
  'first_days_against_whole',
  'own_withheld',
  'other_ground',
] as const;
export type NoPartGrowth = (typeof NO_PART_GROWTHS)[number];

interface Ground {
  kind: PartKind;
  origin: Origin;
  /** Of which the base's figures are, and ours. */
  baseKeys: string[];
  ownKeys: string[];
  /** The units that stand there on the later of both days; none of a country and of an origin. */
  units: Place[];
  /** Units of the base's time on the same ground of which nothing is known. */
  missing: Place[];
}

export interface ComparedPart extends Ground {
  ownVnd: number | null;
  basis: Basis;
  base: Value | null;
  statementIds: string[];
  growth: Growth | null;
  noGrowth: NoPartGrowth | null;
}

/**
 * Our revenue by origin and by place beside what is known of the base's. Places are compared on the
 * ground that both have in common, so each of ours stands in one row, and those that are told sum to
 * the origins. Where the base says nothing of a part of the ground, both stand there without growth.
 */
export function comparedParts(ours: OwnParts, base: BaseParts): ComparedPart[] {
  const places = ours.places ?? [];
  const told = new Map(places.map((place) => [place.key, place.revenueVnd]));
  const isAmong = (of: Origin) =>
    places.some(({ key, origin }) => key === GROUPED && origin === of);
  const said = (keys: readonly string[]) =>
    keys.map((key) => base.parts.find(({ part }) => part === key)?.statements ?? []);
  const line = (ground: Ground, ownVnd: number | null, isWithheld = false): ComparedPart => {
    const known = ours.places === null || isWithheld ? null : ownVnd;
    const missing = ground.missing.length > 0 ? ('other_ground' as const) : null;
    const why = isWithheld ? 'own_withheld' : missing;
    const keys = ground.kind === 'origin' ? [ground.origin] : ground.baseKeys;
    return { ...ground, ownVnd: known, ...besideBase(ours, base, said(keys), known, why) };
  };
  const origins = ORIGINS.map((origin) => {
    const here = places.filter((place) => place.origin === origin);
    return line(groundOf({ kind: 'origin', origin }), sumOf(here));
  });
  const grounds = groundsOf(ours, base);
  const compared = grounds.map((ground) => {
    /* Who took part and does not stand alone may be among those that are told together. */
    const isWithheld = isAmong(ground.origin) && !ground.ownKeys.every((key) => told.has(key));
    const here = places.filter(({ key }) => ground.ownKeys.includes(key));
    return line(ground, sumOf(here), isWithheld);
  });
  const taken = new Set(grounds.flatMap(({ ownKeys }) => ownKeys));
  const rest = places
    .filter(({ key }) => !taken.has(key))
    .map(({ key, origin, revenueVnd }) => {
      const kind = key === GROUPED ? 'grouped' : 'place';
      return line(groundOf({ kind, origin, ownKeys: [key] }), revenueVnd);
    });
  return [...origins, ...largestFirst(compared), ...rest];
}

const groundOf = (of: Pick<Ground, 'kind' | 'origin'> & Partial<Ground>): Ground => ({
  baseKeys: [],
  ownKeys: [],
  units: [],
  missing: [],
  ...of,
});

/* Units on the ground that both share; a country is itself. */
function groundsOf(ours: OwnParts, base: BaseParts): Ground[] {
  const keys = base.parts.map(({ part }) => part).filter((part) => !isOrigin(part));
  const units = sharedGrounds(
    { day: base.day, keys: keys.filter(isUnit) },
    { day: ours.day, keys: ours.takingPart.filter(isUnit) },
  );
  return [
    ...units.map((ground) =>
      groundOf({
        kind: 'place',
        origin: originOf(ground.then[0] ?? ''),
        baseKeys: ground.then,
        ownKeys: ground.now,
        units: ground.units,
        missing: ground.missing.filter(({ set, code }) => base.mayHaveSold(`${set}:${code}`)),
      }),
    ),
    ...keys
      .filter((key) => !isUnit(key))
      .map((key) =>
        groundOf({
          kind: 'place',
          origin: originOf(key),
          baseKeys: [key],
          ownKeys: ours.takingPart.filter((each) => each === key),
        }),
      ),
  ];
}

const isOrigin = (part: string): part is Origin => ORIGINS.some((origin) => origin === part);
const isUnit = (key: string) => key.includes(':');

/** Of our province, of another one, or from abroad. */
export function originOf(key: string): Origin {
  if (!isUnit(key)) return key === 'VN' ? 'otherProvince' : 'foreign';
  return key.startsWith('qn-') || key.endsWith(`:${OWN_PROVINCE}`) ? 'inProvince' : 'otherProvince';
}

function besideBase(
  ours: OwnSide,
  base: BaseSide,
  said: readonly (readonly Statement[])[],
  ownVnd: number | null,
  why: NoPartGrowth | null,
): Pick<ComparedPart, 'basis' | 'base' | 'statementIds' | 'growth' | 'noGrowth'> {
  const own: OwnSide = {
    ...ours,
    known: (kind) => (kind === 'revenue_vnd' && ownVnd !== null ? exactly(ownVnd) : null),
  };
  const days = base.statements.filter(({ kind }) => kind === 'days');
  const lines = said.map((statements) =>
    compare('revenue', own, { statements: [...statements, ...days], chosen: base.chosen }),
  );
  const basis = lines[0]?.basis ?? (ours.isOver ? 'whole_with_whole' : 'first_days_with_whole');
  /* Of a sum every part must be known, and of the same days. */
  const isWhole = lines.length > 0 && lines.every((line) => line.basis === basis);
  const sum = isWhole ? sumOfValues(lines.map((line) => line.base.value)) : null;
  const growth = ownVnd === null || sum === null ? null : growthOf(ownVnd, sum);
  const noGrowth = whyNoGrowth({ hasOwn: ownVnd !== null, hasGrowth: growth !== null, basis, why });
  return {
    basis,
    base: sum,
    statementIds: lines.flatMap(({ statementIds }) => statementIds),
    growth: noGrowth === null ? growth : null,
    noGrowth,
  };
}

/* The first reason that holds; null when growth may be said. */
function whyNoGrowth(of: {
  hasOwn: boolean;
  hasGrowth: boolean;
  basis: Basis;
  why: NoPartGrowth | null;
}): NoPartGrowth | null {
  if (!of.hasOwn) return of.why === 'own_withheld' ? of.why : 'own_lacks_figure';
  if (!of.hasGrowth) return 'base_lacks_figure';
  if (of.why !== null) return of.why;
  return of.basis === 'first_days_with_whole' ? 'first_days_against_whole' : null;
}

function sumOfValues(values: readonly (Value | null)[]): Value | null {
  const [first, ...others] = values;
  if (!first) return null;
  const { low, high, bound, isConflict, isChosen, isPlanned } = first;
  const sum: Value = { low, high, bound, isConflict, isChosen, isPlanned };
  for (const value of others) {
    if (value === null) return null;
    sum.low += value.low;
    sum.high += value.high;
    sum.bound = together(sum.bound, value.bound);
    sum.isConflict ||= value.isConflict;
    sum.isChosen ||= value.isChosen;
    sum.isPlanned ||= value.isPlanned;
  }
  return sum;
}

const sumOf = (places: readonly PlaceFigure[]) =>
  places.reduce((sum, { revenueVnd }) => sum + revenueVnd, 0);

const largestFirst = (parts: readonly ComparedPart[]) =>
  [...parts].sort((a, b) => (b.base?.high ?? 0) - (a.base?.high ?? 0));
