import type { BoardBoothsPageDto, BoardDto, BoardZoneDto, BoothStandingDto } from './board.dto';
import { FEWEST_BOOTHS, groupSmall } from './disclosure.rules';
import type { Metric } from './heat.rules';
import { TOLD_OF_BOARD, TOLD_OF_BOOTHS } from './told-to-passers-by';
import { toldOf } from './told.rules';

/*
 * What anybody who passes a wall may read: no exhibitor by name, no money that is the money of one
 * booth or two. Whoever sees an official's board has a name and a duty; a passer-by has neither.
 */

/** The zone of the row that holds several, as places do. */
export const GROUPED = 'grouped';

/**
 * A board for passers-by. Zones with money of fewer than three booths are told as one; booths are
 * ranked from three on, since with fewer the total gives away who earned it. What one booth or two
 * declared (`declaringCount`) is left out of every total. Fields that are not listed are not told.
 */
export function forPassersBy(board: BoardDto, declaringCount: number): BoardDto {
  const isDeclaredTold = declaringCount === 0 || declaringCount >= FEWEST_BOOTHS;
  const shown: BoardDto = {
    ...(isDeclaredTold ? board : withoutDeclared(board)),
    zones: crowdedZones(board.zones),
    origins: [],
    stars: [],
    withheld: [
      ...new Set([
        ...board.withheld,
        'origins' as const,
        'stars' as const,
        ...(isDeclaredTold ? [] : ['declared' as const]),
      ]),
    ],
    ranking:
      board.ranking.length < FEWEST_BOOTHS
        ? []
        : board.ranking.map((row) => ({ ...row, exhibitorNames: [], ...noMoney })),
  };
  return toldOf(shown, TOLD_OF_BOARD);
}

/** Every booth for passers-by: by its code and its rank. */
export function boothsForPassersBy(page: BoardBoothsPageDto): BoardBoothsPageDto {
  const isRanked = (metric: Metric) =>
    page.booths.filter((booth) => booth[metric] !== null).length >= FEWEST_BOOTHS;
  const ranked = {
    revenue: isRanked('revenue'),
    sales: isRanked('sales'),
    density: isRanked('density'),
  };
  const rankOnly = (standing: BoothStandingDto | null, isTold: boolean) =>
    standing !== null && isTold ? { ...standing, amount: null } : null;
  const classes = (metric: Metric) =>
    ranked[metric] ? page.heat[metric].map((row) => ({ ...row, least: null, most: null })) : [];
  const shown: BoardBoothsPageDto = {
    ...page,
    showsMoney: false,
    booths: page.booths
      .map((booth) => ({
        ...booth,
        exhibitorNames: [],
        revenue: rankOnly(booth.revenue, ranked.revenue),
        sales: rankOnly(booth.sales, ranked.sales),
        density: rankOnly(booth.density, ranked.density),
      }))
      .sort((a, b) => (ranked.revenue ? 0 : a.boothCode < b.boothCode ? -1 : 1)),
    heat: { revenue: classes('revenue'), sales: classes('sales'), density: classes('density') },
  };
  return toldOf(shown, TOLD_OF_BOOTHS);
}

/* Zones are without it already: a zone stands for no more booths than the fair. */
function withoutDeclared(board: BoardDto): BoardDto {
  const { measuredVnd } = board.revenue;
  return {
    ...board,
    revenue: { totalVnd: measuredVnd, measuredVnd, declaredVnd: null },
    comparison: board.comparison?.isMeasuredOnly ? board.comparison : null,
    days: board.days.map((day) => ({
      ...day,
      revenueVnd: day.revenueVnd - (day.declaredVnd ?? 0),
      declaredVnd: null,
    })),
  };
}

const noMoney = { salesCount: null, revenueVnd: null, declaredVnd: null };

function crowdedZones(zones: readonly BoardZoneDto[]): BoardZoneDto[] {
  const isQuiet = (zone: BoardZoneDto) => zone.revenueVnd === 0 && zone.salesCount === 0;
  const earning = zones.filter((zone) => !isQuiet(zone));
  const { shown, grouped } = groupSmall(earning, ({ boothsSelling }) => boothsSelling);
  const alone = zones.filter((zone) => isQuiet(zone) || shown.includes(zone));
  if (grouped.length === 0) return alone;
  return [...alone, together(zones.filter((zone) => grouped.includes(zone)))];
}

function together(zones: readonly BoardZoneDto[]): BoardZoneDto {
  const sum = (of: (zone: BoardZoneDto) => number) =>
    zones.reduce((total, zone) => total + of(zone), 0);
  return {
    zoneId: GROUPED,
    code: zones.map(({ code }) => code).join(', '),
    nameVi: zones.map(({ nameVi }) => nameVi).join(', '),
    nameEn: zones.map(({ nameEn }) => nameEn).join(', '),
    revenueVnd: sum(({ revenueVnd }) => revenueVnd),
    declaredVnd: zones.some(({ declaredVnd }) => declaredVnd === null)
      ? null
      : sum(({ declaredVnd }) => declaredVnd ?? 0),
    salesCount: sum(({ salesCount }) => salesCount),
    boothsSelling: sum(({ boothsSelling }) => boothsSelling),
    boothsAllocated: sum(({ boothsAllocated }) => boothsAllocated),
    boothsHeard: sum(({ boothsHeard }) => boothsHeard),
  };
}
