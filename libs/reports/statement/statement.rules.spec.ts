import { sampleExhibitor, sampleFacts } from '../testing/sample-exhibitor';
import { salesExportOf } from '../sales-export/sales-export.rules';
import { StatementDefect, statementOf } from './statement.rules';

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

it('sums every part to the revenue: days, booths, methods, products and VAT rates', () => {
  const content = statementOf(sampleFacts());
  const { totals } = content;
  expect(totals).toMatchObject({
    salesCount: 3,
    salesVnd: 520_000,
    refundCount: 1,
    refundVnd: -60_000,
    voidCount: 1,
    voidVnd: -100_000,
    revenueVnd: 360_000,
    declaredVnd: 250_000,
  });
  expect(sum(content.days.map((day) => day.revenueVnd))).toBe(360_000);
  expect(sum(content.booths.map((booth) => booth.revenueVnd))).toBe(360_000);
  expect(sum(content.methods.map((method) => method.netVnd))).toBe(360_000);
  expect(sum(content.products.map((product) => product.revenueVnd))).toBe(360_000);
  expect(sum(content.vat.map((rate) => rate.amountVnd))).toBe(360_000);
  expect(content.methods).toEqual([
    {
      method: 'cash',
      paymentCount: 3,
      receivedVnd: 220_000,
      givenBackVnd: -60_000,
      netVnd: 160_000,
    },
    {
      method: 'vietqr',
      paymentCount: 3,
      receivedVnd: 300_000,
      givenBackVnd: -100_000,
      netVnd: 200_000,
    },
  ]);
});

it('says what of a product came back, and calls it as it was last called', () => {
  const [first, second] = statementOf(sampleFacts()).products;
  expect(first).toMatchObject({ name: 'Chả mực giã tay', soldMilli: 4_000, returnedMilli: 1_000 });
  expect(second).toMatchObject({ name: 'Ba kích (cân)', soldMilli: 350, returnedMilli: 0 });
});

it('counts a shift’s cash by what its drawer took and gave, and leaves an open one without a difference', () => {
  const [closed, open] = statementOf(sampleFacts()).shifts;
  expect(closed).toMatchObject({
    floatVnd: 500_000,
    cashVnd: 160_000,
    movedVnd: -200_000,
    expectedVnd: 460_000,
    countedVnd: 455_000,
    differenceVnd: -5_000,
  });
  expect(open).toMatchObject({ countedVnd: null, differenceVnd: null });
});

it('lists what came late with the closing that counts it, and what is set aside as it stood at the closing', () => {
  const facts = sampleFacts();
  const content = statementOf(facts);
  expect(content.late.map(({ number, revision }) => [number, revision])).toEqual([['A01-1-5', 2]]);
  expect(content.takenBack.map(({ kind, originalNumber }) => [kind, originalNumber])).toEqual([
    ['refund', 'A01-1-2'],
    ['void', 'A01-1-3'],
  ]);
  expect(content.setAside.map(({ code }) => code)).toEqual(['refund_over_original']);
  const closedAt = facts.days[0]?.closedAt ?? '';
  const decided = { verdict: 'refused' as const, reason: 'không có', decidedByName: 'Lan' };
  const later = { ...decided, decidedAt: new Date(Date.parse(closedAt) + 1).toISOString() };
  const before = { ...decided, decidedAt: closedAt };
  const withDecision = (decision: object) =>
    statementOf({
      ...facts,
      setAside: facts.setAside.map((one) => ({ ...one, ...decision })),
    }).setAside.length;
  expect([withDecision(later), withDecision(before)]).toEqual([1, 0]);
});

it('is provisional while one of its days is not closed', () => {
  const facts = sampleFacts();
  expect(statementOf(facts).isProvisional).toBe(true);
  const days = facts.days.map((day) => ({ ...day, isSettled: true }));
  expect(statementOf({ ...facts, days }).isProvisional).toBe(false);
});

it('keeps no statement whose lines or payments do not make its documents', () => {
  const facts = sampleFacts();
  const [line, ...lines] = facts.lines;
  const off = [{ ...line!, amountVnd: line!.amountVnd + 1 }, ...lines];
  expect(() => statementOf({ ...facts, lines: off })).toThrow(StatementDefect);
  expect(() => salesExportOf({ ...facts, lines: off }, new Map())).toThrow(StatementDefect);
  expect(() => statementOf({ ...facts, payments: facts.payments.slice(1) })).toThrow(
    StatementDefect,
  );
});

it('exports each line with its tax code’s figures: before VAT and VAT make the amount', () => {
  const facts = sampleFacts();
  const { lines, totals } = salesExportOf(facts, new Map([['p1', '8930000000017']]));
  expect(totals).toMatchObject({ documentCount: 5, amountVnd: 360_000 });
  for (const line of lines) expect(line.netVnd + (line.vatVnd ?? 0)).toBe(line.amountVnd);
  expect(lines.find(({ number }) => number === 'A01-1-2')).toMatchObject({
    takenBack: 'some',
    productCode: '8930000000017',
    methods: ['cash'],
  });
  expect(lines.find(({ number }) => number === 'A01-1-3')?.takenBack).toBe('all');
  expect(lines.find(({ kind }) => kind === 'refund')).toMatchObject({
    quantityMilli: -1_000,
    originalNumber: 'A01-1-2',
  });
  expect(sampleExhibitor.taxCode).toBe('5700000000');
});
