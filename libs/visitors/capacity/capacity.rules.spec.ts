import { capacityUse } from './capacity.rules';

it.each([
  [0, 1_000, 'ok', 0],
  [899, 1_000, 'ok', 0.899],
  [900, 1_000, 'near', 0.9],
  [999, 1_000, 'near', 0.999],
  [1_000, 1_000, 'full', 1],
  [1_200, 1_000, 'full', 1.2],
  [0, 1, 'ok', 0],
  [6, 7, 'ok', 6 / 7],
] as const)('%i inside of %i is %s', (inside, capacity, level, share) => {
  expect(capacityUse(inside, capacity)).toEqual({ level, share });
});

it('says nothing of a fair without a capacity', () => {
  expect(capacityUse(5_000, null)).toEqual({ level: null, share: null });
});
