/**
 * What a phone says of itself, for whoever keeps the fair: how far its chain is and how much of it
 * has not been sent. It travels as its canonical text (RFC 8785), which the epoch's key signs; this
 * is the only home of its shape.
 */
export interface TillStatus {
  v: 1;
  fairId: string;
  registerId: string;
  epoch: number;
  /** Grows with everything that this phone says, so that what comes late is known to be old. */
  number: number;
  /** The till's own clock, ISO 8601 UTC with milliseconds. */
  saidAt: string;
  /** The server's clock minus the till's, as last measured. */
  clockOffsetMs: number;
  /** The last number that this epoch issued; 0 before the first. */
  sequence: number;
  /** Issued and not yet answered for, clashing ones left out. */
  unsentCount: number;
  /** The ledger has other bytes under their number or id. */
  clashCount: number;
  /** The till's own clock; null while no shift is open. */
  shiftOpenedAt: string | null;
  isCartEmpty: boolean;
  /** Which build of the till runs; equal for phones that run the same. */
  appBuild: string;
  /** Whether the browser promised not to evict what the till keeps; null where it cannot say. */
  isStorageKept: boolean | null;
  storageUsedBytes: number | null;
  storageQuotaBytes: number | null;
  /** Opened from the home screen, and not in a tab of the browser. */
  isInstalled: boolean;
}

/** What a status may hold at most; its door and the till ask here. */
export const statusLimits = { textLength: 2_000, buildLength: 60, count: 2_147_483_647 } as const;
