import { Chance } from './chance.rules';
import { loadProfile } from './load-profile';
import type { DayProfile } from './load-profile';

export interface DayAhead {
  seed: string;
  profile: DayProfile;
  /** Fair minute at which the play begins, since local midnight. */
  startMinute: number;
  /** How long it is played, in minutes of fair time. */
  minutes: number;
  opensMinute: number;
  closesMinute: number;
  /** How many booths' worth of customers come. */
  booths: number;
  tillCount: number;
  gateCount: number;
  /** Multiplies arrivals; 1 is a fair as busy as the profile says. */
  busyness: number;
}

/** Something that happens `atMinute` after the play began. */
export type Happening =
  | { atMinute: number; kind: 'sale'; till: number }
  | { atMinute: number; kind: 'entry' | 'exit' | 'mistap'; gate: number };

/**
 * Everything that will happen in the play, in order: customers at tills and visitors at gates as
 * Poisson processes by the hour of the profile, with the tills unequally busy. The same day ahead
 * gives the same happenings.
 */
export function happeningsOf(day: DayAhead): Happening[] {
  const { scenario, meanStayMinutes, mistapShare } = loadProfile;
  const scale = (day.busyness * day.booths) / scenario.booths;
  const happenings: Happening[] = [];

  const sales = new Chance(day.seed, 'sales');
  const tills = drawerOf(tillWeights(day.tillCount, new Chance(day.seed, 'till weights')));
  const receipts = scenario.peakDayReceipts * scale;
  for (const atMinute of arrivals(day, receipts, loadProfile.salesByHourPercent, sales)) {
    happenings.push({ atMinute, kind: 'sale', till: tills(sales) });
  }

  if (day.gateCount > 0) {
    const visits = new Chance(day.seed, 'visits');
    const gates = drawerOf(Array.from({ length: day.gateCount }, (_, at) => 1 / (at + 1)));
    const entries = scenario.peakDayVisits * scale;
    for (const atMinute of arrivals(day, entries, loadProfile.arrivalsByHourPercent, visits)) {
      happenings.push({ atMinute, kind: 'entry', gate: gates(visits) });
      const leavesAt = atMinute + visits.exponential(meanStayMinutes);
      const leavesBy = gates(visits);
      if (leavesAt < day.minutes) {
        happenings.push({ atMinute: leavesAt, kind: 'exit', gate: leavesBy });
      }
      if (visits.happens(mistapShare)) {
        happenings.push({ atMinute, kind: 'mistap', gate: gates(visits) });
      }
    }
  }
  return happenings.sort((a, b) => a.atMinute - b.atMinute);
}

type SharesByHour = Record<DayProfile, readonly number[]>;

/** Poisson arrivals whose rate follows the hour, by thinning those of the busiest hour. */
function arrivals(day: DayAhead, dayTotal: number, shares: SharesByHour, chance: Chance): number[] {
  const byHour = shares[day.profile];
  const busiest = Math.max(...byHour);
  const mean = 60 / ((dayTotal * busiest) / 100);
  const times: number[] = [];
  let at = chance.exponential(mean);
  while (at < day.minutes) {
    if (chance.happens(hourPercent(day, day.startMinute + at, byHour) / busiest)) times.push(at);
    at += chance.exponential(mean);
  }
  return times;
}

/** The share of the hour a fair minute lies in; the busiest hour's while the fair is not open. */
function hourPercent(day: DayAhead, minute: number, byHour: readonly number[]): number {
  const isOpen = minute >= day.opensMinute && minute < day.closesMinute;
  const share = byHour[Math.floor(minute / 60) - loadProfile.firstHour];
  return isOpen && share !== undefined ? share : Math.max(...byHour);
}

/** How busy each till is: the busiest tenth sells four times the average. They sum to the count. */
export function tillWeights(count: number, chance: Chance): number[] {
  const { share, timesAverage } = loadProfile.busiest;
  const busy = Math.min(Math.round(count * share), Math.floor((count - 1) / timesAverage));
  const rest = (count - busy * timesAverage) / (count - busy);
  const weights = Array.from({ length: count }, (_, at) => (at < busy ? timesAverage : rest));
  return chance.shuffled(weights);
}

function drawerOf(weights: readonly number[]): (chance: Chance) => number {
  let sum = 0;
  const upTo = weights.map((weight) => (sum += weight));
  return (chance) => {
    const drawn = chance.next() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Saturday and Sunday are busier, and the first day fills in the evening. */
export function profileOf(day: string, firstDay: string | null): DayProfile {
  if (day === firstDay) return 'openingDay';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? 'saturday' : 'weekday';
}
