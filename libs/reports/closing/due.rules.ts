import { fairDayPlus, fairInstant } from '@phien/kernel';

/** How a fair counts its days. */
export interface FairHours {
  timeZone: string;
  dayCutMinutes: number;
  closingGraceMinutes: number;
}

/** A day, and what of it no revision holds. */
export interface WatchedDay {
  /** 'YYYY-MM-DD' */
  day: string;
  /** False on a closed day and outside the fair's days. */
  isOpen: boolean;
  /** The opening evening has hours, and is no open day. */
  isOpening?: boolean;
  /** HH:MM; null outside the fair's days. */
  closesAt: string | null;
  /** Of the latest revision; null before the first. */
  revision: number | null;
  /** Some revision of it is. */
  isSigned: boolean;
  waitingDocumentCount: number;
  waitingDeclaredCount: number;
  /** When the last of them was received, fair time. */
  lastWaitingAt: Date | null;
  /** Visits were counted that the latest revision does not hold. */
  hasWaitingVisits: boolean;
}

const MINUTE_MS = 60_000;
/** Late facts come in bursts: a revision waits until none has come for so long, in real time. */
export const QUIET_MS = 60_000;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** When the fair day itself is over: at the day cut of the next. */
function endOf(day: string, fair: FairHours): Date {
  return fairInstant(fairDayPlus(day, 1), fair.dayCutMinutes, fair.timeZone);
}

/**
 * When a day closes itself for the first time: so many minutes after its closing hour. A day without
 * opening hours is over at its day cut.
 */
export function closesByItselfAt(
  {
    day,
    isOpen,
    isOpening,
    closesAt,
  }: Pick<WatchedDay, 'day' | 'isOpen' | 'isOpening' | 'closesAt'>,
  fair: FairHours,
): Date {
  const over =
    (isOpen || isOpening) && closesAt !== null
      ? fairInstant(day, minutesOf(closesAt), fair.timeZone)
      : endOf(day, fair);
  return new Date(over.getTime() + fair.closingGraceMinutes * MINUTE_MS);
}

/** A day on which nothing was booked or counted would be a record of nothing, and call itself complete. */
export const hasSomething = (
  day: Pick<WatchedDay, 'waitingDocumentCount' | 'waitingDeclaredCount' | 'hasWaitingVisits'>,
) => waitingFacts(day) > 0 || day.hasWaitingVisits;

const waitingFacts = (day: Pick<WatchedDay, 'waitingDocumentCount' | 'waitingDeclaredCount'>) =>
  day.waitingDocumentCount + day.waitingDeclaredCount;

/**
 * The revision that is due now, or null. The first comes at `closesByItselfAt`; a later one when a
 * late document or declaration lies there and none has come for a minute of real time (so `speed` fair minutes on a
 * moved clock), hence at most one a minute. Visits alone make a later revision once the day is over,
 * or gates that count people out would make one after the other. Once a day is signed none comes by
 * itself: its next revision takes a person and their reason.
 */
export function dueRevision(
  day: WatchedDay,
  fair: FairHours,
  clock: { now: Date; speed: number },
): number | null {
  if (day.isSigned) return null;
  const nowMs = clock.now.getTime();
  if (day.revision === null) {
    const isTime = nowMs >= closesByItselfAt(day, fair).getTime();
    return isTime && hasSomething(day) ? 1 : null;
  }
  const isQuiet =
    day.lastWaitingAt === null || day.lastWaitingAt.getTime() + QUIET_MS * clock.speed <= nowMs;
  if (!isQuiet) return null;
  const isOver = nowMs >= endOf(day.day, fair).getTime() + fair.closingGraceMinutes * MINUTE_MS;
  const isLate = waitingFacts(day) > 0 || (day.hasWaitingVisits && isOver);
  return isLate ? day.revision + 1 : null;
}
