import type { Role } from '@phien/identity';
import type { BoothMoneyVisibleTo } from '@phien/planning';
import {
  boothMoneyVisible,
  dayFigures,
  dayToShow,
  figuresAsOf,
  type DayFigures,
} from './board.rules';

describe('who sees the money of a single booth', () => {
  const table: [BoothMoneyVisibleTo, Role[], boolean][] = [
    ['organizers', ['organizer'], true],
    ['organizers', ['official'], false],
    ['organizers', ['official', 'organizer'], true],
    ['officials', ['official'], true],
    ['officials', ['exhibitor'], false],
    ['everyone', ['official'], true],
    ['everyone', ['gate'], false],
    ['everyone', [], false],
  ];
  it.each(table)('set to %s, as %j: %s', (setting, roles, visible) => {
    expect(boothMoneyVisible(setting, roles)).toBe(visible);
  });
});

describe('the day a board shows by itself', () => {
  const days = ['2025-10-30', '2025-10-28', '2025-11-01'];
  it.each([
    ['2025-10-30', '2025-10-30', 'today'],
    ['2025-10-01', '2025-10-28', 'before the fair'],
    ['2026-03-01', '2025-11-01', 'after it'],
    ['2025-10-29', '2025-10-28', 'on a closed day between, the earlier'],
  ])('on %s is %s: %s', (today, shown) => {
    expect(dayToShow(days, today)).toBe(shown);
  });

  it('is today for a fair without days', () => {
    expect(dayToShow([], '2025-10-30')).toBe('2025-10-30');
  });
});

describe('the as-of time', () => {
  const now = new Date('2025-10-28T05:00:00Z');
  const foldedAt = new Date('2025-10-28T04:00:00Z');
  const fairCreatedAt = new Date('2025-10-01T00:00:00Z');

  it('is now when nothing waits, and stands still with the fold when something does', () => {
    expect(figuresAsOf({ now, foldedAt, fairCreatedAt, hasWaitingFacts: false })).toBe(now);
    expect(figuresAsOf({ now, foldedAt, fairCreatedAt, hasWaitingFacts: true })).toBe(foldedAt);
    expect(figuresAsOf({ now, foldedAt: null, fairCreatedAt, hasWaitingFacts: true })).toBe(
      fairCreatedAt,
    );
  });
});

describe('the figures of a day', () => {
  const sold = (dimension: string, key: string, salesCount: number, salesVnd: number) => ({
    dimension,
    key,
    salesCount,
    salesVnd,
    refundCount: 0,
    refundVnd: 0,
  });
  const booths = Array.from({ length: 12 }, (_, n) => ({
    id: `booth-${n}`,
    code: `A${String(n).padStart(2, '0')}`,
    zoneId: 'zone-a',
    exhibitorNames: n === 11 ? [] : [`Exhibitor ${n}`],
  }));
  const figures: DayFigures = {
    sales: [
      { ...sold('day', '', 3, 100_001), refundCount: 1, refundVnd: -20_000 },
      sold('zone', 'zone-a', 3, 100_001),
      sold('origin', 'foreign', 3, 100_001),
      sold('star', '5', 2, 60_001),
      sold('star', 'none', 1, 40_000),
      sold('minute', '600', 1, 40_000),
      sold('minute', '61', 2, 60_001),
      ...booths.slice(0, 11).map((booth, n) => sold('booth', booth.id, n === 3 ? 0 : 1, 1_000 * n)),
    ],
    visits: [
      { dimension: 'day', key: '', entries: 5, exits: 7 },
      { dimension: 'gate', key: 'gate-1', entries: 5, exits: 7 },
      { dimension: 'minute', key: '62', entries: 5, exits: 7 },
    ],
    zones: [
      { id: 'zone-a', code: '1', nameVi: 'Khu 1', nameEn: 'Zone 1', isSelling: true },
      { id: 'stage', code: '3', nameVi: 'Sân khấu', nameEn: 'Stage', isSelling: false },
    ],
    booths,
    gates: [{ id: 'gate-1', code: 'C1', nameVi: 'Cổng 1', nameEn: 'Gate 1' }],
  };

  it('take refunds off the revenue and leave the average of the sales alone', () => {
    const day = dayFigures(figures, { mayReadBoothMoney: true });
    expect(day.revenue).toEqual({ totalVnd: 80_001, measuredVnd: 80_001, declaredVnd: 0 });
    expect(day.sales).toEqual({
      count: 3,
      averageVnd: 33_334,
      refundCount: 1,
      refundVnd: -20_000,
    });
    expect(day.visits).toMatchObject({ entries: 5, exits: 7, inside: 0 });
    expect(day.booths).toEqual({ selling: 10, allocated: 11 });
  });

  it('always show every origin and star, and no zone where nobody can sell', () => {
    const day = dayFigures(figures, { mayReadBoothMoney: true });
    expect(day.origins.map(({ origin, revenueVnd }) => [origin, revenueVnd])).toEqual([
      ['inProvince', 0],
      ['otherProvince', 0],
      ['foreign', 100_001],
    ]);
    expect(day.stars.map(({ star, revenueVnd }) => [star, revenueVnd])).toEqual([
      ['5', 60_001],
      ['4', 0],
      ['3', 0],
      ['none', 40_000],
    ]);
    expect(day.zones).toEqual([
      {
        zoneId: 'zone-a',
        code: '1',
        nameVi: 'Khu 1',
        nameEn: 'Zone 1',
        revenueVnd: 100_001,
        salesCount: 3,
        boothsSelling: 10,
        boothsAllocated: 11,
      },
    ]);
    expect(
      day.minutes.map(({ minute, salesCount, entries }) => [minute, salesCount, entries]),
    ).toEqual([
      [61, 2, 0],
      [62, 0, 5],
      [600, 1, 0],
    ]);
  });

  it('rank ten booths by revenue and hide their money from who may not see it', () => {
    const open = dayFigures(figures, { mayReadBoothMoney: true }).ranking;
    expect(open.map((row) => row.boothCode)).toEqual([
      'A10',
      'A09',
      'A08',
      'A07',
      'A06',
      'A05',
      'A04',
      'A02',
      'A01',
      'A00',
    ]);
    expect(open[0]).toEqual({
      rank: 1,
      boothId: 'booth-10',
      boothCode: 'A10',
      zoneCode: '1',
      exhibitorNames: ['Exhibitor 10'],
      salesCount: 1,
      revenueVnd: 10_000,
    });
    const hidden = dayFigures(figures, { mayReadBoothMoney: false }).ranking;
    expect(hidden).toEqual(open.map((row) => ({ ...row, salesCount: null, revenueVnd: null })));
  });

  it('are zeros before anything happened', () => {
    const day = dayFigures({ ...figures, sales: [], visits: [] }, { mayReadBoothMoney: true });
    expect(day.sales.averageVnd).toBe(0);
    expect(day.ranking).toEqual([]);
    expect(day.minutes).toEqual([]);
  });
});
