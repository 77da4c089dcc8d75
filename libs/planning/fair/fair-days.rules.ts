import { fairDayPlus } from '@phien/kernel';

/** So many fair days in a row, 'YYYY-MM-DD'. */
export function daysFrom(startsOn: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => fairDayPlus(startsOn, at));
}

/** Days the demo fair has around a day: two before it and 28 after. */
export function demoDaysAround(today: string): string[] {
  return daysFrom(fairDayPlus(today, -2), 31);
}

/** Days to append so that the demo fair is open today; none while it is, and none is ever taken away. */
export function demoDaysMissing(known: readonly string[], today: string): string[] {
  if (known.includes(today)) return [];
  return demoDaysAround(today).filter((day) => !known.includes(day));
}

/** 'HH:MM' of a wall time as Postgres writes it ('HH:MM:SS'). */
export function hourAndMinute(time: string): string {
  return time.slice(0, 5);
}
