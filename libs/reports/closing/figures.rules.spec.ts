import { sampleFacts } from '../testing/sample-day';
import {
  ClosingDefect,
  figuresOf,
  isComplete,
  rankedBooths,
  splitsShown,
  type DayFacts,
} from './figures.rules';

const sum = (parts: { revenueVnd: number }[]) =>
  parts.reduce((total, part) => total + part.revenueVnd, 0);

describe('the figures of a day', () => {
  const facts = { ...sampleFacts(40), declared: [] };
  const figures = figuresOf(facts);

  it('sum to the documents in every breakdown', () => {
    const totalVnd = facts.takings.reduce((total, group) => total + group.vnd, 0);
    expect(figures.totals.revenueVnd).toBe(totalVnd);
    for (const name of ['zones', 'origins', 'stars', 'classes', 'methods', 'booths'] as const) {
      expect([name, sum(figures[name])]).toEqual([name, totalVnd]);
    }
  });

  it('keep refunds apart from sales and take them off the revenue', () => {
    const { salesVnd, refundVnd, voidVnd, revenueVnd, refundCount } = figures.totals;
    expect(refundCount).toBe(4);
    expect(refundVnd).toBe(-4 * 85_000);
    expect(salesVnd + refundVnd + voidVnd).toBe(revenueVnd);
    expect(figures.totals.averageVnd).toBe(Math.round(salesVnd / figures.totals.salesCount));
  });

  it('put what was sold without a product under "not classified", last', () => {
    expect(figures.classes.at(-1)).toMatchObject({ code: null, nameVi: 'Chưa phân loại' });
  });

  it('say who was not heard from, instead of counting them as nothing', () => {
    expect(figures.coverage).toMatchObject({
      boothsAllocated: 40,
      boothsHeard: 36,
      registersKnown: 40,
      registersHeard: 36,
    });
    expect(figures.coverage.silentRegisters.map((register) => register.boothCode)).toEqual([
      'B19',
      'B20',
      'B21',
      'B22',
    ]);
  });

  it('count a booth that only opened its shift as heard from, with revenue 0', () => {
    const opened = figuresOf({
      ...facts,
      takings: [
        ...facts.takings,
        {
          boothId: facts.booths[39]?.id ?? '',
          exhibitorId: facts.exhibitors[39]?.id ?? '',
          kind: 'shift_open',
          count: 1,
          vnd: 0,
        },
      ],
    });
    expect(opened.coverage.boothsHeard).toBe(37);
    expect(opened.totals.revenueVnd).toBe(figures.totals.revenueVnd);
  });

  it('are provisional while a register that sold has not closed its last shift', () => {
    expect(isComplete(figures)).toBe(false);
    expect(figures.coverage.unclosedRegisters.map((register) => register.boothCode)).toEqual([
      'A04',
    ]);
    const registers = facts.registers.map((register) => ({
      ...register,
      lastShiftKind: 'shift_close',
    }));
    expect(isComplete(figuresOf({ ...facts, registers }))).toBe(true);
  });

  it('say what came since the revision before, by booth', () => {
    const [first, second] = facts.booths;
    const since = {
      revision: 1,
      entries: 11_000,
      booths: [
        { boothId: second?.id ?? '', count: 2, vnd: -50_000 },
        { boothId: first?.id ?? '', count: 1, vnd: 120_000 },
      ],
      declared: [{ boothId: first?.id ?? '', count: 2, vnd: 30_000 }],
    };
    expect(figuresOf({ ...facts, since }).difference).toEqual({
      revision: 1,
      documentCount: 3,
      totalVnd: 70_000,
      declaredCount: 2,
      declaredVnd: 30_000,
      entries: 334,
      booths: [
        {
          boothId: first?.id,
          boothCode: 'A01',
          documentCount: 1,
          totalVnd: 120_000,
          declaredCount: 2,
          declaredVnd: 30_000,
        },
        {
          boothId: second?.id,
          boothCode: 'A02',
          documentCount: 2,
          totalVnd: -50_000,
          declaredCount: 0,
          declaredVnd: 0,
        },
      ],
    });
  });

  it('of an empty day are zeros that still sum', () => {
    const nothing = {
      takings: [],
      declared: [],
      lines: [],
      payments: [],
      registers: [],
      shifts: [],
      soldByHour: [],
    };
    const empty: DayFacts = { ...facts, ...nothing };
    expect(figuresOf(empty).totals).toMatchObject({ revenueVnd: 0, averageVnd: 0, salesCount: 0 });
  });

  it('keep calibrated visits beside the counted ones, and refuse methods that sum to other visits', () => {
    const method = { method: 'clicker' as const, countsUsed: 1, factorMillionths: null };
    const of = (entries: number): DayFacts => ({
      ...facts,
      calibration: {
        entries: null,
        error: null,
        methods: [{ ...method, entries, spreadMillionths: null }],
      },
    });
    const { entries } = figures.visits;
    expect(figures.visits.calibration).toBeUndefined();
    expect(figuresOf(of(entries)).visits).toMatchObject({ entries, calibration: { error: null } });
    expect(() => figuresOf(of(entries + 1))).toThrow(ClosingDefect);
  });

  it.each<[string, Partial<DayFacts>, string]>([
    ['a line is missing', { lines: facts.lines.slice(1) }, 'stars'],
    ['a payment is missing', { payments: facts.payments.slice(1) }, 'methods'],
    ['a shift is missing', { shifts: facts.shifts.slice(1) }, 'shift_cash'],
    ['a booth is missing', { booths: facts.booths.slice(1) }, 'zones'],
    ['an exhibitor is missing', { exhibitors: facts.exhibitors.slice(1) }, 'origins'],
  ])('are refused as a defect when %s', (_, missing, breakdown) => {
    const attempt = () => figuresOf({ ...facts, ...missing });
    expect(attempt).toThrow(ClosingDefect);
    expect(attempt).toThrow(breakdown);
  });
});

describe('what was declared', () => {
  const facts = sampleFacts(160);
  const figures = figuresOf(facts);
  const declaredVnd = facts.declared.reduce((sum, { vnd }) => sum + vnd, 0);

  it('is revenue beside what was measured, of no product, star or method', () => {
    const { totals, stars, classes, methods } = figures;
    expect(totals).toMatchObject({
      declaredVnd,
      isDeclaredCollected: true,
      declaredBooths: facts.declared.length,
    });
    expect(totals.revenueVnd).toBe(totals.measuredVnd + declaredVnd);
    const without = figuresOf({ ...facts, declared: [] });
    const none = (all: typeof stars) => all.find(({ star }) => star === 'none')?.revenueVnd ?? 0;
    expect(none(stars) - none(without.stars)).toBe(declaredVnd);
    expect(classes.at(-1)?.code).toBeNull();
    expect(methods).toEqual(without.methods);
  });

  it('makes a booth heard from, 0 included', () => {
    const silent = figures.booths.find((booth) => booth.isAllocated && !booth.isHeard)!;
    const exhibitorId = facts.allocations.find(
      ({ boothId }) => boothId === silent.boothId,
    )!.exhibitorId;
    const said = { boothId: silent.boothId, exhibitorId, vnd: 0 };
    const heard = figuresOf({ ...facts, declared: [...facts.declared, said] });
    expect(heard.coverage.boothsHeard).toBe(figures.coverage.boothsHeard + 1);
    expect(heard.totals.revenueVnd).toBe(figures.totals.revenueVnd);
  });

  it('is left out of zones and origins where so few declared that a part tells one', () => {
    const open = splitsShown(figures, true);
    expect([open.isDeclaredIn, open.totalVnd]).toEqual([true, figures.totals.revenueVnd]);
    const hidden = splitsShown(figures, false);
    expect([hidden.isDeclaredIn, hidden.totalVnd]).toEqual([false, figures.totals.measuredVnd]);
    for (const parts of [hidden.zones, hidden.origins]) {
      const sum = parts.reduce((total, { revenueVnd }) => total + revenueVnd, 0);
      expect(sum).toBe(figures.totals.measuredVnd);
    }
    const nobody = figuresOf({ ...facts, declared: [] });
    expect(splitsShown(nobody, false).isDeclaredIn).toBe(true);
  });
});

describe('ranks', () => {
  it('are shared by equal revenue and left out for booths not heard from', () => {
    const [one, two, three, four, silent] = figuresOf(sampleFacts(40)).booths;
    if (!one || !two || !three || !four || !silent) throw new Error('five booths');
    const ranked = rankedBooths([
      { ...one, revenueVnd: 100 },
      { ...two, revenueVnd: 300 },
      { ...three, revenueVnd: 300 },
      { ...four, revenueVnd: 0 },
      { ...silent, revenueVnd: 0, isHeard: false },
    ]);
    expect(ranked.map((booth) => [booth.boothCode, booth.rank])).toEqual([
      [two.boothCode, 1],
      [three.boothCode, 1],
      [one.boothCode, 3],
      [four.boothCode, 4],
      [silent.boothCode, null],
    ]);
  });
});
