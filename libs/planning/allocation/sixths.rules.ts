/** A booth is six sixths, so that halves and thirds of it are both whole numbers. */
export const SIXTHS_OF_A_BOOTH = 6;

export const SHARES = ['whole', 'half', 'third'] as const;
export type Share = (typeof SHARES)[number];

const SIXTHS: Record<Share, number> = { whole: 6, half: 3, third: 2 };

/** How many sixths a share is. */
export function sixthsOf(share: Share): number {
  return SIXTHS[share];
}

/**
 * The sixths (0 to 5) to give next, the preferred ones and then the lowest first, or null when too
 * few are free. They need not lie side by side: after a third in the middle is freed it is given
 * out again.
 */
export function chooseSixths(
  taken: readonly number[],
  wanted: number,
  preferred: readonly number[] = [],
): number[] | null {
  const free = Array.from({ length: SIXTHS_OF_A_BOOTH }, (_, sixth) => sixth).filter(
    (sixth) => !taken.includes(sixth),
  );
  if (wanted < 1 || free.length < wanted) return null;
  const liked = free.filter((sixth) => preferred.includes(sixth));
  const others = free.filter((sixth) => !preferred.includes(sixth));
  return [...liked, ...others].slice(0, wanted).sort((a, b) => a - b);
}

/** Sixths in ascending order as Postgres writes an int4multirange: [0, 1, 4] is '{[0,2),[4,5)}'. */
export function multirangeOf(sixths: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const sixth of sixths) {
    const run = runs[runs.length - 1];
    if (run && run[1] === sixth) run[1] = sixth + 1;
    else runs.push([sixth, sixth + 1]);
  }
  return `{${runs.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}

/** The sixths of an int4multirange in Postgres' canonical form. */
export function sixthsIn(multirange: string): number[] {
  return [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to) - Number(from) }, (_, at) => Number(from) + at),
  );
}
