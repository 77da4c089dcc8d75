import type { Board } from '../api/client';

/** A screen that has heard nothing for this long must say so. */
export const STALE_AFTER_MS = 15_000;

export type LiveState = 'connecting' | 'live' | 'stale' | 'offline';

/** What is known about the line to the server. Instants are of this machine's own clock, in ms. */
export interface Line {
  readonly isConnected: boolean;
  /** When this screen began to listen. */
  readonly openedAtMs: number;
  /** The last board or heartbeat; null before the first. */
  readonly heardAtMs: number | null;
}

/**
 * `live`: connected and heard from within 15 s. `connecting`: no line at the moment, but what is
 * shown is younger than that. After 15 s of silence: `stale` when the line pretends to stand,
 * `offline` when there is none.
 */
export function liveState(line: Line, nowMs: number): LiveState {
  const silentMs = nowMs - (line.heardAtMs ?? line.openedAtMs);
  if (silentMs >= STALE_AFTER_MS) return line.isConnected ? 'stale' : 'offline';
  return line.isConnected && line.heardAtMs !== null ? 'live' : 'connecting';
}

/**
 * The board to show, given the one shown and one that just came in: a version never goes back,
 * whichever road it took. A new day wins over the old one; of the same version the later as-of.
 */
export function laterBoard(shown: Board | null, arrived: Board): Board {
  if (shown === null || shown.fairId !== arrived.fairId) return arrived;
  if (arrived.day !== shown.day) return arrived.day > shown.day ? arrived : shown;
  if (arrived.version !== shown.version) return arrived.version > shown.version ? arrived : shown;
  return arrived.asOf >= shown.asOf ? arrived : shown;
}

/** A heartbeat tells that the server has folded more than this screen shows. */
export function isBehind(shown: Board | null, serverVersion: number): boolean {
  return shown === null || shown.version < serverVersion;
}
