import { expect, test } from '@playwright/test';
import { detailOf, fitted, held, opened, showing, zoomed } from './camera.rules';

const plan = { width: 6_000, height: 6_600 };
const view = { width: 600, height: 600 };

test('fitting shows the whole plan in the middle', () => {
  const camera = fitted(plan, view);
  expect(camera.y).toBeCloseTo(12, 5);
  expect(camera.x + plan.width * camera.scale).toBeLessThanOrEqual(600);
  expect(camera.x).toBeCloseTo((600 - plan.width * camera.scale) / 2, 5);
});

test('what is under the hand stays under it while zooming', () => {
  const before = fitted(plan, view);
  const at = { x: 300, y: 200 };
  const after = zoomed(before, 3, at, plan, view);
  const point = (camera: typeof before) => (at.x - camera.x) / camera.scale;
  expect(after.scale).toBeCloseTo(before.scale * 3, 5);
  expect(point(after)).toBeCloseTo(point(before), 3);
});

test('the plan can neither be lost nor be made too small or too large', () => {
  const camera = zoomed(fitted(plan, view), 4, { x: 300, y: 300 }, plan, view);
  const far = held({ ...camera, x: 99_999, y: -99_999 }, plan, view);
  expect(far.x).toBeLessThan(view.width / 2);
  expect(far.y + plan.height * far.scale).toBeGreaterThan(view.height / 2);
  const at = { x: 0, y: 0 };
  expect(zoomed(camera, 1_000, at, plan, view).scale).toBe(1);
  expect(zoomed(camera, 0.0001, at, plan, view).scale).toBeCloseTo(
    fitted(plan, view).scale * 0.8,
    5,
  );
});

test('a booth that the keyboard goes to is brought into sight, and no farther', () => {
  const camera = { x: 0, y: 0, scale: 0.5 };
  const booth = { xCm: 2_000, yCm: 100, widthCm: 300, depthCm: 300 };
  const shown = showing(camera, booth, view);
  expect(shown.x + (booth.xCm + booth.widthCm) * 0.5).toBe(588);
  expect(shown.y).toBe(0);
  expect(showing(shown, booth, view)).toEqual(shown);
});

test('names are written where they can be read', () => {
  const detail = (scale: number) => detailOf({ x: 0, y: 0, scale });
  expect([0.05, 0.09, 0.3].map(detail)).toEqual(['blocks', 'codes', 'names']);
});

test('a plan that is too large for a phone opens where its codes can be read', () => {
  const zone = { xCm: 700, yCm: 900, widthCm: 4_600, depthCm: 2_000 };
  expect(opened(plan, zone, view)).toEqual(fitted(plan, view));
  const phone = { width: 340, height: 420 };
  const camera = opened(plan, zone, phone);
  expect(detailOf(fitted(plan, phone))).toBe('blocks');
  expect(detailOf(camera)).toBe('codes');
  expect(camera.x + zone.xCm * camera.scale).toBeCloseTo(12, 5);
  expect(camera.y + zone.yCm * camera.scale).toBeGreaterThan(12);
  expect(opened(plan, undefined, phone)).toEqual(fitted(plan, phone));
});

test('a low window that is wide opens no closer than codes can be read, so that most is seen', () => {
  const zone = { xCm: 700, yCm: 900, widthCm: 2_100, depthCm: 2_000 };
  const low = { width: 950, height: 317 };
  expect(detailOf(fitted(plan, low))).toBe('blocks');
  const camera = opened(plan, zone, low);
  expect(detailOf(camera)).toBe('codes');
  expect(zone.widthCm * camera.scale).toBeLessThan(low.width / 2);
});
