export const OBSTACLES = [
  'fair_not_over',
  'day_not_closed',
  'day_waits_for_revision',
  'set_aside_waits',
] as const;
export type ObstacleCode = (typeof OBSTACLES)[number];

/** Something that keeps a fair from being sealed. */
export interface Obstacle {
  code: ObstacleCode;
  /** 'YYYY-MM-DD', or null when it is of no day. */
  day: string | null;
  count: number | null;
}

/** A day, as far as sealing asks. */
export interface DayToSeal {
  day: string;
  /** Of the latest revision; null before the first. */
  revision: number | null;
  /** Documents and declarations that no revision holds. */
  waitingCount: number;
  /** Visits that no revision holds. */
  hasWaitingVisits: boolean;
}

/**
 * What stands in the way, day by day: the fair's last day must be over, everything that was sold,
 * declared or counted must be in a closing, and every document set aside must be decided.
 */
export function obstaclesTo(
  days: readonly DayToSeal[],
  { today, setAsideCount }: { today: string; setAsideCount: number },
): Obstacle[] {
  const obstacles = days.flatMap(
    ({ day, revision, waitingCount, hasWaitingVisits }): Obstacle[] => {
      if (day >= today) return [{ code: 'fair_not_over', day, count: null }];
      if (waitingCount === 0 && !hasWaitingVisits) return [];
      return revision === null
        ? [{ code: 'day_not_closed', day, count: null }]
        : [{ code: 'day_waits_for_revision', day, count: waitingCount }];
    },
  );
  if (setAsideCount > 0) {
    obstacles.push({ code: 'set_aside_waits', day: null, count: setAsideCount });
  }
  return obstacles;
}
