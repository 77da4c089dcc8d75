import type { BoardBoothsPageDto, BoardDto, BoardRankDto, BoardZoneDto } from './board.dto';
import { boothsForPassersBy, forPassersBy } from './passers-by.rules';

const zone = (code: string, boothsSelling: number, revenueVnd: number): BoardZoneDto => ({
  zoneId: code,
  code,
  nameVi: `Khu ${code}`,
  nameEn: `Zone ${code}`,
  revenueVnd,
  declaredVnd: 0,
  salesCount: boothsSelling,
  boothsSelling,
  boothsAllocated: 10,
  boothsHeard: boothsSelling,
});

const rank = (at: number): BoardRankDto => ({
  rank: at,
  boothId: `b${at}`,
  boothCode: `A0${at}`,
  zoneCode: '1',
  exhibitorNames: ['HTX Ba Chẽ'],
  salesCount: 7,
  revenueVnd: 25_000,
  declaredVnd: 1_000,
});

const board = (zones: BoardZoneDto[], ranked: number) =>
  ({
    zones,
    ranking: Array.from({ length: ranked }, (_, at) => rank(at + 1)),
    origins: [{ origin: 'foreign', revenueVnd: 5, declaredVnd: 0, salesCount: 1 }],
    stars: [{ star: '5', revenueVnd: 5 }],
    withheld: ['declared'],
    revenue: { totalVnd: 95, measuredVnd: 90, declaredVnd: 5 },
    days: [{ day: '2025-10-28', revenueVnd: 95, declaredVnd: 5, salesCount: 1, entries: 0 }],
    comparison: { isMeasuredOnly: false, revenueVnd: 50 },
  }) as unknown as BoardDto;

const shownZones = (...zones: BoardZoneDto[]) =>
  forPassersBy(board(zones, 0), 0).zones.map(({ code, revenueVnd }) => [code, revenueVnd]);

it('ranks booths by code alone for passers-by, and tells totals', () => {
  const { ranking, origins, stars, withheld, revenue } = forPassersBy(board([], 3), 3);
  expect(ranking.map(({ boothCode }) => boothCode)).toEqual(['A01', 'A02', 'A03']);
  expect(ranking[0]).toEqual({
    ...rank(1),
    exhibitorNames: [],
    salesCount: null,
    revenueVnd: null,
    declaredVnd: null,
  });
  expect([origins, stars, withheld]).toEqual([[], [], ['declared', 'origins', 'stars']]);
  expect(revenue.totalVnd).toBe(95);
});

it('ranks no booth while the total would tell whose money it is', () => {
  expect(forPassersBy(board([], 2), 0).ranking).toEqual([]);
});

it.each([1, 2])('leaves out of every total what %i booths declared', (declaring) => {
  const { revenue, days, comparison, withheld } = forPassersBy(board([], 3), declaring);
  expect(revenue).toEqual({ totalVnd: 90, measuredVnd: 90, declaredVnd: null });
  expect([days[0]?.revenueVnd, days[0]?.declaredVnd, comparison]).toEqual([90, null, null]);
  expect(withheld).toContain('declared');
});

it.each([
  [
    'zones with three booths and more stand alone',
    [zone('1', 3, 60), zone('2', 4, 30)],
    [
      ['1', 60],
      ['2', 30],
    ],
  ],
  [
    'a quiet zone stands with 0 and hides nobody',
    [zone('1', 3, 60), zone('2', 0, 0)],
    [
      ['1', 60],
      ['2', 0],
    ],
  ],
  [
    'two small zones stand together',
    [zone('1', 9, 60), zone('2', 1, 20), zone('3', 2, 10)],
    [
      ['1', 60],
      ['2, 3', 30],
    ],
  ],
  [
    'one small zone takes the smallest other with it, or the total would tell',
    [zone('1', 9, 60), zone('2', 4, 20), zone('3', 1, 10)],
    [
      ['1', 60],
      ['2, 3', 30],
    ],
  ],
  [
    'a zone where somebody only declared counts as small',
    [zone('1', 9, 60), zone('2', 4, 20), { ...zone('3', 0, 10), declaredVnd: 10 }],
    [
      ['1', 60],
      ['2, 3', 30],
    ],
  ],
])('%s', (_, zones, shown) => {
  expect(shownZones(...zones)).toEqual(shown);
  const sum = (all: readonly BoardZoneDto[]) =>
    all.reduce((total, { revenueVnd }) => total + revenueVnd, 0);
  expect(sum(forPassersBy(board(zones, 0), 0).zones)).toBe(sum(zones));
});

it('tells no field that is not on the list, however deep it is new', () => {
  const grown = board([{ ...zone('1', 3, 60), bestSeller: 'HTX Ba Chẽ' } as BoardZoneDto], 3);
  const more = {
    ...grown,
    latestSales: [{ exhibitorName: 'HTX Ba Chẽ' }],
    revenue: { ...grown.revenue, best: { exhibitorName: 'HTX Ba Chẽ' } },
    ranking: grown.ranking.map((row) => ({ ...row, phone: 'HTX Ba Chẽ' })),
  };
  const told = forPassersBy(more, 3);
  expect(JSON.stringify(told)).not.toContain('Ba Chẽ');
  expect(told).toEqual(forPassersBy(board([zone('1', 3, 60)], 3), 3));
});

describe('every booth for passers-by', () => {
  const page = (booths: number): BoardBoothsPageDto => ({
    version: 1,
    asOf: '2025-10-28T05:00:00.000Z',
    showsMoney: true,
    booths: ['C', 'B', 'A'].slice(0, booths).map((code, at) => ({
      boothId: code,
      boothCode: code,
      zoneCode: '1',
      exhibitorNames: ['HTX Ba Chẽ'],
      revenue: { rank: at + 1, heat: 6 - at, amount: 25_000 },
      sales: { rank: at + 1, heat: 6 - at, amount: 7 },
      density: { rank: at + 1, heat: 6 - at, amount: 2_778 },
    })),
    heat: {
      revenue: [{ heat: 6, boothCount: 1, firstRank: 1, lastRank: 1, least: 25_000, most: 25_000 }],
      sales: [{ heat: 6, boothCount: 1, firstRank: 1, lastRank: 1, least: 7, most: 7 }],
      density: [{ heat: 6, boothCount: 1, firstRank: 1, lastRank: 1, least: 2_778, most: 2_778 }],
    },
  });

  it('has a rank and a colour, no name and no amount', () => {
    const shown = boothsForPassersBy(page(3));
    expect(shown.booths.map(({ boothCode, revenue }) => [boothCode, revenue?.rank])).toEqual([
      ['C', 1],
      ['B', 2],
      ['A', 3],
    ]);
    expect(shown.showsMoney).toBe(false);
    expect(JSON.stringify(shown)).not.toMatch(/25000|2778|"amount":7|"least":7|Ba Chẽ/);
  });

  it('tells no field that is not on the list', () => {
    const grown = page(3);
    const shown = boothsForPassersBy({
      ...grown,
      booths: grown.booths.map((booth) => ({ ...booth, owner: 'HTX Ba Chẽ' })),
    });
    expect(shown).toEqual(boothsForPassersBy(grown));
  });

  it('has neither while fewer than three sell, nor an order that tells', () => {
    const shown = boothsForPassersBy(page(2));
    expect(shown.booths).toMatchObject([
      { boothCode: 'B', revenue: null, sales: null, density: null },
      { boothCode: 'C', revenue: null, sales: null, density: null },
    ]);
    expect(shown.heat).toEqual({ revenue: [], sales: [], density: [] });
  });
});
