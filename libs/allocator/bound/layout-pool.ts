import { Program } from '../exact/solver';
import type { Chance } from '../search/chance';
import { priced } from './group-costs';
import type { GroupCosts, Layout } from './group-costs';
import { GroupSearch } from './group-search';

const STARTS = 2;

/** The layouts of a group that were found, the cheapest of each set of booths. */
export class LayoutPool {
  private readonly pool = new Map<string, Layout>();
  private readonly search: GroupSearch;

  constructor(
    readonly costs: GroupCosts,
    chance: Chance,
  ) {
    this.search = new GroupSearch(costs, chance);
  }

  get found(): Iterable<Layout> {
    return this.pool.values();
  }

  /** Its layout in a plan, places by exhibitor index. */
  seeIn(places: ArrayLike<number>): void {
    this.add(this.costs.layoutOf(Int32Array.from(this.costs.members, (e) => places[e]!)));
  }

  add(layout: Layout): void {
    const key = layout.booths.join(' ');
    const known = this.pool.get(key);
    if (!known || layout.points < known.points) this.pool.set(key, layout);
  }

  /** Forgets the layouts that are not as they are wanted. */
  keepOnly(isWanted: (layout: Layout) => boolean): void {
    for (const [key, layout] of this.pool) if (!isWanted(layout)) this.pool.delete(key);
  }

  least(prices: Float64Array): number {
    let least = Infinity;
    for (const layout of this.pool.values()) least = Math.min(least, priced(layout, prices));
    return least;
  }

  /** Looks for cheaper layouts from the cheapest known, so many tries for each member. */
  lookAround(prices: Float64Array, triesAMember: number): void {
    const cheapest = [...this.pool.values()]
      .map((layout) => ({ layout, cost: priced(layout, prices) }))
      .sort((a, b) => a.cost - b.cost);
    const tries = triesAMember * this.costs.members.length;
    for (const { layout } of cheapest.slice(0, STARTS)) {
      this.add(this.search.cheaper(layout, prices, tries));
    }
  }
}

interface Column {
  readonly costs: GroupCosts;
  readonly layout: Layout;
}

/** One layout a group and one group a booth, at the least points. */
export interface Master {
  readonly program: Program;
  /** The row of each booth. */
  readonly booths: readonly number[];
  /** What each variable stands for; null for a group that is left out. */
  readonly columns: readonly (Column | null)[];
}

/** Of all layouts known; a group may be left out at the price `absent`, if one is given. */
export function masterOf(
  pools: readonly LayoutPool[],
  boothCount: number,
  absent?: number,
): Master {
  const program = new Program();
  const booths = Array.from({ length: boothCount }, () => program.addRow(-Infinity, 1));
  const columns: (Column | null)[] = [];
  for (const { costs, found } of pools) {
    const row = program.addRow(1, 1);
    for (const layout of found) {
      const entries = Array.from(layout.booths, (booth) => [booths[booth]!, 1] as const);
      program.addWhole(layout.points, 1, [[row, 1], ...entries]);
      columns.push({ costs, layout });
    }
    if (absent === undefined) continue;
    program.addWhole(absent, 1, [[row, 1]]);
    columns.push(null);
  }
  return { program, booths, columns };
}

/** What a booth is worth by the prices of the rows of a solved master: 0 or more. */
export const boothPrices = ({ booths }: Master, rowPrices: Float64Array) =>
  Float64Array.from(booths, (row) => Math.max(0, -rowPrices[row]!));
