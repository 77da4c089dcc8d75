import type { Compiled } from '../compile/compile';
import { boothsIn } from '../compile/hall';
import { areAtOdds } from '../compile/score-places';
import type { PlaceWalks } from './place-walks';

/** Where all members of a group stand: what that costs among themselves, and which booths are gone. */
export interface Layout {
  /** By member. */
  readonly places: Int32Array;
  readonly booths: Int32Array;
  readonly points: number;
}

/** Why a member minds how near another of its group stands. */
export interface Quarrel {
  readonly member: number;
  readonly compete: boolean;
  readonly offend: boolean;
  readonly rival: boolean;
}

/** Dearer than any layout. */
export const FORBIDDEN = 1e7;

/** What the places of a group cost: own points, walks to each other, competitors and smells among them. */
export class GroupCosts {
  readonly members: readonly number[];
  readonly quarrels: readonly (readonly Quarrel[])[];
  readonly perMetre: number;
  /** From so many metres on nobody minds anybody. */
  readonly reach: number;

  constructor(
    readonly fair: Compiled,
    readonly walks: PlaceWalks,
    group: number,
  ) {
    const { weights } = fair.instance;
    this.members = fair.groups[group]!;
    this.perMetre = fair.cohesion[group]!;
    this.reach = Math.max(weights.competitorReach, weights.smellReach, weights.rivalGap);
    this.quarrels = this.members.map((e) =>
      this.members.flatMap((f, member): Quarrel[] => {
        if (f === e) return [];
        const compete = fair.product[e] === fair.product[f];
        const offend = areAtOdds(fair.odour[e]!, fair.odour[f]!);
        const rival = fair.rivals[e]!.includes(f);
        return compete || offend || rival ? [{ member, compete, offend, rival }] : [];
      }),
    );
  }

  /** Own points at a legal place. */
  ownOf(member: number, place: number): number {
    const e = this.members[member]!;
    return this.fair.own[this.fair.ownFrom[e]! + place]!;
  }

  isLegal(member: number, place: number): boolean {
    return this.fair.legalMasks[this.fair.legalClass[this.members[member]!]!]![place] === 1;
  }

  pointsOf({ compete, offend, rival }: Quarrel, metres: number): number {
    const { weights } = this.fair.instance;
    if (rival && metres < weights.rivalGap) return FORBIDDEN;
    let points = 0;
    if (compete && metres < weights.competitorReach) {
      points += weights.competitor * (1 - metres / weights.competitorReach);
    }
    if (offend && metres < weights.smellReach) {
      points += weights.smell * (1 - metres / weights.smellReach);
    }
    return points;
  }

  layoutOf(places: Int32Array): Layout {
    const { hall } = this.fair;
    const { mean, gap, count } = this.walks;
    const booths = new Set<number>();
    let points = 0;
    places.forEach((place, m) => {
      points += this.ownOf(m, place);
      for (const booth of boothsIn(hall, place)) booths.add(booth);
      for (let n = 0; n < m; n += 1) points += this.perMetre * mean[place * count + places[n]!]!;
      for (const quarrel of this.quarrels[m]!) {
        if (quarrel.member > m) continue;
        points += this.pointsOf(quarrel, gap[place * count + places[quarrel.member]!]!);
      }
    });
    return { places, booths: Int32Array.from(booths).sort(), points };
  }
}

export const priced = ({ points, booths }: Layout, prices: Float64Array) =>
  booths.reduce((sum, booth) => sum + prices[booth]!, points);
