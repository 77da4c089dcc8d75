import type { Role } from '@phien/identity';
import type { BoothMoneyVisibleTo } from '@phien/planning';
import { insideOf } from '@phien/visitors';
import type { BoardDto } from './board.dto';

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

export interface VisitsFigures {
  dimension: string;
  key: string;
  entries: number;
  exits: number;
}

export interface BoothOfDay {
  id: string;
  code: string;
  zoneId: string;
  /** Exhibitors the booth is given to that day; none when it is free. */
  exhibitorNames: string[];
}

export interface ZoneOfFair {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  isSelling: boolean;
}

export interface GateOfFair {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
}

export interface DayFigures {
  sales: readonly SalesFigures[];
  visits: readonly VisitsFigures[];
  zones: readonly ZoneOfFair[];
  booths: readonly BoothOfDay[];
  gates: readonly GateOfFair[];
}

type Figures = Pick<
  BoardDto,
  'visits' | 'revenue' | 'sales' | 'booths' | 'zones' | 'origins' | 'stars' | 'ranking' | 'minutes'
>;

const ORIGINS = ['inProvince', 'otherProvince', 'foreign'] as const;
const STARS = ['5', '4', '3', 'none'] as const;
const RANKED = 10;

const nothingSold = { salesCount: 0, salesVnd: 0, refundCount: 0, refundVnd: 0 };
const nobody = { entries: 0, exits: 0 };
const revenueVnd = (figures: { salesVnd: number; refundVnd: number }) =>
  figures.salesVnd + figures.refundVnd;

function by<F extends { dimension: string; key: string }>(rows: readonly F[], dimension: string) {
  return new Map(rows.filter((row) => row.dimension === dimension).map((row) => [row.key, row]));
}

/** The figures of a day from its rollups and the plan's names. */
export function dayFigures(
  { sales, visits, zones, booths, gates }: DayFigures,
  viewer: { mayReadBoothMoney: boolean },
): Figures {
  const day = by(sales, 'day').get('') ?? nothingSold;
  const seen = by(visits, 'day').get('') ?? nobody;
  const byZone = by(sales, 'zone');
  const byBooth = by(sales, 'booth');
  const byOrigin = by(sales, 'origin');
  const byStar = by(sales, 'star');
  const byGate = by(visits, 'gate');
  const zoneCodes = new Map(zones.map((zone) => [zone.id, zone.code]));
  const sold = (booth: BoothOfDay) => byBooth.get(booth.id) ?? nothingSold;
  const isSelling = (booth: BoothOfDay) => sold(booth).salesCount > 0;
  const isAllocated = (booth: BoothOfDay) => booth.exhibitorNames.length > 0;

  return {
    visits: {
      entries: seen.entries,
      exits: seen.exits,
      inside: insideOf(seen.entries, seen.exits),
      gates: gates.map(({ id, code, nameVi, nameEn }) => {
        const { entries, exits } = byGate.get(id) ?? nobody;
        return { gateId: id, code, nameVi, nameEn, entries, exits };
      }),
    },
    revenue: { totalVnd: revenueVnd(day), measuredVnd: revenueVnd(day), declaredVnd: 0 },
    sales: {
      count: day.salesCount,
      averageVnd: day.salesCount === 0 ? 0 : Math.round(day.salesVnd / day.salesCount),
      refundCount: day.refundCount,
      refundVnd: day.refundVnd,
    },
    booths: {
      selling: booths.filter(isSelling).length,
      allocated: booths.filter(isAllocated).length,
    },
    zones: zones
      .map((zone) => {
        const figures = byZone.get(zone.id) ?? nothingSold;
        const inside = booths.filter((booth) => booth.zoneId === zone.id);
        return {
          isShown: zone.isSelling || inside.length > 0 || byZone.has(zone.id),
          shown: {
            zoneId: zone.id,
            code: zone.code,
            nameVi: zone.nameVi,
            nameEn: zone.nameEn,
            revenueVnd: revenueVnd(figures),
            salesCount: figures.salesCount,
            boothsSelling: inside.filter(isSelling).length,
            boothsAllocated: inside.filter(isAllocated).length,
          },
        };
      })
      .filter((zone) => zone.isShown)
      .map((zone) => zone.shown),
    origins: ORIGINS.map((origin) => {
      const figures = byOrigin.get(origin) ?? nothingSold;
      return { origin, revenueVnd: revenueVnd(figures), salesCount: figures.salesCount };
    }),
    stars: STARS.map((star) => ({ star, revenueVnd: revenueVnd(byStar.get(star) ?? nothingSold) })),
    ranking: booths
      .filter(isSelling)
      .sort((a, b) => revenueVnd(sold(b)) - revenueVnd(sold(a)) || (a.code < b.code ? -1 : 1))
      .slice(0, RANKED)
      .map((booth, at) => ({
        rank: at + 1,
        boothId: booth.id,
        boothCode: booth.code,
        zoneCode: zoneCodes.get(booth.zoneId) ?? '',
        exhibitorNames: booth.exhibitorNames,
        salesCount: viewer.mayReadBoothMoney ? sold(booth).salesCount : null,
        revenueVnd: viewer.mayReadBoothMoney ? revenueVnd(sold(booth)) : null,
      })),
    minutes: minutesOf(sales, visits),
  };
}

function minutesOf(sales: readonly SalesFigures[], visits: readonly VisitsFigures[]) {
  const sold = by(sales, 'minute');
  const came = by(visits, 'minute');
  return [...new Set([...sold.keys(), ...came.keys()])]
    .map((key) => ({
      minute: Number(key),
      revenueVnd: revenueVnd(sold.get(key) ?? nothingSold),
      salesCount: sold.get(key)?.salesCount ?? 0,
      entries: came.get(key)?.entries ?? 0,
    }))
    .sort((a, b) => a.minute - b.minute);
}
