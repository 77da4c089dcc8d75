import { sampleClosing, sampleFacts } from '../testing/sample-day';
import type { ClosingFigures } from './figures.rules';
import { SUMMED, sumChecks, wrongSums } from './sums.rules';

const figures = (): ClosingFigures => {
  const method = { method: 'clicker' as const, countsUsed: 3 };
  const factor = { factorMillionths: null, spreadMillionths: null };
  const facts = sampleFacts(40);
  const entries = facts.gates.reduce((sum, gate) => sum + gate.entries, 0);
  facts.calibration = { entries: null, error: null, methods: [{ ...method, ...factor, entries }] };
  return structuredClone(sampleClosing(facts).figures);
};

it('looks at every breakdown of a day, and all of them sum', () => {
  expect(sumChecks(figures()).map(({ of }) => of)).toEqual([...SUMMED]);
  expect(wrongSums(figures())).toEqual([]);
});

it.each<[string, (of: ClosingFigures) => void]>([
  ['measured_and_declared', ({ totals }) => (totals.declaredVnd += 1)],
  ['zones', ({ zones }) => (zones[0]!.revenueVnd -= 1)],
  ['origins', ({ origins }) => (origins[0]!.revenueVnd += 1)],
  ['stars', ({ stars }) => (stars[0]!.revenueVnd += 1)],
  ['classes', ({ classes }) => (classes[0]!.revenueVnd += 1)],
  ['booths', ({ booths }) => (booths[0]!.revenueVnd += 1)],
  ['methods', ({ methods }) => (methods[1]!.revenueVnd += 1)],
  ['kinds', ({ totals }) => (totals.refundVnd -= 1)],
  ['zones_declared', ({ zones }) => (zones[0]!.declaredVnd! += 1)],
  ['origins_declared', ({ origins }) => (origins[0]!.declaredVnd! += 1)],
  ['shift_cash', ({ shifts }) => (shifts![0]!.cashVnd += 1)],
  ['gates', ({ visits }) => (visits.gates[0]!.entries += 1)],
  ['visits_by_method', ({ visits }) => (visits.calibration!.methods[0]!.entries += 1)],
  ['hours', ({ hourly }) => (hourly![0]!.measuredVnd += 1)],
  ['visits_by_hour', ({ hourly }) => (hourly![0]!.entries -= 1)],
])('says by how much %s does not sum', (of, change) => {
  const changed = figures();
  change(changed);
  const wrong = wrongSums(changed);
  expect(wrong.map((check) => check.of)).toContain(of);
  for (const { parts, total } of wrong) expect(Math.abs(parts - total)).toBe(1);
});

it('leaves out what an older revision did not freeze', () => {
  const { shifts: _, ...old } = figures();
  old.zones = old.zones.map(({ declaredVnd: __, ...zone }) => zone);
  delete old.visits.calibration;
  delete old.hourly;
  const looked = sumChecks(old).map(({ of }) => of);
  expect(looked).not.toContain('shift_cash');
  expect(looked).not.toContain('zones_declared');
  expect(looked).not.toContain('visits_by_method');
  expect(looked).not.toContain('hours');
  expect(looked).not.toContain('visits_by_hour');
  expect(wrongSums(old)).toEqual([]);
});
