import { loadavg } from 'node:os';

const BUSY_LOAD = 1.5;

/** The value that a share of all values does not exceed. */
export function percentile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (values: Iterable<number>) => percentile(values, 0.5);

/** The machine's monotonic clock, the same for all its processes. */
export const nowMs = () => Number(process.hrtime.bigint()) / 1e6;

/** One aligned line: a name, then its figures. */
export function line(name: string, ...figures: string[]): void {
  console.log(name.padEnd(44) + figures.map((figure) => figure.padStart(16)).join(''));
}

export const loadNow = () => `load ${loadavg()[0]?.toFixed(2)}`;

/**
 * Whether others use the machine, so that figures would be theirs; says so. `PHIEN_BENCH_BUSY=1`
 * measures all the same, to try a benchmark out.
 */
export function isTooBusy(): boolean {
  const [load = 0] = loadavg();
  if (load <= BUSY_LOAD) return false;
  const isWanted = process.env.PHIEN_BENCH_BUSY === '1';
  const so = isWanted ? 'measured all the same, only to try it out' : 'not measured';
  console.log(`The machine is busy (load ${load.toFixed(2)} > ${BUSY_LOAD}): ${so}.`);
  return !isWanted;
}
