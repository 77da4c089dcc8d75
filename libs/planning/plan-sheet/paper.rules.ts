export const PAPER_NAMES = ['a3', 'a1'] as const;
export type Paper = (typeof PAPER_NAMES)[number];

/** A sheet is laid out on A3; A1 is the same sheet twice as wide and high. */
export const PAPERS: Record<Paper, { times: 1 | 2; name: string }> = {
  a3: { times: 1, name: 'A3' },
  a1: { times: 2, name: 'A1' },
};

/** In points. */
export interface SheetSize {
  width: number;
  height: number;
}

export const LONG_SIDE = 1190.55;
export const SHORT_SIDE = 841.89;

const POINTS_A_CM = 72 / 2.54;
const STEPS = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9];

/** A round scale at which `lengthCm` of the hall fits into `points` of an A3 sheet: the n of 1:n. */
export function roundScale(fits: readonly { lengthCm: number; points: number }[]): number {
  const least = Math.max(...fits.map(({ lengthCm, points }) => (lengthCm * POINTS_A_CM) / points));
  for (let tens = 10; ; tens *= 10) {
    const found = STEPS.find((step) => step * tens >= least);
    if (found !== undefined) return found * tens;
  }
}

/** Points of an A3 sheet that a centimetre of the hall takes at 1:n. */
export const pointsACm = (scale: number) => POINTS_A_CM / scale;

/** A round length for a scale bar, at most `points` long. */
export function barMetres(scale: number, points: number): number {
  const most = points / (100 * pointsACm(scale));
  const round = [1, 2, 5, 10, 20, 50, 100, 200, 500].filter((metres) => metres <= most);
  return round.at(-1) ?? 1;
}
