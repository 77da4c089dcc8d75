import { exactly, type FigureKind, type Statement, type Value } from './comparison.rules';

/** A listed day of a fair of this house, as `ListDays` answers it. */
export interface ListedDay {
  day: string;
  isOutside: boolean;
  isOpen: boolean;
  state: 'upcoming' | 'open' | 'provisional' | 'complete';
  revision: number | null;
  figures: { totalVnd: number; entries: number } | null;
}

export interface DayToDate {
  number: number;
  day: string;
  isFinished: boolean;
  revenueVnd: number;
  visits: number;
  revenueToDateVnd: number;
  visitsToDate: number;
}

/** A fair of this house day by day. A day is finished when it is over, or closed before it was. */
export interface FairToDate {
  days: DayToDate[];
  finishedDays: number;
  isOver: boolean;
  isProvisional: boolean;
  /** Of the finished days; with what was booked outside the fair's days once all are. */
  revenueVnd: number;
  visits: number;
  /** The days that these are of. */
  countedDays: string[];
}

/** Cuts a fair's days by their number; a closed day inside its range has none. */
export function fairToDate(listed: readonly ListedDay[], today: string): FairToDate {
  const days: DayToDate[] = [];
  let [revenueToDateVnd, visitsToDate, number] = [0, 0, 0];
  for (const { day, revision, figures } of listed.filter(isFairDay)) {
    const { totalVnd: revenueVnd, entries: visits } = figures ?? { totalVnd: 0, entries: 0 };
    const isFinished = day < today || revision !== null;
    revenueToDateVnd += revenueVnd;
    visitsToDate += visits;
    number += 1;
    days.push({ number, day, isFinished, revenueVnd, visits, revenueToDateVnd, visitsToDate });
  }
  /* A day that is closed while one before it still runs waits for that one. */
  const running = days.findIndex(({ isFinished }) => !isFinished);
  const finished = running < 0 ? days : days.slice(0, running);
  const isOver = days.length > 0 && running < 0;
  const outside = isOver ? listed.filter((day) => !isFairDay(day)) : [];
  const last = finished[finished.length - 1];
  return {
    days: days.map((day, at) => ({ ...day, isFinished: at < finished.length })),
    finishedDays: finished.length,
    isOver,
    isProvisional:
      !isOver || listed.some(({ figures, state }) => figures !== null && state !== 'complete'),
    revenueVnd: sumOf(outside, ({ totalVnd }) => totalVnd) + (last?.revenueToDateVnd ?? 0),
    visits: sumOf(outside, ({ entries }) => entries) + (last?.visitsToDate ?? 0),
    countedDays: [...finished, ...outside].map(({ day }) => day),
  };
}

const isFairDay = ({ isOutside, isOpen }: ListedDay) => !isOutside && isOpen;

const sumOf = (
  days: readonly ListedDay[],
  of: (figures: NonNullable<ListedDay['figures']>) => number,
) => days.reduce((sum, { figures }) => sum + (figures === null ? 0 : of(figures)), 0);

/** What is known of our fair, of its finished days; nothing before the first is over. */
export function knownOf(fair: FairToDate, boothsAllocated: number) {
  const values: Partial<Record<FigureKind, number>> =
    fair.finishedDays === 0
      ? {}
      : { revenue_vnd: fair.revenueVnd, visits: fair.visits, days: fair.finishedDays };
  if (boothsAllocated > 0) values.booths = boothsAllocated;
  return (kind: FigureKind): Value | null => {
    const value = values[kind];
    return value === undefined ? null : exactly(value);
  };
}

/** A fair of this house as a base: the same statements that a newspaper would make of it. */
export function statementsAbout(fair: FairToDate, boothsAllocated: number): Statement[] {
  const said: Pick<Statement, 'kind' | 'firstDays' | 'value'>[] = fair.days
    .filter(({ isFinished }) => isFinished)
    .flatMap(({ number: firstDays, revenueToDateVnd, visitsToDate }) => [
      { kind: 'revenue_vnd' as const, firstDays, value: revenueToDateVnd },
      { kind: 'visits' as const, firstDays, value: visitsToDate },
    ]);
  if (fair.isOver) {
    said.push(
      { kind: 'revenue_vnd', firstDays: 0, value: fair.revenueVnd },
      { kind: 'visits', firstDays: 0, value: fair.visits },
      { kind: 'days', firstDays: 0, value: fair.finishedDays },
    );
  }
  if (boothsAllocated > 0) said.push({ kind: 'booths', firstDays: 0, value: boothsAllocated });
  return said.map((each) => ({
    ...each,
    id: `${each.kind}-${each.firstDays}`,
    exactness: 'stated',
    isPlanned: false,
  }));
}
