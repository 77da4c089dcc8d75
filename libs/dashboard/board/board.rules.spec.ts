import type { Role } from '@phien/identity';
import type { BoothMoneyVisibleTo } from '@phien/planning';
import {
  boothMoneyVisible,
  periodFigures,
  dayToShow,
  figuresAsOf,
  type PeriodFigures,
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
    day: '2025-10-28',
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
    areaCm2: 90_000,
    exhibitorNames: n === 11 ? [] : [`Exhibitor ${n}`],
  }));
  const figures: PeriodFigures = {
    period: { from: '2025-10-28', to: '2025-10-28' },
    filter: { zoneIds: [], origins: [] },
    withheld: [],
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
    declared: [],
    quietBoothIds: [],
    visits: [
      { day: '2025-10-28', dimension: 'day', key: '', entries: 5, exits: 7 },
      { day: '2025-10-28', dimension: 'gate', key: 'gate-1', entries: 5, exits: 7 },
      { day: '2025-10-28', dimension: 'minute', key: '62', entries: 5, exits: 7 },
    ],
    zones: [
      {
        id: 'zone-a',
        code: '1',
        nameVi: 'Khu 1',
        nameEn: 'Zone 1',
        isSelling: true,
        hasBooths: true,
      },
      {
        id: 'stage',
        code: '3',
        nameVi: 'Sân khấu',
        nameEn: 'Stage',
        isSelling: false,
        hasBooths: false,
      },
    ],
    booths,
    gates: [{ id: 'gate-1', code: 'C1', nameVi: 'Cổng 1', nameEn: 'Gate 1' }],
    capacity: null,
  };

  it('take refunds off the revenue and leave the average of the sales alone', () => {
    const day = periodFigures(figures, { mayReadBoothMoney: true });
    expect(day.revenue).toEqual({ totalVnd: 80_001, measuredVnd: 80_001, declaredVnd: 0 });
    expect(day.sales).toEqual({
      count: 3,
      averageVnd: 33_334,
      refundCount: 1,
      refundVnd: -20_000,
    });
    expect(day.visits).toMatchObject({ entries: 5, exits: 7, inside: 0, difference: -2 });
    expect(day.booths).toEqual({ selling: 10, allocated: 11, heardFrom: 11 });
  });

  it.each([
    [11, 'ok'],
    [10, 'near'],
    [9, 'full'],
    [null, null],
  ])('say how full the fair is: 9 inside of %p is %p', (capacity, level) => {
    const visits = [{ day: '2025-10-28', dimension: 'day', key: '', entries: 11, exits: 2 }];
    const day = periodFigures({ ...figures, visits, capacity }, { mayReadBoothMoney: true });
    expect(day.visits).toMatchObject({ inside: 9, difference: 9, capacity, level });
  });

  it('always show every origin and star, and no zone where nobody can sell', () => {
    const day = periodFigures(figures, { mayReadBoothMoney: true });
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
        declaredVnd: 0,
        salesCount: 3,
        boothsSelling: 10,
        boothsAllocated: 11,
        boothsHeard: 11,
      },
    ]);
    expect(day.minutes).toEqual({
      minute: [61, 62, 600],
      revenueVnd: [60_001, 0, 40_000],
      salesCount: [2, 0, 1],
      entries: [0, 5, 0],
    });
  });

  it('rank ten booths by revenue and hide their money from who may not see it', () => {
    const open = periodFigures(figures, { mayReadBoothMoney: true }).ranking;
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
      declaredVnd: 0,
    });
    const hidden = periodFigures(figures, { mayReadBoothMoney: false }).ranking;
    expect(hidden).toEqual(
      open.map((row) => ({
        ...row,
        salesCount: null,
        revenueVnd: null,
        declaredVnd: null,
      })),
    );
  });

  it('leave out what was not asked for and what must not be told', () => {
    const filter = { zoneIds: ['zone-a'], origins: ['foreign'] };
    const part = periodFigures(
      { ...figures, filter, withheld: ['stars'] },
      { mayReadBoothMoney: true },
    );
    expect(part.origins.map(({ origin }) => origin)).toEqual(['foreign']);
    expect(part.zones.map(({ code }) => code)).toEqual(['1']);
    expect(part.stars).toEqual([]);
    const hidden: PeriodFigures = { ...figures, withheld: ['zones', 'origins'] };
    expect(periodFigures(hidden, { mayReadBoothMoney: false })).toMatchObject({
      zones: [],
      origins: [],
    });
  });

  it('add the days of a period up, tell each of them, and know no minutes', () => {
    const next = '2025-10-29';
    const period = periodFigures(
      {
        ...figures,
        period: { from: '2025-10-28', to: '2025-10-30' },
        sales: [
          ...figures.sales,
          { ...sold('day', '', 2, 50_000), day: next },
          { ...sold('zone', 'zone-a', 2, 50_000), day: next },
          { ...sold('booth', 'booth-0', 2, 50_000), day: next },
        ],
        visits: [
          ...figures.visits,
          { day: '2025-10-30', dimension: 'day', key: '', entries: 4, exits: 1 },
        ],
      },
      { mayReadBoothMoney: true },
    );
    expect(period.revenue.totalVnd).toBe(130_001);
    expect(period.days).toEqual([
      { day: '2025-10-28', revenueVnd: 80_001, declaredVnd: 0, salesCount: 3, entries: 5 },
      { day: next, revenueVnd: 50_000, declaredVnd: 0, salesCount: 2, entries: 0 },
      { day: '2025-10-30', revenueVnd: 0, declaredVnd: 0, salesCount: 0, entries: 4 },
    ]);
    expect(period.zones[0]).toMatchObject({ revenueVnd: 150_001, salesCount: 5 });
    expect(period.ranking[0]).toMatchObject({ boothCode: 'A00', revenueVnd: 50_000 });
    expect(period.visits).toMatchObject({ entries: 9, inside: 3 });
    expect(period.minutes.minute).toEqual([]);
  });

  const declared = (dimension: string, key: string, declaredVnd: number) => ({
    day: '2025-10-28',
    dimension,
    key,
    declaredCount: 1,
    declaredVnd,
  });
  const withDeclared: PeriodFigures = {
    ...figures,
    declared: [
      declared('day', '', 20_000),
      declared('zone', 'zone-a', 20_000),
      declared('origin', 'foreign', 20_000),
      declared('booth', 'booth-3', 20_000),
    ],
    quietBoothIds: ['booth-11'],
  };

  it('add what booths declared and say how much of each figure that is', () => {
    const day = periodFigures(withDeclared, { mayReadBoothMoney: true });
    expect(day.revenue).toEqual({ totalVnd: 100_001, measuredVnd: 80_001, declaredVnd: 20_000 });
    expect(day.zones[0]).toMatchObject({ revenueVnd: 120_001, declaredVnd: 20_000, salesCount: 3 });
    expect(day.origins[2]).toMatchObject({ revenueVnd: 120_001, declaredVnd: 20_000 });
    expect(day.stars[3]).toEqual({ star: 'none', revenueVnd: 60_000 });
    expect(day.days[0]).toMatchObject({ revenueVnd: 100_001, declaredVnd: 20_000 });
    expect(day.ranking[0]).toMatchObject({ boothCode: 'A03', declaredVnd: 20_000 });
    expect(day.sales).toMatchObject({ count: 3, averageVnd: 33_334 });
    expect(day.minutes.revenueVnd).toEqual([60_001, 0, 40_000]);
  });

  it('hear from a booth that sold nothing: by a shift, or by a declaration of nothing', () => {
    const heard = (more: Partial<PeriodFigures>) =>
      periodFigures({ ...figures, sales: [], ...more }, { mayReadBoothMoney: true }).booths
        .heardFrom;
    const given = figures.booths.filter(({ exhibitorNames }) => exhibitorNames.length > 0);
    const [first] = given;
    expect(heard({})).toBe(0);
    expect(heard({ quietBoothIds: [first!.id] })).toBe(1);
    expect(heard({ declared: [declared('booth', first!.id, 0)] })).toBe(1);
    expect(heard({ quietBoothIds: ['a booth that is nobody’s'] })).toBe(0);
  });

  it('tell the total and leave the declared part out of parts of so few booths', () => {
    const hidden: PeriodFigures = { ...withDeclared, withheld: ['declared'] };
    const day = periodFigures(hidden, { mayReadBoothMoney: false });
    expect(day.revenue).toMatchObject({ totalVnd: 100_001, declaredVnd: 20_000 });
    expect(day.zones[0]).toMatchObject({ revenueVnd: 100_001, declaredVnd: null });
    expect(day.origins[2]).toMatchObject({ revenueVnd: 100_001, declaredVnd: null });
    const filter = { zoneIds: ['zone-a'], origins: [] };
    const part = periodFigures({ ...hidden, filter }, { mayReadBoothMoney: false });
    expect(part.revenue).toEqual({ totalVnd: 80_001, measuredVnd: 80_001, declaredVnd: null });
    expect(part.days[0]).toMatchObject({ revenueVnd: 80_001, declaredVnd: null });
  });

  it('are zeros before anything happened', () => {
    const day = periodFigures({ ...figures, sales: [], visits: [] }, { mayReadBoothMoney: true });
    expect(day.sales.averageVnd).toBe(0);
    expect(day.ranking).toEqual([]);
    expect(day.minutes.minute).toEqual([]);
  });
});
