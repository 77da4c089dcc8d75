import { expect, test } from '@playwright/test';
import { attempts, fittedSize } from './small-photo.rules';

test('a photo keeps its shape and loses its size', () => {
  expect(fittedSize(4_000, 3_000)).toEqual({ widthPx: 640, heightPx: 480 });
  expect(fittedSize(3_000, 4_000, 320)).toEqual({ widthPx: 240, heightPx: 320 });
  expect(fittedSize(200, 100)).toEqual({ widthPx: 200, heightPx: 100 });
  expect(fittedSize(10_000, 1)).toEqual({ widthPx: 640, heightPx: 1 });
});

test('every attempt is lighter than the one before', () => {
  const weights = attempts.map(({ side, quality }) => side * side * quality);
  expect([...weights].sort((a, b) => b - a)).toEqual(weights);
});
