import type { BoardBoothsPageDto, BoardDto } from './board.dto';
import type { ToldFields } from './told.rules';

/*
 * What of a board and of its booths leaves the house for whoever passes a wall. A name is listed here
 * only when anybody may read it; that its value may be told as well is `passers-by.rules.ts`.
 */

const period = { from: true, to: true, upToMinute: true, isMeasuredOnly: true } as const;
const standing = { rank: true, heat: true, amount: true } as const;
const heatClass = {
  heat: true,
  boothCount: true,
  firstRank: true,
  lastRank: true,
  least: true,
  most: true,
} as const;

export const TOLD_OF_BOARD: ToldFields<BoardDto> = {
  fairId: true,
  day: true,
  from: true,
  filter: { zones: true, origins: true },
  version: true,
  asOf: true,
  fair: {
    code: true,
    nameVi: true,
    nameEn: true,
    isDemo: true,
    timeZone: true,
    days: { day: true, opensAt: true, closesAt: true, isOpen: true },
    zones: { code: true, nameVi: true, nameEn: true },
  },
  visits: {
    entries: true,
    exits: true,
    inside: true,
    difference: true,
    capacity: true,
    share: true,
    level: true,
    gates: { gateId: true, code: true, nameVi: true, nameEn: true, entries: true, exits: true },
  },
  revenue: { totalVnd: true, measuredVnd: true, declaredVnd: true },
  sales: { count: true, averageVnd: true, refundCount: true, refundVnd: true },
  booths: { selling: true, allocated: true, heardFrom: true },
  comparison: {
    ...period,
    revenueVnd: true,
    salesCount: true,
    entries: true,
    revenueChange: true,
    salesChange: true,
    entriesChange: true,
  },
  zones: {
    zoneId: true,
    code: true,
    nameVi: true,
    nameEn: true,
    revenueVnd: true,
    declaredVnd: true,
    salesCount: true,
    boothsSelling: true,
    boothsAllocated: true,
    boothsHeard: true,
  },
  origins: { origin: true, revenueVnd: true, declaredVnd: true, salesCount: true },
  stars: { star: true, revenueVnd: true },
  withheld: true,
  ranking: {
    rank: true,
    boothId: true,
    boothCode: true,
    zoneCode: true,
    exhibitorNames: true,
    salesCount: true,
    revenueVnd: true,
    declaredVnd: true,
  },
  days: { day: true, revenueVnd: true, declaredVnd: true, salesCount: true, entries: true },
  minutes: { minute: true, revenueVnd: true, salesCount: true, entries: true },
  clock: { isMoved: true, speed: true },
  tills: { silentCount: true, silentSince: true },
  reconciliation: { checkedAt: true, differenceCount: true },
};

export const TOLD_OF_BOOTHS: ToldFields<BoardBoothsPageDto> = {
  version: true,
  asOf: true,
  showsMoney: true,
  booths: {
    boothId: true,
    boothCode: true,
    zoneCode: true,
    exhibitorNames: true,
    revenue: standing,
    sales: standing,
    density: standing,
  },
  heat: { revenue: heatClass, sales: heatClass, density: heatClass },
};
