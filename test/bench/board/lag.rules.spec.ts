import { lagsOf } from './lag.rules';

it('takes a sale for shown when as many are shown as had been sent at its answer', () => {
  const sales = [
    { answeredAt: 10, sentByThen: 1 },
    { answeredAt: 30, sentByThen: 3 },
  ];
  const sights = [
    { at: 5, salesCount: 0 },
    { at: 40, salesCount: 2 },
    { at: 90, salesCount: 3 },
  ];
  expect(lagsOf(sales, sights)).toEqual([30, 60]);
});

it('counts nothing for what was shown before its answer came, and says what never was', () => {
  const sales = [
    { answeredAt: 30, sentByThen: 2 },
    { answeredAt: 10, sentByThen: 1 },
  ];
  expect(lagsOf(sales, [{ at: 8, salesCount: 1 }])).toEqual([0, Infinity]);
});
