import { fairDayPlus, isFairDay } from '@phien/kernel';
import type { ScheduledDay } from './fair-requests';
import { codeFrom, isCode } from '../people/people.rules';

export type Kind = 'fair' | 'goods_week' | 'point_of_sale';
export const KINDS: readonly Kind[] = ['fair', 'goods_week', 'point_of_sale'];

/** `picture` is an empty hall, too: a picture is laid under it in the plan editor. */
export const BEGINNINGS = [
  'ocop-160',
  'ocop-250',
  'ocop-460',
  'earlier',
  'picture',
  'empty',
] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** What one day says other than the usual hours. */
export type OwnDay = Pick<ScheduledDay, 'kind' | 'opensAt' | 'closesAt' | 'noteVi' | 'noteEn'>;

/** Everything that a person has typed so far, as it is kept on the device. */
export interface FairWish {
  id: string;
  step: 1 | 2 | 3;
  kind: Kind;
  nameVi: string;
  nameEn: string;
  code: string;
  series: string;
  venueVi: string;
  venueEn: string;
  firstDay: string;
  lastDay: string;
  opensAt: string;
  closesAt: string;
  own: Record<string, OwnDay>;
  hasOpeningEvening: boolean;
  eveningDay: string;
  eveningOpensAt: string;
  eveningClosesAt: string;
  hasOpenEnd: boolean;
  timeZone: string;
  /** HH:MM until which a sale belongs to the day before. */
  dayCut: string;
  graceMinutes: string;
  beginning: Beginning;
  planOf: string;
}

export const blankWish = (id: string): FairWish => ({
  id,
  step: 1,
  kind: 'fair',
  nameVi: '',
  nameEn: '',
  code: '',
  series: '',
  venueVi: '',
  venueEn: '',
  firstDay: '',
  lastDay: '',
  opensAt: '08:00',
  closesAt: '22:00',
  own: {},
  hasOpeningEvening: false,
  eveningDay: '',
  eveningOpensAt: '19:00',
  eveningClosesAt: '22:00',
  hasOpenEnd: false,
  timeZone: 'Asia/Ho_Chi_Minh',
  dayCut: '00:00',
  graceMinutes: '60',
  beginning: 'ocop-160',
  planOf: '',
});

/** What was kept on the device, as far as it still has today's shape; else a blank one. */
export function keptWish(kept: string | null, id: string): FairWish {
  const blank = blankWish(id);
  if (kept === null) return blank;
  try {
    const found = JSON.parse(kept) as Partial<Record<keyof FairWish, unknown>>;
    const fits = (Object.keys(blank) as (keyof FairWish)[]).every(
      (key) => typeof found[key] === typeof blank[key],
    );
    return fits ? (found as unknown as FairWish) : blank;
  } catch {
    return blank;
  }
}

const MOST_DAYS: Record<Kind, number> = { fair: 62, goods_week: 31, point_of_sale: 366 };
export const mostDaysOf = (kind: Kind) => MOST_DAYS[kind];
export const mayHaveOpeningEvening = (kind: Kind) => kind !== 'point_of_sale';

/** The last day that is written down: with an open end the first week stands for all others. */
const lastOf = (wish: FairWish) =>
  wish.hasOpenEnd && wish.kind === 'point_of_sale'
    ? wish.firstDay && fairDayPlus(wish.firstDay, 6)
    : wish.lastDay;

/** The days as wished, the opening evening before them; none while the range is not one. */
export function scheduleOf(wish: FairWish): ScheduledDay[] {
  const { firstDay, opensAt, closesAt } = wish;
  const last = lastOf(wish);
  if (!firstDay || !last || last < firstDay) return [];
  const days: ScheduledDay[] = [];
  for (let day = firstDay; day <= last && days.length <= MOST_DAYS[wish.kind];) {
    days.push({ day, kind: 'open', opensAt, closesAt, noteVi: '', noteEn: '', ...wish.own[day] });
    day = fairDayPlus(day, 1);
  }
  const day = eveningOf(wish);
  if (day === null) return days;
  const evening: ScheduledDay = {
    day,
    kind: 'opening_evening',
    opensAt: wish.eveningOpensAt,
    closesAt: wish.eveningClosesAt,
    noteVi: '',
    noteEn: '',
  };
  return [evening, ...days];
}

/** The day of the opening evening: the one before the first unless another was chosen. */
export const eveningOf = (wish: FairWish): string | null =>
  wish.hasOpeningEvening && mayHaveOpeningEvening(wish.kind) && wish.firstDay
    ? wish.eveningDay || fairDayPlus(wish.firstDay, -1)
    : null;

export const codeOf = (wish: FairWish) => wish.code || codeFrom(wish.nameVi);

export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export type Fault =
  | 'name'
  | 'code'
  | 'venue'
  | 'firstDay'
  | 'lastDay'
  | 'tooManyDays'
  | 'hours'
  | 'noOpenDay'
  | 'evening'
  | 'dayCut'
  | 'grace'
  | 'planOf';

/** What is missing or wrong, in the order in which it is asked. */
export function faultsOf(wish: FairWish): Fault[] {
  const faults: Fault[] = [];
  const days = scheduleOf(wish);
  const last = lastOf(wish);
  if (!wish.nameVi.trim()) faults.push('name');
  if (!isCode(codeOf(wish))) faults.push('code');
  if (!wish.venueVi.trim()) faults.push('venue');
  if (!wish.firstDay) faults.push('firstDay');
  if (wish.firstDay && (!last || last < wish.firstDay)) faults.push('lastDay');
  const counted = days.filter(({ kind }) => kind !== 'opening_evening');
  if (days.length > MOST_DAYS[wish.kind]) faults.push('tooManyDays');
  if (wish.opensAt >= wish.closesAt || counted.some(isReversed)) faults.push('hours');
  if (counted.length > 0 && !counted.some(({ kind }) => kind === 'open')) faults.push('noOpenDay');
  const evening = eveningOf(wish);
  if (evening !== null && (evening >= wish.firstDay || days.some(isReversedEvening))) {
    faults.push('evening');
  }
  if (!/^\d\d:\d\d$/.test(wish.dayCut) || minutesOf(wish.dayCut) > 719) faults.push('dayCut');
  if (!/^\d{1,3}$/.test(wish.graceMinutes) || Number(wish.graceMinutes) > 720) faults.push('grace');
  if (wish.beginning === 'earlier' && !wish.planOf) faults.push('planOf');
  return faults;
}

export const isReversed = ({ opensAt, closesAt }: Pick<ScheduledDay, 'opensAt' | 'closesAt'>) =>
  opensAt >= closesAt;
const isReversedEvening = (day: ScheduledDay) => day.kind === 'opening_evening' && isReversed(day);

/** The step at which a fault is put right. */
export const stepOf = (fault: Fault): 1 | 2 => (fault === 'planOf' ? 2 : 1);

/** How many days are open and shut. */
export const countsOf = (days: readonly ScheduledDay[]) => ({
  open: days.filter(({ kind }) => kind === 'open').length,
  closed: days.filter(({ kind }) => kind === 'closed').length,
});

/** An open day beside another, at the same hours. */
export const addedDay = (beside: ScheduledDay, days: 1 | -1): ScheduledDay => ({
  ...beside,
  day: fairDayPlus(beside.day, days),
  kind: 'open',
  noteVi: '',
  noteEn: '',
});

/** All days moved so that the first is another; as they were while that is no day. */
export function shiftedTo(days: readonly ScheduledDay[], first: string): ScheduledDay[] {
  const from = days[0];
  if (from === undefined || !isFairDay(first)) return [...days];
  const by = Math.round((Date.parse(first) - Date.parse(from.day)) / 86_400_000);
  return days.map((day) => ({ ...day, day: fairDayPlus(day.day, by) }));
}
