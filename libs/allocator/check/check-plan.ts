import { termNames, UNITS_PER_BOOTH } from '../instance/instance';
import type {
  BoothSpot,
  Claimant,
  Instance,
  Places,
  RuleName,
  TermName,
  Terms,
} from '../instance/instance';

/** One broken rule, counted as FORMAT.md counts it. */
export interface Violation {
  readonly rule: RuleName;
  readonly exhibitors: readonly string[];
  readonly booths: readonly string[];
}

/** What a plan is worth by the rules alone. Points, fewer is better. */
export interface CheckedPlan {
  readonly violations: readonly Violation[];
  readonly terms: Terms;
  readonly total: number;
  /** Ids of told exhibitors whose booths are others now. */
  readonly movers: readonly string[];
  /** Points of corner, front, gate and choices by exhibitor id: what it lacks of its own wishes. */
  readonly lacks: ReadonlyMap<string, number>;
}

/**
 * Checks a plan as somebody would with the rules and the hall's drawing in hand, and nothing of what
 * the search works with: it runs before a plan is saved, so it must not share a mistake with the
 * search. Slow and plain on purpose (about 20 ms at 460 booths).
 */
export function checkPlan(instance: Instance, places: Places): CheckedPlan {
  return new PlanCheck(instance, places).run();
}

/** Whether a told exhibitor stands elsewhere now; growing next to the old booth is no move. */
export function hasMoved(
  { prev, size }: Pick<Claimant, 'prev' | 'size'>,
  ids: readonly string[],
): boolean {
  if (!prev) return false;
  const keepsAll = prev.every((id) => ids.includes(id));
  const addsNone = ids.every((id) => prev.includes(id));
  return prev.length === size ? !(keepsAll && addsNone) : !(keepsAll || addsNone);
}

interface Standing {
  readonly exhibitor: Claimant;
  readonly spots: readonly number[];
}

class PlanCheck {
  private readonly violations: Violation[] = [];
  private readonly standing = new Map<string, Standing>();
  private readonly terms = Object.fromEntries(termNames.map((name) => [name, 0])) as Record<
    TermName,
    number
  >;
  private readonly lacks = new Map<string, number>();

  constructor(
    private readonly fair: Instance,
    private readonly places: Places,
  ) {}

  run(): CheckedPlan {
    this.findStanding();
    for (const each of this.standing.values()) this.checkAlone(each);
    this.checkBooths();
    this.checkRivals();
    this.addOwnPoints();
    this.addPairs();
    this.addAffinities();
    return {
      violations: this.violations,
      terms: this.terms,
      total: termNames.reduce((sum, name) => sum + this.terms[name], 0),
      movers: [...this.standing.values()]
        .filter(({ exhibitor, spots }) => hasMoved(exhibitor, this.idsOf(spots)))
        .map(({ exhibitor }) => exhibitor.id),
      lacks: this.lacks,
    };
  }

  private findStanding(): void {
    const index = new Map(this.fair.booths.map(({ id }, n) => [id, n]));
    const known = new Set(this.fair.exhibitors.map(({ id }) => id));
    for (const id of Object.keys(this.places)) {
      if (!known.has(id)) this.broke('placed', [id], []);
    }
    for (const exhibitor of this.fair.exhibitors) {
      const ids = this.places[exhibitor.id] ?? [];
      const spots = ids.flatMap((id) => index.get(id) ?? []);
      const isWhole = spots.length === ids.length && new Set(spots).size === exhibitor.size;
      if (!isWhole || ids.length !== exhibitor.size) this.broke('placed', [exhibitor.id], ids);
      else this.standing.set(exhibitor.id, { exhibitor, spots: spots.sort((a, b) => a - b) });
    }
  }

  private checkAlone({ exhibitor, spots }: Standing): void {
    const ids = this.idsOf(spots);
    const booths = spots.map((n) => this.boothAt(n));
    const must = (rule: RuleName, isKept: boolean) => {
      if (!isKept) this.broke(rule, [exhibitor.id], ids);
    };
    must('shape', this.isLine(spots) || this.isIsland(spots));
    if (exhibitor.lock) {
      must(
        'lock',
        ids.every((id) => exhibitor.lock?.includes(id)),
      );
      return;
    }
    must(
      'zone',
      booths.every(({ zone }) => zone === exhibitor.zone),
    );
    must(
      'fee',
      booths.every(({ fee }) => exhibitor.fees.includes(fee)),
    );
    must('power', !exhibitor.power || booths.some(({ power }) => power));
    must('water', !exhibitor.water || booths.some(({ water }) => water));
    must('ventilation', !exhibitor.cook || booths.every(({ vent }) => vent));
  }

  private isLine(spots: readonly number[]): boolean {
    const [first = 0] = spots;
    const { run } = this.boothAt(first);
    return spots.every((spot, n) => spot === first + n && this.boothAt(spot).run === run);
  }

  private isIsland(spots: readonly number[]): boolean {
    const [a = 0, b = 0, c = 0, d = 0] = spots;
    if (spots.length !== 4 || !this.isLine([a, b]) || !this.isLine([c, d])) return false;
    const backs = [a, b, c, d].map((spot) => this.boothAt(spot).back);
    return (backs[0] === c && backs[1] === d) || (backs[2] === a && backs[3] === b);
  }

  private checkBooths(): void {
    const inside = new Map<number, Claimant[]>();
    for (const { exhibitor, spots } of this.standing.values()) {
      for (const spot of spots) inside.set(spot, [...(inside.get(spot) ?? []), exhibitor]);
    }
    for (const [spot, here] of inside) {
      const ids = here.map(({ id }) => id);
      const units = here.reduce((sum, exhibitor) => sum + exhibitor.units, 0);
      if (units > UNITS_PER_BOOTH) this.broke('capacity', ids, this.idsOf([spot]));
      if (here.some(({ group }) => group !== here[0]?.group)) {
        this.broke('sharing', ids, this.idsOf([spot]));
      }
    }
  }

  private checkRivals(): void {
    const seen = new Set<string>();
    for (const [first, second] of this.fair.rivals) {
      const [a, b] = first < second ? [first, second] : [second, first];
      const pair = JSON.stringify([a, b]);
      const [p, q] = [this.standing.get(a), this.standing.get(b)];
      if (seen.has(pair) || !p || !q) continue;
      seen.add(pair);
      if (this.gap(p.spots, q.spots) >= this.fair.weights.rivalGap) continue;
      this.broke('rivals', [a, b], [...this.idsOf(p.spots), ...this.idsOf(q.spots)]);
    }
  }

  private addOwnPoints(): void {
    const { weights, exhibitors, gates, booths } = this.fair;
    const toGate = booths.map(({ x, y }) =>
      Math.min(...gates.map((gate) => Math.abs(gate.x - x) + Math.abs(gate.y - y))),
    );
    const nearest = Math.min(...toGate);
    const vents = booths.flatMap(({ vent }, n) => (vent ? [n] : []));
    for (const { exhibitor, spots } of this.standing.values()) {
      const { wish } = exhibitor;
      const lower = exhibitors.filter(({ priority }) => priority < exhibitor.priority).length;
      const phi = 1 + (2 * lower) / Math.max(1, exhibitors.length - 1);
      const has = (what: 'corner' | 'front' | 'anchor') =>
        spots.some((spot) => this.boothAt(spot)[what]);
      const before = this.ownSum();
      if (wish.corner && !has('corner')) this.terms.corner += phi * weights.corner;
      if (wish.front && !has('front')) this.terms.front += phi * weights.front;
      if (wish.gate && gates.length > 0) {
        const metres = Math.min(...spots.map((spot) => toGate[spot] ?? 0)) - nearest;
        this.terms.gate += phi * Math.min(weights.gateCap, weights.gatePerMetre * metres);
      }
      if (wish.choices) {
        const ids = this.idsOf(spots);
        const rank = wish.choices.findIndex((id) => ids.includes(id));
        this.terms.choices += phi * (weights.choices[rank < 0 ? 3 : rank] ?? 0);
      }
      this.lacks.set(exhibitor.id, this.ownSum() - before);
      if (exhibitor.stars === 5 && !has('anchor')) this.terms.anchor += weights.anchor;
      if (exhibitor.smelly && weights.ventPerMetre > 0) {
        const metres = Math.min(...spots.flatMap((a) => vents.map((b) => this.walk(a, b))));
        this.terms.ventilation += Math.min(weights.ventCap, weights.ventPerMetre * metres);
      }
    }
  }

  private ownSum(): number {
    const { corner, front, gate, choices } = this.terms;
    return corner + front + gate + choices;
  }

  private addPairs(): void {
    const { weights, exhibitors } = this.fair;
    const members = new Map<string, number>();
    for (const { group } of exhibitors) members.set(group, (members.get(group) ?? 0) + 1);
    const all = [...this.standing.values()];
    all.forEach((one, n) => {
      for (const other of all.slice(n + 1)) {
        const [e, f] = [one.exhibitor, other.exhibitor];
        if (e.group === f.group) {
          const share = (2 * weights.cohesionPerMetre) / ((members.get(e.group) ?? 2) - 1);
          this.terms.cohesion += share * this.mean(one.spots, other.spots);
        }
        const compete = e.product === f.product;
        const offend = (e.smelly && f.sensitive) || (f.smelly && e.sensitive);
        if (!compete && !offend) continue;
        const metres = this.gap(one.spots, other.spots);
        if (compete && metres < weights.competitorReach) {
          this.terms.competitors += weights.competitor * (1 - metres / weights.competitorReach);
        }
        if (offend && metres < weights.smellReach) {
          this.terms.smell += weights.smell * (1 - metres / weights.smellReach);
        }
      }
    });
  }

  private addAffinities(): void {
    for (const { a, b, perMetre } of this.fair.affinities) {
      const [p, q] = [this.standing.get(a), this.standing.get(b)];
      if (p && q) this.terms.affinity += perMetre * this.mean(p.spots, q.spots);
    }
  }

  /* Metres on foot from the front of one booth to the front of another. */
  private walk(i: number, j: number): number {
    if (i === j) return 0;
    if (this.fair.distances) return this.fair.distances[i]?.[j] ?? 0;
    const [a, b] = [this.boothAt(i), this.boothAt(j)];
    if (a.aisle === b.aisle) {
      const isAcross = Math.floor(a.run / 2) !== Math.floor(b.run / 2);
      return Math.abs(a.x - b.x) + (isAcross ? 2 : 0);
    }
    const ways = this.fair.crossX.map((cross) => Math.abs(a.x - cross) + Math.abs(b.x - cross));
    return Math.min(...ways) + Math.abs(a.y - b.y);
  }

  private gap(p: readonly number[], q: readonly number[]): number {
    return Math.min(...p.flatMap((i) => q.map((j) => this.walk(i, j))));
  }

  private mean(p: readonly number[], q: readonly number[]): number {
    const walks = p.flatMap((i) => q.map((j) => this.walk(i, j)));
    return walks.reduce((sum, metres) => sum + metres, 0) / walks.length;
  }

  private boothAt(spot: number): BoothSpot {
    const booth = this.fair.booths[spot];
    if (!booth) throw new Error(`no booth ${spot}`);
    return booth;
  }

  private idsOf(spots: readonly number[]): string[] {
    return spots.map((spot) => this.boothAt(spot).id);
  }

  private broke(rule: RuleName, exhibitors: readonly string[], booths: readonly string[]): void {
    this.violations.push({ rule, exhibitors, booths });
  }
}
