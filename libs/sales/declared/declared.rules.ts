/**
 * When an amount is asked twice. The factors are the house's own (decision 19): a slip of the thumb
 * adds or drops one zero, which is ten times, so half of that on the way up leaves a good day alone.
 */
export const UNUSUAL = {
  /** More than so many times the usual amount. */
  times: 5,
  /** Less than the usual amount divided by this. */
  part: 10,
  /** Above this whatever is usual, in đồng. */
  mostVnd: 100_000_000,
  /** Below this whatever is usual, in đồng: nobody sells for less, thousands were left out. */
  leastVnd: 1_000,
  /** Own declared days before they are a base. */
  ownDays: 2,
  /** Days of booths of the zone before they are a base; fewer would tell a neighbour's money. */
  boothDays: 5,
} as const;

/** What an amount is held against, in đồng. */
export interface UsualBase {
  /** What the booth declared on its other days. */
  ownVnd: readonly number[];
  /** What booths of its zone took in a day, measured and declared. */
  zoneVnd: readonly number[];
  /** Its till sold that day: then what comes on top may be as little as it likes beside whole days. */
  hasMeasured: boolean;
}

export interface Unusual {
  /** About the usual amount, to one or two digits; null where only the fixed bounds speak. */
  usualVnd: number | null;
  why: 'above_usual' | 'below_usual' | 'above_bound' | 'below_bound';
}

/** The middle of some amounts, of an even number the mean of the two; null of none. */
export function medianVnd(amounts: readonly number[]): number | null {
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : Math.round((low + high) / 2);
}

/** An amount to so many leading digits: what is usual, without anybody's exact money in it. */
export function roughVnd(amountVnd: number, digits: number): number {
  if (amountVnd === 0) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(amountVnd)) + 1 - digits);
  return Math.round(amountVnd / unit) * unit;
}

/**
 * Why an amount is unusual, or null. Nothing sold is never unusual. Own days speak first, else the
 * zone's; of these only booths that sold anything count.
 */
export function whyUnusual(amountVnd: number, base: UsualBase): Unusual | null {
  if (amountVnd === 0) return null;
  const own = base.ownVnd.filter((vnd) => vnd > 0);
  const zone = base.zoneVnd.filter((vnd) => vnd > 0);
  const isOwn = own.length >= UNUSUAL.ownDays;
  const median = isOwn ? medianVnd(own) : zone.length >= UNUSUAL.boothDays ? medianVnd(zone) : null;
  const usualVnd = median === null ? null : roughVnd(median, isOwn ? 2 : 1);
  if (amountVnd < UNUSUAL.leastVnd) return { usualVnd, why: 'below_bound' };
  if (median !== null && amountVnd > median * UNUSUAL.times)
    return { usualVnd, why: 'above_usual' };
  if (amountVnd > UNUSUAL.mostVnd) return { usualVnd, why: 'above_bound' };
  const mayBeLittle = !isOwn && base.hasMeasured;
  if (median !== null && !mayBeLittle && amountVnd * UNUSUAL.part < median) {
    return { usualVnd, why: 'below_usual' };
  }
  return null;
}

/** Whether two declarations with one id say the same: then the second is the first, sent again. */
export interface Said {
  boothId: string;
  exhibitorId: string;
  fairDay: string;
  amountVnd: number;
  salesCount: number | null;
  revises: string | null;
}

export const saysTheSame = (a: Said, b: Said): boolean =>
  a.boothId === b.boothId &&
  a.exhibitorId === b.exhibitorId &&
  a.fairDay === b.fairDay &&
  a.amountVnd === b.amountVnd &&
  a.salesCount === b.salesCount &&
  a.revises === b.revises;
