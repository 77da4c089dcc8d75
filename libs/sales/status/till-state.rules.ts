/** A phone that sells and has not been heard from for so long is silent. */
export const SILENT_AFTER_MINUTES = 15;
/** A phone says something each minute while it is looked at: twice that is "now". */
export const ONLINE_WITHIN_MINUTES = 2;
/** A clock that is off by more flags its documents, too. */
export const CLOCK_OFF_MINUTES = 5;

const MINUTE_MS = 60_000;

/** How a phone stands, the worst first. */
export const TILL_STATES = [
  'clashing',
  'silent',
  'closed_holding',
  'holding',
  'all_sent',
  'closed_and_empty',
  'never_used',
  'not_paired',
  'revoked',
] as const;
export type TillState = (typeof TILL_STATES)[number];

/** What needs someone, the most urgent first. */
export const TILL_ALARMS = [
  'clash',
  'silent_open_shift',
  'set_aside_waiting',
  'storage_not_kept',
  'clock_off',
  'old_version',
] as const;
export type TillAlarm = (typeof TILL_ALARMS)[number];

/** What the server knows of a phone: what the ledger holds of it, and what it said last. */
export interface TillSight {
  /** Null while no phone was ever paired. */
  phone: { isReplaced: boolean; revokedAt: Date | null } | null;
  /** The last link; null before the first. */
  delivered: { sequence: number; at: Date } | null;
  /** The last shift document that was booked. */
  shift: { isOpen: boolean; sequence: number; at: Date } | null;
  /** When bytes last came that could not be linked. */
  clashedAt: Date | null;
  /** Null for a phone that never said anything. */
  said: {
    at: Date;
    sequence: number;
    unsentCount: number;
    clashCount: number;
    shiftOpenedAt: Date | null;
    clockOffsetMs: number;
    appBuild: string;
    isStorageKept: boolean | null;
  } | null;
  setAsideCount: number;
}

/** From where phones are looked at. */
export interface Watch {
  now: Date;
  /** Fair time is not real time: no clock of a phone can be right. */
  isMoved: boolean;
  /** Minutes of the fair in a real one: phones speak in real ones. */
  speed: number;
  /** The till that the server hands out; null when it does not know. */
  currentBuild: string | null;
}

/** A phone in words. */
export interface TillStanding {
  state: TillState;
  /** The time in its words: silent since, as it said at, closed at, revoked at; null without one. */
  since: Date | null;
  lastSeenAt: Date | null;
  /** Heard from within two minutes. */
  isOnline: boolean;
  /** Null: not known to be open or closed. */
  shiftOpenedAt: Date | null;
  /** As it said, less what has come since. */
  unsentCount: number;
  clashCount: number;
  alarms: TillAlarm[];
}

/**
 * How a phone stands at an instant. An offline phone cannot say what it holds, so what it said last
 * stands with its time, less what the ledger got since; a phone that never said anything is judged by
 * its documents alone.
 */
export function standingOf(sight: TillSight, watch: Watch): TillStanding {
  const { phone, delivered, said } = sight;
  const lastSeenAt = later(delivered?.at ?? null, said?.at ?? null);
  const quietMs =
    lastSeenAt === null
      ? Infinity
      : (watch.now.getTime() - lastSeenAt.getTime()) / Math.max(watch.speed, 1);
  const shiftOpenedAt = openShift(sight);
  const clashCount = clashes(sight);
  const unsentCount = unsent(sight, clashCount);
  const known = {
    lastSeenAt,
    isOnline: quietMs <= ONLINE_WITHIN_MINUTES * MINUTE_MS,
    shiftOpenedAt,
    unsentCount,
    clashCount,
  };
  const standing = (state: TillState, since: Date | null): TillStanding => ({
    ...known,
    state,
    since,
    alarms: alarmsOf(state, sight, clashCount, watch),
  });

  if (phone === null) return standing('not_paired', null);
  if (phone.revokedAt !== null) return standing('revoked', phone.revokedAt);
  if (clashCount > 0) return standing('clashing', lastSeenAt);
  const isSelling = shiftOpenedAt !== null && !phone.isReplaced;
  if (isSelling && quietMs > SILENT_AFTER_MINUTES * MINUTE_MS) {
    return standing('silent', lastSeenAt);
  }
  if (unsentCount > 0) {
    return standing(isSelling ? 'holding' : 'closed_holding', said?.at ?? null);
  }
  if ((delivered?.sequence ?? 0) === 0 && (said?.sequence ?? 0) === 0) {
    return standing('never_used', null);
  }
  return isSelling
    ? standing('all_sent', lastSeenAt)
    : standing('closed_and_empty', sight.shift?.isOpen === false ? sight.shift.at : lastSeenAt);
}

/* Whichever knows more of the chain: the phone's word, or the documents that came after it. */
function openShift({ said, delivered, shift }: TillSight): Date | null {
  if (said !== null && said.sequence >= (delivered?.sequence ?? 0)) return said.shiftOpenedAt;
  if (shift !== null && (said === null || shift.sequence > said.sequence)) {
    return shift.isOpen ? shift.at : null;
  }
  return said?.shiftOpenedAt ?? null;
}

function clashes({ said, delivered, clashedAt }: TillSight): number {
  if (said !== null && (clashedAt === null || said.at >= clashedAt)) return said.clashCount;
  const isMended = clashedAt === null || (delivered !== null && delivered.at > clashedAt);
  return isMended ? 0 : Math.max(said?.clashCount ?? 0, 1);
}

/* Behind a clash the ledger's numbers are not the phone's. */
function unsent({ said, delivered }: TillSight, clashCount: number): number {
  if (said === null) return 0;
  if (clashCount > 0) return said.unsentCount;
  return Math.min(said.unsentCount, Math.max(0, said.sequence - (delivered?.sequence ?? 0)));
}

function alarmsOf(
  state: TillState,
  { phone, said, setAsideCount }: TillSight,
  clashCount: number,
  { isMoved, currentBuild }: Watch,
): TillAlarm[] {
  const isInUse = phone !== null && !phone.isReplaced && phone.revokedAt === null;
  const rings: Record<TillAlarm, boolean> = {
    clash: clashCount > 0 && phone?.revokedAt === null,
    silent_open_shift: state === 'silent',
    set_aside_waiting: setAsideCount > 0,
    storage_not_kept: isInUse && said?.isStorageKept === false,
    clock_off:
      isInUse &&
      !isMoved &&
      said !== null &&
      Math.abs(said.clockOffsetMs) > CLOCK_OFF_MINUTES * MINUTE_MS,
    old_version:
      isInUse && said !== null && currentBuild !== null && said.appBuild !== currentBuild,
  };
  return TILL_ALARMS.filter((alarm) => rings[alarm]);
}

/**
 * Orders phones worst first: by state, then by what they hold, the silent by how long; equal ones keep
 * the order of their booths, so that a list does not jump while somebody reads it.
 */
export function worstFirst(a: TillStanding, b: TillStanding): number {
  return (
    urgency(a) - urgency(b) ||
    TILL_STATES.indexOf(a.state) - TILL_STATES.indexOf(b.state) ||
    b.unsentCount - a.unsentCount ||
    (a.state === 'silent' ? (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0) : 0)
  );
}

/* A phone that is fine but rings comes before the fine ones, and a revoked one with waiting documents, too. */
const urgency = ({ state, alarms }: TillStanding) =>
  TILL_STATES.indexOf(state) < TILL_STATES.indexOf('all_sent') ? 0 : alarms.length > 0 ? 1 : 2;

const later = (a: Date | null, b: Date | null) => (a === null || (b !== null && b > a) ? b : a);
