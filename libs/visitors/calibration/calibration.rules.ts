/** How entries are counted: taps on a phone, or a people counter. */
export const COUNT_METHODS = ['clicker', 'sensor'] as const;

export type CountMethod = (typeof COUNT_METHODS)[number];

/** How long is counted by hand beside the machine. */
export const HAND_COUNT_MINUTES = 15;

/** From how many hand counts on a factor may be stated. */
export const LEAST_HAND_COUNTS = 3;

/** Entries of the same quarter of an hour at the same gate, by hand and by machine. */
export interface Pair {
  hand: number;
  machine: number;
}

export interface Calibration {
  /** Hand counts that it stands on: those in which the machine counted somebody. */
  countsUsed: number;
  /** By what a machine's figure is multiplied; null before there are enough hand counts. */
  factor: number | null;
  /** How far single hand counts lie from each other: the stated error of the factor. */
  spread: number | null;
}

/**
 * The factor of a method: the sum of the hand counts over the sum of what the machine counted in the
 * same minutes, so that a busy quarter weighs more than an empty one (the ratio estimator: W. G.
 * Cochran, Sampling Techniques, 3rd ed. 1977, chapter 6). Its stated error is the experimental
 * standard deviation of the single ratios hand / machine, divisor n − 1 (JCGM 100:2008, 4.2.2). Where
 * the machine counted nobody there is no ratio, and the pair is left out.
 */
export function calibrate(pairs: readonly Pair[]): Calibration {
  const used = pairs.filter(({ machine }) => machine > 0);
  const countsUsed = used.length;
  if (countsUsed < LEAST_HAND_COUNTS) return { countsUsed, factor: null, spread: null };
  const sum = (of: (pair: Pair) => number) => used.reduce((total, pair) => total + of(pair), 0);
  const ratio = ({ hand, machine }: Pair) => hand / machine;
  const mean = sum(ratio) / countsUsed;
  const spread = Math.sqrt(sum((pair) => (ratio(pair) - mean) ** 2) / (countsUsed - 1));
  return { countsUsed, factor: sum(({ hand }) => hand) / sum(({ machine }) => machine), spread };
}

export interface Calibrated {
  /** Whole visits; null while a method that counted has no factor. */
  entries: number | null;
  /** ± whole visits. */
  error: number | null;
}

/**
 * Entries of all methods, each by its own factor. The methods err independently, so their errors add
 * as squares (JCGM 100:2008, 5.1.2). Rounded once, at the end.
 */
export function calibrated(methods: readonly (Calibration & { entries: number })[]): Calibrated {
  let entries = 0;
  let square = 0;
  for (const method of methods) {
    if (method.entries === 0) continue;
    if (method.factor === null || method.spread === null) return { entries: null, error: null };
    entries += method.entries * method.factor;
    square += (method.entries * method.spread) ** 2;
  }
  return { entries: Math.round(entries), error: Math.round(Math.sqrt(square)) };
}
