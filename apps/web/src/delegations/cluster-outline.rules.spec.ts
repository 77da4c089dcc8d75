import { expect, test } from '@playwright/test';
import { outlinesOf } from './cluster-outline.rules';

const booth = (xCm: number, yCm: number) => ({ xCm, yCm, widthCm: 300, depthCm: 300 });
const lines = (path: string) => path.split('M').length - 1;

test('draws one line around booths that stand side by side', () => {
  const [pair] = outlinesOf([booth(0, 0), booth(300, 0)]);
  expect(pair).toMatchObject({ xCm: 0, yCm: 0, widthCm: 600, depthCm: 300 });
  expect(lines(pair?.path ?? '')).toBe(6);
  expect(pair?.path).not.toContain('M300 0L300 300');
});

test('keeps booths apart that touch at a corner alone, or not at all, the largest group first', () => {
  const outlines = outlinesOf([booth(0, 0), booth(900, 0), booth(900, 300), booth(1200, 600)]);
  expect(outlines.map(({ path }) => lines(path))).toEqual([6, 4, 4]);
  expect(outlinesOf([])).toEqual([]);
});
