/** Wrong PINs since the last right one, kept on the device: a restart forgives none. */
export interface PinTries {
  wrong: number;
  lockedUntilMs: number;
}

const freeTries = 4;
const locksMs = [30_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000];

/** Idle this long, the screen locks itself. */
export const idleLockMs = 10 * 60_000;

/** After one more wrong PIN: the fifth locks for 30 seconds, each further one for longer. */
export function afterWrongPin(tries: PinTries | undefined, nowMs: number): PinTries {
  const wrong = (tries?.wrong ?? 0) + 1;
  if (wrong <= freeTries) return { wrong, lockedUntilMs: 0 };
  const lockMs = locksMs[Math.min(wrong - freeTries, locksMs.length) - 1] ?? 0;
  return { wrong, lockedUntilMs: nowMs + lockMs };
}

/** How long this PIN still may not be tried. */
export const lockedForMs = (tries: PinTries | undefined, nowMs: number): number =>
  Math.max(0, (tries?.lockedUntilMs ?? 0) - nowMs);

export const isPin = (digits: string): boolean => /^\d{4,6}$/.test(digits);
