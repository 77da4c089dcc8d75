import { expect, test } from '@playwright/test';
import { boundedSides, calibrated, depthCmOf } from './backdrop.rules';

const picture = { xCm: 100, yCm: 50, widthCm: 2_000, widthPx: 1_000, heightPx: 500 };

test('makes a picture so large that two points of it are as far apart as they are in truth', () => {
  const first = { xCm: 600, yCm: 300 };
  const second = { xCm: 900, yCm: 700 };
  const now = calibrated(picture, [first, second], 1_000);
  expect(now).toEqual({ xCm: -400, yCm: -200, widthCm: 4_000 });
  /* The first point shows the same dot as before, and the second is now 10 m from it. */
  const dotAt = (point: typeof first, laid: { xCm: number; yCm: number; widthCm: number }) =>
    [point.xCm - laid.xCm, point.yCm - laid.yCm].map((cm) => (cm * 1_000) / laid.widthCm);
  expect(dotAt(first, now!)).toEqual(dotAt(first, picture));
  expect(dotAt({ xCm: 1_200, yCm: 1_100 }, now!)).toEqual(dotAt(second, picture));
  expect(depthCmOf({ ...picture, ...now! })).toBe(2_000);
});

test('takes no two points that are one, and no picture that no hall could hold', () => {
  const here = { xCm: 600, yCm: 300 };
  expect(calibrated(picture, [here, here], 1_000)).toBeNull();
  expect(calibrated(picture, [here, { xCm: 602, yCm: 300 }], 99_999_999)).toBeNull();
  expect(calibrated(picture, [here, { xCm: 1_602, yCm: 300 }], 1)).toBeNull();
  expect(calibrated(picture, [here, { xCm: 1_602, yCm: 300 }], 0)).toBeNull();
});

test('makes a picture smaller that has too many dots, and leaves a small one alone', () => {
  const bounds = { sidePx: 8_192, dots: 16_000_000 };
  expect(boundedSides(800, 600, bounds)).toEqual({ width: 800, height: 600 });
  const { width, height } = boundedSides(12_000, 9_000, bounds);
  expect(width * height).toBeLessThanOrEqual(16_000_000);
  expect(width / height).toBeCloseTo(4 / 3, 2);
  expect(boundedSides(100_000, 10, bounds)).toEqual({ width: 8_192, height: 1 });
});
