import type { Role } from '@phien/identity';
import type { BoothMoneyVisibleTo } from '@phien/planning';
import { fairDayPlus } from '@phien/kernel';
import { capacityUse, insideOf } from '@phien/visitors';
import { ORIGINS, type BoardDto } from './board.dto';
import { daysBetween, type Period } from './period.rules';

/** Whether a viewer may see the money of a single booth; the one policy of HTTP and sockets. */
export function boothMoneyVisible(setting: BoothMoneyVisibleTo, roles: readonly Role[]): boolean {
  if (roles.includes('organizer')) return true;
  return setting !== 'organizers' && roles.includes('official');
}

/** The day a board shows by itself: today, or the fair's nearest day; of two as near, the earlier. */
export function dayToShow(days: readonly string[], today: string): string {
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  return (
    [...days]
      .sort()
      .reduce<string | undefined>(
        (nearest, day) =>
          nearest === undefined || distance(day) < distance(nearest) ? day : nearest,
        undefined,
      ) ?? today
  );
}

/**
 * The instant up to which every fact is in the figures: now when nothing waits to be folded,
 * otherwise the last fold, and before any fold the fair's own beginning. So a fold that stands
 * still shows.
 */
export function figuresAsOf(state: {
  now: Date;
  hasWaitingFacts: boolean;
  foldedAt: Date | null;
  fairCreatedAt: Date;
}): Date {
  if (!state.hasWaitingFacts) return state.now;
  return state.foldedAt ?? state.fairCreatedAt;
}

export interface SalesFigures {
  dimension: string;
  key: string;
  salesCount: number;
  salesVnd: number;
  refundCount: number;
  refundVnd: number;
}

/** Declared sums of a day by one dimension. */
export interface DeclaredFigures {
  day: string;
  dimension: string;
  key: string;
  declaredCount: number;
  declaredVnd: number;
}

export interface VisitsFigures {
  dimension: string;
  key: string;
  entries: number;
  exits: number;
}

export type DayVisits = VisitsFigures & { day: string };

export interface BoothOfDay {
  id: string;
  code: string;
  zoneId: string;
  areaCm2: number;
  /** Exhibitors the booth is given to; none when it is free. */
  exhibitorNames: string[];
}

export interface ZoneOfFair {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  isSelling: boolean;
  hasBooths: boolean;
}

export interface GateOfFair {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
}

export interface PeriodFigures {
  period: Period;
  filter: { zoneIds: readonly string[]; origins: readonly string[] };
  sales: readonly (SalesFigures & { day: string })[];
  declared: readonly DeclaredFigures[];
  visits: readonly DayVisits[];
  /** Booths with a document of any kind that sold nothing. */
  quietBoothIds: readonly string[];
  zones: readonly ZoneOfFair[];
  /** Of the filter. */
  booths: readonly BoothOfDay[];
  gates: readonly GateOfFair[];
  /** How many may be inside at once. */
  capacity: number | null;
  withheld: BoardDto['withheld'];
}

type Figures = Pick<
  BoardDto,
  | 'visits'
  | 'revenue'
  | 'sales'
  | 'booths'
  | 'zones'
  | 'origins'
  | 'stars'
  | 'ranking'
  | 'days'
  | 'minutes'
>;

const STARS = ['5', '4', '3', 'none'] as const;
const RANKED = 10;

export const nothingSold = { salesCount: 0, salesVnd: 0, refundCount: 0, refundVnd: 0 };
const nobody = { entries: 0, exits: 0 };

/** Refunds and voids taken off. */
export const revenueOf = (figures: { salesVnd: number; refundVnd: number }) =>
  figures.salesVnd + figures.refundVnd;

/** The rows of one dimension by key, the days of a period added up. */
export function salesBy(
  rows: readonly SalesFigures[],
  dimension: string,
): Map<string, SalesFigures> {
  const sums = new Map<string, SalesFigures>();
  for (const row of rows) {
    if (row.dimension !== dimension) continue;
    const sum = sums.get(row.key);
    if (!sum) sums.set(row.key, { ...row });
    else {
      sum.salesCount += row.salesCount;
      sum.salesVnd += row.salesVnd;
      sum.refundCount += row.refundCount;
      sum.refundVnd += row.refundVnd;
    }
  }
  return sums;
}

/** What was declared of one dimension by key, the days of a period added up. */
export function declaredBy(
  rows: readonly DeclaredFigures[],
  dimension: string,
): Map<string, { declaredCount: number; declaredVnd: number }> {
  const sums = new Map<string, { declaredCount: number; declaredVnd: number }>();
  for (const row of rows) {
    if (row.dimension !== dimension) continue;
    const sum = sums.get(row.key) ?? { declaredCount: 0, declaredVnd: 0 };
    sums.set(row.key, {
      declaredCount: sum.declaredCount + row.declaredCount,
      declaredVnd: sum.declaredVnd + row.declaredVnd,
    });
  }
  return sums;
}

function visitsBy(rows: readonly VisitsFigures[], dimension: string) {
  const sums = new Map<string, { entries: number; exits: number }>();
  for (const { dimension: found, key, entries, exits } of rows) {
    if (found !== dimension) continue;
    const sum = sums.get(key) ?? nobody;
    sums.set(key, { entries: sum.entries + entries, exits: sum.exits + exits });
  }
  return sums;
}

/** Booths with a document, whatever it says, or a declaration, 0 included. */
export const heardBooths = (
  quietBoothIds: readonly string[],
  sales: readonly SalesFigures[],
  declared: readonly DeclaredFigures[],
): Set<string> =>
  new Set([
    ...quietBoothIds,
    ...salesBy(sales, 'booth').keys(),
    ...declaredBy(declared, 'booth').keys(),
  ]);

/** The figures of a period from its rollups and the plan's names. */
export function periodFigures(
  figures: PeriodFigures,
  viewer: { mayReadBoothMoney: boolean },
): Figures {
  const { period, filter, sales, declared, visits, zones, booths, gates, capacity, withheld } =
    figures;
  const total = salesBy(sales, 'day').get('') ?? nothingSold;
  const seen = visitsBy(visits, 'day').get('') ?? nobody;
  const lastDay = visits.find((row) => row.dimension === 'day' && row.day === period.to) ?? nobody;
  const byZone = salesBy(sales, 'zone');
  const byBooth = salesBy(sales, 'booth');
  const byOrigin = salesBy(sales, 'origin');
  const byStar = salesBy(sales, 'star');
  const byGate = visitsBy(visits, 'gate');
  const inside = insideOf(lastDay.entries, lastDay.exits);
  /* The total is always told; of a part of the fair, and by part, only where the parts are many. */
  const isSplit = !withheld.includes('declared');
  const isWhole = filter.zoneIds.length === 0 && filter.origins.length === 0;
  const declaredOf = (dimension: string) => {
    const sums = declaredBy(declared, dimension);
    return (key: string) => sums.get(key)?.declaredVnd ?? 0;
  };
  const declaredVnd = isSplit || isWhole ? declaredOf('day')('') : null;
  const [inZone, ofOrigin, atBooth] = [
    declaredOf('zone'),
    declaredOf('origin'),
    declaredOf('booth'),
  ];
  const together = (figures: SalesFigures | typeof nothingSold, added: number) => ({
    revenueVnd: revenueOf(figures) + (isSplit ? added : 0),
    declaredVnd: isSplit ? added : null,
  });
  const heard = heardBooths(figures.quietBoothIds, sales, declared);
  const zoneCodes = new Map(zones.map((zone) => [zone.id, zone.code]));
  const sold = (booth: BoothOfDay) => byBooth.get(booth.id) ?? nothingSold;
  const isSelling = (booth: BoothOfDay) => sold(booth).salesCount > 0;
  const moneyOf = (booth: BoothOfDay) => revenueOf(sold(booth)) + atBooth(booth.id);
  const isHeard = (booth: BoothOfDay) => isAllocated(booth) && heard.has(booth.id);
  const isAllocated = (booth: BoothOfDay) => booth.exhibitorNames.length > 0;
  const isAsked = (list: readonly string[], one: string) => list.length === 0 || list.includes(one);

  return {
    visits: {
      entries: seen.entries,
      exits: seen.exits,
      inside,
      difference: lastDay.entries - lastDay.exits,
      capacity,
      ...capacityUse(inside, capacity),
      gates: gates.map(({ id, code, nameVi, nameEn }) => {
        const { entries, exits } = byGate.get(id) ?? nobody;
        return { gateId: id, code, nameVi, nameEn, entries, exits };
      }),
    },
    revenue: {
      totalVnd: revenueOf(total) + (declaredVnd ?? 0),
      measuredVnd: revenueOf(total),
      declaredVnd,
    },
    sales: {
      count: total.salesCount,
      averageVnd: total.salesCount === 0 ? 0 : Math.round(total.salesVnd / total.salesCount),
      refundCount: total.refundCount,
      refundVnd: total.refundVnd,
    },
    booths: {
      selling: booths.filter(isSelling).length,
      allocated: booths.filter(isAllocated).length,
      heardFrom: booths.filter(isHeard).length,
    },
    zones: withheld.includes('zones')
      ? []
      : zones
          .filter((zone) => isAsked(filter.zoneIds, zone.id))
          .filter(({ isSelling, hasBooths, id }) => isSelling || hasBooths || byZone.has(id))
          .map((zone) => {
            const figures = byZone.get(zone.id) ?? nothingSold;
            const inside = booths.filter((booth) => booth.zoneId === zone.id);
            return {
              zoneId: zone.id,
              code: zone.code,
              nameVi: zone.nameVi,
              nameEn: zone.nameEn,
              ...together(figures, inZone(zone.id)),
              salesCount: figures.salesCount,
              boothsSelling: inside.filter(isSelling).length,
              boothsAllocated: inside.filter(isAllocated).length,
              boothsHeard: inside.filter(isHeard).length,
            };
          }),
    origins: withheld.includes('origins')
      ? []
      : ORIGINS.filter((origin) => isAsked(filter.origins, origin)).map((origin) => {
          const figures = byOrigin.get(origin) ?? nothingSold;
          return {
            origin,
            ...together(figures, ofOrigin(origin)),
            salesCount: figures.salesCount,
          };
        }),
    stars: withheld.includes('stars')
      ? []
      : STARS.map((star) => ({
          star,
          revenueVnd:
            revenueOf(byStar.get(star) ?? nothingSold) + (star === 'none' ? (declaredVnd ?? 0) : 0),
        })),
    ranking: booths
      .filter((booth) => isSelling(booth) || atBooth(booth.id) > 0)
      .sort((a, b) => moneyOf(b) - moneyOf(a) || (a.code < b.code ? -1 : 1))
      .slice(0, RANKED)
      .map((booth, at) => ({
        rank: at + 1,
        boothId: booth.id,
        boothCode: booth.code,
        zoneCode: zoneCodes.get(booth.zoneId) ?? '',
        exhibitorNames: booth.exhibitorNames,
        salesCount: viewer.mayReadBoothMoney ? sold(booth).salesCount : null,
        revenueVnd: viewer.mayReadBoothMoney ? moneyOf(booth) : null,
        declaredVnd: viewer.mayReadBoothMoney ? atBooth(booth.id) : null,
      })),
    days: daysOf(period, sales, visits, declaredVnd === null ? null : declared),
    minutes: period.from === period.to ? minutesOf(sales, visits) : minutesOf([], []),
  };
}

function daysOf(
  { from, to }: Period,
  sales: PeriodFigures['sales'],
  visits: PeriodFigures['visits'],
  /** Null where it is withheld. */
  declared: PeriodFigures['declared'] | null,
) {
  const soldOn = new Map(
    sales.filter((row) => row.dimension === 'day').map((row) => [row.day, row]),
  );
  const cameOn = new Map(
    visits.filter((row) => row.dimension === 'day').map((row) => [row.day, row]),
  );
  const declaredOn = new Map(
    (declared ?? [])
      .filter((row) => row.dimension === 'day')
      .map((row) => [row.day, row.declaredVnd]),
  );
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
    const day = fairDayPlus(from, at);
    const sold = soldOn.get(day) ?? nothingSold;
    return {
      day,
      revenueVnd: revenueOf(sold) + (declaredOn.get(day) ?? 0),
      declaredVnd: declared === null ? null : (declaredOn.get(day) ?? 0),
      salesCount: sold.salesCount,
      entries: cameOn.get(day)?.entries ?? 0,
    };
  });
}

function minutesOf(sales: readonly SalesFigures[], visits: readonly VisitsFigures[]) {
  const sold = salesBy(sales, 'minute');
  const came = visitsBy(visits, 'minute');
  const minute = [...new Set([...sold.keys(), ...came.keys()])].map(Number).sort((a, b) => a - b);
  const column = (amountOf: (key: string) => number) => minute.map((at) => amountOf(String(at)));
  return {
    minute,
    revenueVnd: column((key) => revenueOf(sold.get(key) ?? nothingSold)),
    salesCount: column((key) => sold.get(key)?.salesCount ?? 0),
    entries: column((key) => came.get(key)?.entries ?? 0),
  };
}
