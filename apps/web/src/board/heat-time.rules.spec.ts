import { expect, test } from '@playwright/test';
import { nextStep, stepAt } from './heat-time.rules';

const steps = [540, 660, 720];

for (const [chosen, at] of [
  [null, null],
  [480, null],
  [540, 0],
  [600, 0],
  [660, 1],
  [1_300, 2],
] as const) {
  test(`minute ${chosen} is shown by step ${at}`, () => {
    expect(stepAt(steps, chosen)).toBe(at);
  });
}

test('plays from the first step to the whole day, and there it ends', () => {
  const played: (number | null)[] = [];
  let at: number | null = null;
  do {
    const minute = nextStep(steps, at);
    played.push(minute);
    at = stepAt(steps, minute);
  } while (at !== null);
  expect(played).toEqual([540, 660, 720, null]);
  expect(nextStep([], null)).toBeNull();
});
