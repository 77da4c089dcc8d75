import type { BoothFigures } from './figures.rules';

export const CLASSES = 6;

/** Booths of a like revenue; the best class is the last. */
export interface BoothClass {
  /** From 1, which earned least, to 6. */
  heat: number;
  boothIds: string[];
  firstRank: number;
  lastRank: number;
  leastVnd: number;
  mostVnd: number;
}

/**
 * The booths that sold or declared something by revenue, in six classes of as many booths each, as
 * near as equal revenues allow: the classes of the live board. Ascending.
 */
export function boothClasses(booths: readonly BoothFigures[]): BoothClass[] {
  const earning = booths
    .filter(({ salesCount, declaredVnd }) => salesCount > 0 || (declaredVnd ?? 0) > 0)
    .sort((a, b) => b.revenueVnd - a.revenueVnd);
  const classes = new Map<number, BoothClass>();
  let rank = 1;
  for (const [at, { boothId, revenueVnd }] of earning.entries()) {
    if (at > 0 && earning[at - 1]?.revenueVnd !== revenueVnd) rank = at + 1;
    const heat = CLASSES - Math.floor(((rank - 1) * CLASSES) / earning.length);
    const known = classes.get(heat);
    if (known) {
      known.boothIds.push(boothId);
      known.lastRank = rank;
      known.leastVnd = revenueVnd;
    } else {
      const ranks = { firstRank: rank, lastRank: rank };
      const amounts = { leastVnd: revenueVnd, mostVnd: revenueVnd };
      classes.set(heat, { heat, boothIds: [boothId], ...ranks, ...amounts });
    }
  }
  return [...classes.values()].reverse();
}
