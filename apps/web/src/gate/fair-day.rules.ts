import { fairMoment } from '@phien/kernel';

/** Where a fair's days begin. */
export interface FairDay {
  timeZone: string;
  dayCutMinutes: number;
}

/** Whether figures that were heard earlier, perhaps before a night without a network, are today's. */
export const isOfToday = (
  heard: { day: string },
  { timeZone, dayCutMinutes }: FairDay,
  now: Date,
): boolean => fairMoment(now, timeZone, dayCutMinutes).day === heard.day;
