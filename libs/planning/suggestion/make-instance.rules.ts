import type { Affinity, BoothSpot, Claimant, Instance, Weights } from '@phien/allocator';
import type { AllocationState } from '../allocation/state.rules';
import type { ApplicationWishes } from '../application/application-content.rules';
import type { Origin } from '../exhibitor/exhibitor.entity';
import type { PlanDocument } from '../plan/plan.rules';
import { sameName } from '../roster/likeness.rules';
import { whoFits } from './fit-cluster.rules';
import { goodsOf } from './goods.rules';
import { ONLY_FEE_CLASS, spotsOf, type HallSpots } from './hall-spots.rules';
import { piecesOf, type Piece, type StandingShare } from './pieces.rules';

/** An exhibitor as the fair knows it. */
export interface KnownExhibitor {
  id: string;
  name: string;
  delegationId: string | null;
  origin: Origin;
  /** The most OCOP stars of what it sells; null without any. */
  bestStar: number | null;
  points: number;
  /** Of its products, one entry each; those without a class left out. */
  classCodes: readonly string[];
  /** As its accepted application says, nothing left out; null where it came without one. */
  wishes: Required<ApplicationWishes> | null;
  standing: readonly StandingShare[];
}

/** What the product knows of a fair that an instance is made of. */
export interface KnownFair {
  code: string;
  plan: PlanDocument;
  exhibitors: readonly KnownExhibitor[];
  /** The delegation for which a booth is kept, by the booth's code. */
  keptFor: ReadonlyMap<string, string>;
}

export const KEEPS = ['all', 'confirmed', 'none'] as const;
export const ZONES_COUNT = ['apart', 'as_one'] as const;

export interface InstanceChoice {
  /** What must stay: all that is held, offered or confirmed; what is confirmed; nothing. */
  keeps: (typeof KEEPS)[number];
  /** Whether everybody stays in the zone where its own stand, or any selling zone will do. */
  zones: (typeof ZONES_COUNT)[number];
}

/** An instance as a file; where weights are left out, the engine has its own. */
export interface InstanceFile extends Omit<Instance, 'weights'> {
  format: 'fair-alloc/1';
  weights?: Weights;
}

type Wishes = Required<ApplicationWishes>;
type Spots = HallSpots['spots'];

/** One that wants one place: an exhibitor, or a further place of one that has places apart. */
interface Seeker {
  id: string;
  exhibitor: KnownExhibitor;
  /** Of a further place nothing is wished again. */
  isFurther: boolean;
  piece: Piece | null;
  isLocked: boolean;
  group: string;
  size: number;
  units: number;
  power: boolean;
  water: boolean;
  cook: boolean;
}

const ALL_SELLING = 'selling';
const KEPT: Record<InstanceChoice['keeps'], readonly AllocationState[]> = {
  all: ['held', 'offered', 'confirmed'],
  confirmed: ['confirmed'],
  none: [],
};
/* As those who make a delegation of two are drawn to each other (FORMAT.md, `cohesion`). */
const TOGETHER_PER_METRE = 0.5;
/* Below 5 stars count for nothing. */
const NO_STARS = 3;

/**
 * A fair as `fair-alloc/1`. Who stands in something has the size that it was given, others what they
 * wished for, else one booth. Ids of exhibitors are those of the fair; names are left out.
 */
export function makeInstance(fair: KnownFair, choice: InstanceChoice): InstanceFile {
  const { spots, gates, distances } = spotsOf(fair.plan);
  const seekers = seekersOf(fair, spots, choice);
  const zones = new ZonesOfFair(fair, spots, seekers, choice);
  const codeOf = (index: number) => spots[index]!.id;
  return {
    format: 'fair-alloc/1',
    name: fair.code,
    booths: spots.map(({ zoneId: _, ...spot }, index) => ({ ...spot, zone: zones.ofBooth(index) })),
    exhibitors: seekers.map((seeker) => claimantOf(seeker, zones.ofSeeker(seeker), codeOf, spots)),
    ...wishedNeighbours(fair, seekers),
    gates,
    crossX: [],
    distances,
  };
}

/** Of an exhibitor's first place its own id, then `ID/2`. */
export const keyOf = (exhibitorId: string, at: number) =>
  at === 0 ? exhibitorId : `${exhibitorId}/${at + 1}`;

function seekersOf(fair: KnownFair, spots: Spots, { keeps }: InstanceChoice): Seeker[] {
  const indexOf = new Map(spots.map(({ id }, index) => [id, index]));
  return fair.exhibitors.flatMap((exhibitor) => {
    const pieces = piecesOf(exhibitor.standing, spots, indexOf);
    const own = exhibitor.delegationId ?? exhibitor.id;
    return (pieces.length > 0 ? pieces : [null]).map((piece, at): Seeker => {
      const wishes = at === 0 ? exhibitor.wishes : null;
      const size = piece?.booths.length ?? wishes?.size ?? 1;
      return {
        id: keyOf(exhibitor.id, at),
        exhibitor,
        isFurther: at > 0,
        piece,
        isLocked: piece !== null && KEPT[keeps].includes(piece.state),
        /* A booth that is shared goes on being shared by those who began it. */
        group: piece !== null && piece.units < 6 ? piece.sharerId : own,
        size,
        units: piece?.units ?? (size > 1 ? 6 : (wishes?.units ?? 6)),
        power: wishes?.power ?? false,
        water: wishes?.water ?? false,
        cook: wishes?.cook ?? false,
      };
    });
  });
}

/** Who may stand in which zone. */
class ZonesOfFair {
  private readonly kindOf: ReadonlyMap<string, { code: string; isSelling: boolean }>;
  private readonly clusterOf: readonly (string | undefined)[];
  private readonly fitting: ReadonlySet<string>;
  /** The zone of an exhibitor, by its id. */
  private readonly ownZone: ReadonlyMap<string, string>;
  private readonly areApart: boolean;

  constructor(
    private readonly fair: KnownFair,
    private readonly spots: Spots,
    seekers: readonly Seeker[],
    { zones }: InstanceChoice,
  ) {
    this.kindOf = new Map(
      fair.plan.zones.map(({ id, code, kind }) => [id, { code, isSelling: kind === 'selling' }]),
    );
    this.clusterOf = spots.map(({ id }, index) =>
      this.sellingZone(index) === null ? undefined : fair.keptFor.get(id),
    );
    this.fitting = this.whoFitsTheirClusters(seekers);
    this.ownZone = this.zonesByWhereTheirOwnStand();
    this.areApart =
      zones === 'apart' &&
      seekers.every(
        ({ isLocked, exhibitor: { id } }) => isLocked || this.ownZone.get(id) !== undefined,
      );
  }

  ofBooth(index: number): string {
    const delegationId = this.clusterOf[index];
    if (delegationId !== undefined) return `cluster ${delegationId}`;
    const { code, isSelling } = this.kindOf.get(this.spots[index]!.zoneId)!;
    if (!isSelling) return `not for selling ${code}`;
    return this.areApart ? `zone ${code}` : ALL_SELLING;
  }

  ofSeeker({ id, isLocked, piece, exhibitor }: Seeker): string {
    if (isLocked && piece) return this.ofBooth(piece.booths[0]!);
    if (this.fitting.has(id)) return `cluster ${exhibitor.delegationId}`;
    return this.areApart ? `zone ${this.ownZone.get(exhibitor.id)}` : ALL_SELLING;
  }

  private sellingZone(index: number): string | null {
    const { code, isSelling } = this.kindOf.get(this.spots[index]!.zoneId)!;
    return isSelling ? code : null;
  }

  private whoFitsTheirClusters(seekers: readonly Seeker[]): ReadonlySet<string> {
    const used = new Map<number, { group: string; units: number }>();
    for (const { isLocked, piece, group } of seekers) {
      if (!isLocked || !piece) continue;
      for (const booth of piece.booths) {
        used.set(booth, { group, units: (used.get(booth)?.units ?? 0) + piece.units });
      }
    }
    const free = seekers.filter(({ isLocked }) => !isLocked);
    const fitting = [...new Set(this.clusterOf)].flatMap((delegationId) => {
      if (delegationId === undefined) return [];
      const wanting = free.filter(({ exhibitor }) => exhibitor.delegationId === delegationId);
      const cluster = this.clusterOf.flatMap((owner, index) =>
        owner === delegationId ? [index] : [],
      );
      return [...whoFits(wanting, cluster, this.spots, used)];
    });
    return new Set(fitting);
  }

  /* Its own booths say most, then its delegation's, then those of its origin. */
  private zonesByWhereTheirOwnStand(): ReadonlyMap<string, string> {
    const { exhibitors, keptFor } = this.fair;
    const counts = new Map<string, Map<string, number>>();
    const indexOf = new Map(this.spots.map(({ id }, index) => [id, index]));
    const count = (whose: string, boothCode: string, sixths: number) => {
      const zone = this.sellingZone(indexOf.get(boothCode)!);
      if (zone === null) return;
      const here = counts.get(whose) ?? new Map<string, number>();
      counts.set(whose, here.set(zone, (here.get(zone) ?? 0) + sixths));
    };
    for (const { id, delegationId, origin, standing } of exhibitors) {
      for (const { boothCode, sixths } of standing) {
        count(id, boothCode, sixths);
        if (delegationId !== null) count(delegationId, boothCode, sixths);
        count(origin, boothCode, sixths);
      }
    }
    for (const [boothCode, delegationId] of keptFor) count(delegationId, boothCode, 6);
    const most = (whose: string | null) =>
      [...(counts.get(whose ?? '') ?? [])].sort(
        (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
      )[0]?.[0];
    return new Map(
      exhibitors.flatMap(({ id, delegationId, origin }): [string, string][] => {
        const zone = most(id) ?? most(delegationId) ?? most(origin);
        return zone === undefined ? [] : [[id, zone]];
      }),
    );
  }
}

function claimantOf(
  { id, exhibitor, isFurther, piece, isLocked, ...wanted }: Seeker,
  zone: string,
  codeOf: (index: number) => string,
  spots: Spots,
): Claimant {
  const goods = goodsOf(exhibitor.classCodes);
  const places = piece?.booths.map(codeOf) ?? null;
  const { group, size, units, power, water, cook } = wanted;
  return {
    ...{ id, zone, group, size, units, fees: [ONLY_FEE_CLASS], power, water, cook },
    smelly: goods.smelly || cook,
    sensitive: goods.sensitive && !cook,
    /* Without a class it competes with nobody, and a further place not with its own first. */
    product: isFurther || goods.mainClass === null ? id : goods.mainClass,
    stars: isFurther ? NO_STARS : (exhibitor.bestStar ?? NO_STARS),
    priority: exhibitor.points,
    wish: isFurther ? {} : wishOf(exhibitor.wishes, spots),
    lock: isLocked ? places : null,
    /* Of what is only held for it an exhibitor was told nothing. */
    prev: piece?.state === 'held' ? null : places,
  };
}

function wishOf(wishes: Wishes | null, spots: readonly Pick<BoothSpot, 'id'>[]): Claimant['wish'] {
  if (wishes === null) return {};
  const { corner, front, gate } = wishes;
  const choices = wishes.choices.filter((code) => spots.some(({ id }) => id === code));
  return {
    ...(corner && { corner: 1 }),
    ...(front && { front: 1 }),
    ...(gate && { gate: 1 }),
    ...(choices.length > 0 && { choices }),
  };
}

/**
 * Whom accepted applications name, where the name is that of one exhibitor: apart is the rivals' gap,
 * together a pull. Two who both stay where they are cannot be moved apart.
 */
function wishedNeighbours(
  { exhibitors }: KnownFair,
  seekers: readonly Seeker[],
): { rivals: Instance['rivals']; affinities: readonly Affinity[] } {
  const byName = new Map<string, KnownExhibitor[]>();
  for (const each of exhibitors) {
    const name = sameName(each.name);
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  const pairsOf = (named: (wishes: Wishes) => readonly string[]) => {
    const pairs = exhibitors.flatMap(({ id, wishes }) =>
      (wishes === null ? [] : named(wishes)).flatMap((name) => {
        const [meant, ...others] = byName.get(sameName(name)) ?? [];
        if (!meant || others.length > 0 || meant.id === id) return [];
        return [[id, meant.id].sort().join(' ')];
      }),
    );
    return [...new Set(pairs)].map((pair) => pair.split(' ') as [string, string]);
  };
  const seekersOfOne = (exhibitorId: string) =>
    seekers.filter(({ exhibitor }) => exhibitor.id === exhibitorId);
  return {
    rivals: pairsOf(({ apart }) => apart).flatMap(([a, b]) =>
      seekersOfOne(a).flatMap((one) =>
        seekersOfOne(b).flatMap((other): [string, string][] =>
          one.isLocked && other.isLocked ? [] : [[one.id, other.id]],
        ),
      ),
    ),
    affinities: pairsOf(({ together }) => together).map(([a, b]) => ({
      ...{ a, b, perMetre: TOGETHER_PER_METRE },
    })),
  };
}
