import type { BoothHeatDto, BoothStandingDto, HeatClassDto } from './board.dto';
import {
  declaredBy,
  nothingSold,
  revenueOf,
  salesBy,
  type BoothOfDay,
  type DeclaredFigures,
  type SalesFigures,
} from './board.rules';

const CLASSES = 6;

export interface BoothAmount {
  boothId: string;
  amount: number;
}

export interface Heat {
  standings: Map<string, BoothStandingDto>;
  classes: HeatClassDto[];
}

/**
 * Ranks booths by an amount and cuts them into six classes of as many booths each, as near as equal
 * amounts allow: those share rank and class. Without `showsAmounts` only the order is told.
 */
export function heatOf(booths: readonly BoothAmount[], showsAmounts: boolean): Heat {
  const sorted = [...booths].sort((a, b) => b.amount - a.amount);
  const standings = new Map<string, BoothStandingDto>();
  const classes = new Map<number, HeatClassDto>();
  let rank = 1;
  sorted.forEach(({ boothId, amount }, at) => {
    if (at > 0 && sorted[at - 1]?.amount !== amount) rank = at + 1;
    const heat = CLASSES - Math.floor(((rank - 1) * CLASSES) / sorted.length);
    const known = showsAmounts ? amount : null;
    standings.set(boothId, { rank, heat, amount: known });
    const row = classes.get(heat);
    if (row) Object.assign(row, { boothCount: row.boothCount + 1, lastRank: rank, least: known });
    else {
      classes.set(heat, {
        heat,
        boothCount: 1,
        firstRank: rank,
        lastRank: rank,
        least: known,
        most: known,
      });
    }
  });
  return { standings, classes: [...classes.values()] };
}

/** A booth's sums as they are ranked, and the ground it stands on. */
export interface BoothSold {
  boothId: string;
  areaCm2: number;
  /** Of measured sales, refunds not taken off. */
  salesCount: number;
  /** Measured and declared, refunds and voids taken off. */
  revenueVnd: number;
}

export type Metric = keyof BoothHeatDto;

/** VND a square metre, to the đồng. */
export const perSquareMetre = ({ revenueVnd, areaCm2 }: BoothSold) =>
  Math.round((revenueVnd * 10_000) / areaCm2);

export const amountBy: Record<Metric, (booth: BoothSold) => number> = {
  revenue: ({ revenueVnd }) => revenueVnd,
  sales: ({ salesCount }) => salesCount,
  density: perSquareMetre,
};

/**
 * The heat of booths that earn by each metric: those that sold or declared something by money, those
 * that sold at a till by the number of sales.
 */
export function heatsOf(
  earning: readonly BoothSold[],
  showsAmounts: boolean,
): Record<Metric, Heat> {
  const by = (metric: Metric, ranked: readonly BoothSold[]) =>
    heatOf(
      ranked.map((booth) => ({ boothId: booth.boothId, amount: amountBy[metric](booth) })),
      showsAmounts,
    );
  const selling = earning.filter(({ salesCount }) => salesCount > 0);
  return {
    revenue: by('revenue', earning),
    sales: by('sales', selling),
    density: by('density', earning),
  };
}

/** The booths that sold or declared something, with both together. */
export function earningOf(
  booths: readonly BoothOfDay[],
  sales: readonly SalesFigures[],
  declared: readonly DeclaredFigures[],
): BoothSold[] {
  const [byBooth, saidBy] = [salesBy(sales, 'booth'), declaredBy(declared, 'booth')];
  return booths.flatMap(({ id, areaCm2 }) => {
    const sold = byBooth.get(id) ?? nothingSold;
    const declaredVnd = saidBy.get(id)?.declaredVnd ?? 0;
    if (sold.salesCount === 0 && declaredVnd <= 0) return [];
    const revenueVnd = revenueOf(sold) + declaredVnd;
    return [{ boothId: id, areaCm2, salesCount: sold.salesCount, revenueVnd }];
  });
}

export const classesOf = (heats: Record<Metric, Heat>): BoothHeatDto => ({
  revenue: heats.revenue.classes,
  sales: heats.sales.classes,
  density: heats.density.classes,
});

/** The class of the whole day that an amount falls into: the best one that begins no higher. */
export function classOf(amount: number, classes: readonly HeatClassDto[]): number {
  const reached = classes.find(({ least }) => least !== null && amount >= least);
  return reached?.heat ?? classes.at(-1)?.heat ?? 0;
}
