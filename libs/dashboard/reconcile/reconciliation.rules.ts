/** Between two looks at every fair, in real time. */
export const PAUSE_MS = 60_000;
/** A fair so large that its check takes longer than 3 s is checked less often: a twentieth of the time at most. */
export const PAUSE_PER_CHECK = 20;

const PATIENCE_MS = 5 * 60_000;

export interface LastCheck {
  /** Fair time: of the last comparison, or of the fair's beginning when there was none. */
  since: Date;
  /** Real time that the last comparison took; 0 when there was none. */
  tookMs: number;
}

export interface Watch {
  /** Fair time. */
  now: Date;
  /** Fair seconds in a real second. */
  speed: number;
  /** For how long, in real time, someone could have seen a comparison being made. */
  watchedMs: number;
}

/**
 * Whether nobody compares a fair any more. The age is in fair time and the patience in real time; a
 * clock that was set back leaves comparisons in the future, which say as little as old ones.
 */
export function isOverdue({ since, tookMs }: LastCheck, { now, speed, watchedMs }: Watch): boolean {
  const patienceMs = Math.max(PATIENCE_MS, 2 * PAUSE_MS + (PAUSE_PER_CHECK + 2) * tookMs);
  const ageMs = Math.abs(now.getTime() - since.getTime()) / speed;
  return watchedMs > patienceMs && ageMs > patienceMs;
}
