import { fairDayPlus } from '@phien/kernel';
import type { BoardAsked } from '../api/client';

/** What the address of a board says. A zone's code may be a number there. */
export interface BoardSearch {
  fair?: string;
  day?: string;
  from?: string;
  to?: string;
  zone?: string | number;
  origin?: string;
}

export const ORIGINS = ['inProvince', 'otherProvince', 'foreign'] as const;

/** The address read: no days means today, empty lists leave nothing out. */
export interface Selection {
  day?: string;
  from?: string;
  to?: string;
  zones: string[];
  origins: string[];
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const listed = (value: string | number | undefined) =>
  String(value ?? '')
    .split(',')
    .filter(Boolean);

/** Keeps of an address what a board understands; what it says of it is for the server to judge. */
export const boardSearch = (search: Record<string, unknown>): BoardSearch => ({
  fair: text(search.fair),
  day: text(search.day),
  from: text(search.from),
  to: text(search.to),
  zone: typeof search.zone === 'number' ? search.zone : text(search.zone),
  origin: text(search.origin),
});

/** What the address of the page of one booth or zone says: which, and the board one came from. */
export interface PlaceSearch extends BoardSearch {
  code?: string | number;
}

export const placeSearch = (search: Record<string, unknown>): PlaceSearch => ({
  ...boardSearch(search),
  code: typeof search.code === 'number' ? search.code : text(search.code),
});

export const selectionOf = ({ day, from, to, zone, origin }: BoardSearch): Selection => ({
  day,
  from,
  to,
  zones: listed(zone),
  origins: listed(origin),
});

/* A single numeric code goes in as a number, so that the address stays free of quotes. */
const inAddress = (code: string) => (String(Number(code)) === code ? Number(code) : code);

export function searchOf(fair: string, { day, from, to, zones, origins }: Selection): BoardSearch {
  const zone = zones.join(',');
  return {
    fair,
    day,
    from,
    to,
    zone: zone === '' ? undefined : inAddress(zone),
    origin: origins.join(',') || undefined,
  };
}

/** The page of a booth or a zone by its code, with the way back to this choice. */
export const placeSearchOf = (fair: string, selection: Selection, code: string): PlaceSearch => ({
  ...searchOf(fair, selection),
  code: inAddress(code),
});

export const askedOf = ({ day, from, to, zones, origins }: Selection): BoardAsked => ({
  ...(day !== undefined && { day }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(zones.length > 0 && { zone: zones.join(',') }),
  ...(origins.length > 0 && { origin: origins.join(',') }),
});

export const isFiltered = ({ zones, origins }: { zones: string[]; origins: string[] }) =>
  zones.length > 0 || origins.length > 0;

/** Today, all of it: what the live line brings by itself. */
export const isPlainToday = (selection: Selection) => Object.keys(askedOf(selection)).length === 0;

/** Whether news of today can change what is shown. */
export const isFollowing = ({ day }: Selection) => day === undefined;

export type PeriodChoice = 'today' | 'fair' | 'range' | (string & {});

/** Which entry of the period switch an address stands for: a word, or the day itself. */
export function periodChoice(
  { day, from, to }: Selection,
  days: readonly { day: string }[],
): PeriodChoice {
  if (day !== undefined) return day;
  if (from === undefined && to === undefined) return 'today';
  return from === days[0]?.day && to === days.at(-1)?.day ? 'fair' : 'range';
}

/** The selection with another period; the filters stay. */
export function withPeriod(
  { zones, origins }: Selection,
  choice: PeriodChoice,
  days: readonly { day: string }[],
  shown: { from: string; to: string },
): Selection {
  const filters = { zones, origins };
  if (choice === 'today') return filters;
  if (choice === 'fair') return { ...filters, from: days[0]?.day, to: days.at(-1)?.day };
  if (choice === 'range') return { ...filters, ...shown };
  return { ...filters, day: choice };
}

/** The last day before this one that a fair has on its list, when it is yesterday. */
export function yesterdayOf(today: string, days: readonly { day: string }[]): string | null {
  const yesterday = fairDayPlus(today, -1);
  return days.some(({ day }) => day === yesterday) ? yesterday : null;
}
