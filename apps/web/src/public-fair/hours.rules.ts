import { fairDayPlus, fairMoment } from '@phien/kernel';
import type { PublicPlan } from './public-plan';

export type FairDay = PublicPlan['days'][number];

const DAY_MS = 86_400_000;
const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/**
 * The fair day that it is. The server said it when the plan was read; what has passed since is told by
 * the phone's own clock, which may be wrong but goes on without a network.
 */
export function fairToday(
  { today, timeZone }: Pick<PublicPlan, 'today' | 'timeZone'>,
  readAt: Date,
  now: Date,
): string {
  const dayAt = (instant: Date) => startOf(fairMoment(instant, timeZone, 0).day);
  return fairDayPlus(today, Math.max(0, Math.round((dayAt(now) - dayAt(readAt)) / DAY_MS)));
}

/** How a fair stands on a day: open with its hours, shut until a day, still to come, or over. */
export type Standing =
  | { kind: 'open'; day: FairDay }
  | { kind: 'shut' | 'coming'; next: FairDay }
  | { kind: 'over' };

export function standingOn(days: readonly FairDay[], today: string): Standing {
  const open = days.filter(({ isOpen }) => isOpen);
  const now = open.find(({ day }) => day === today);
  if (now) return { kind: 'open', day: now };
  const next = open.find(({ day }) => day > today);
  if (!next) return { kind: 'over' };
  return { kind: next === open[0] ? 'coming' : 'shut', next };
}
