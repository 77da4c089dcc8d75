import { sampleClosing, sampleFacts } from '../testing/sample-day';
import { PRESS_FIGURES, pressValue } from './press.rules';

it('takes each figure from the revision itself', () => {
  const closing = sampleClosing(sampleFacts(20));
  const { totals, coverage, visits } = closing.figures;
  expect(PRESS_FIGURES.map((kind) => pressValue(kind, closing))).toEqual([
    totals.revenueVnd,
    totals.measuredVnd,
    totals.declaredVnd,
    totals.salesCount,
    visits.entries,
    coverage.boothsHeard,
  ]);
  expect(totals.revenueVnd).toBe(totals.measuredVnd + totals.declaredVnd);
  expect(pressValue('declared', { ...closing, declaredVnd: null })).toBeNull();
});
