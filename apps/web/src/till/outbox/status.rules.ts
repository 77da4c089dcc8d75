import type { TillState } from '../core/till';

/**
 * What of a till makes the fair's picture of it another. Equal words while it only sells and sends:
 * the documents themselves tell that.
 */
export function tellingOf(state: TillState): string {
  const { enrolment, waitingCount, problemCount, shift, isStorageKept } = state;
  return [
    enrolment?.registerId,
    enrolment?.epoch,
    waitingCount,
    problemCount,
    shift?.id,
    isStorageKept,
  ].join();
}

/** The name that the build gave to the till's script, which is another for every build. */
export function buildOf(script: string | undefined): string {
  const [, name] = /([^/]+?)(?:\.js)?(?:[?#].*)?$/.exec(script ?? '') ?? [];
  return (name ?? 'unknown').slice(0, 60);
}

const settleMs = 1_000;
const apartMs = 5_000;

/** How long to wait before the next word: a crowd of changes is one word, and no two stand close. */
export const waitBefore = (lastToldMs: number, nowMs: number): number =>
  Math.max(settleMs, lastToldMs + apartMs - nowMs);
