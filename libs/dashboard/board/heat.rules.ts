import type { BoothStandingDto, HeatClassDto } from './board.dto';

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
