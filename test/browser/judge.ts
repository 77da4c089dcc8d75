import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, pictureOf } from './story';

export interface Size {
  name: string;
  width: number;
  height: number;
}

export const phone: Size = { name: 'phone', width: 360, height: 800 };
export const desk: Size = { name: 'desk', width: 1280, height: 800 };
export const wall: Size = { name: 'wall', width: 1920, height: 1080 };

const isStill = `document.getAnimations().every(({ playState, effect }) =>
  playState !== 'running' || effect.getComputedTiming().endTime === Infinity)`;

/**
 * Until nothing moves any more: half way through a movement colours are what they happen to be.
 * Asked from here each time, since the policy of our pages lets no text be run later.
 */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(isStill), { intervals: [20, 50, 100] }).toBe(true);
}

/**
 * What axe calls serious or critical, as rule and element. No screen has a frame, so that axe need
 * not look through a page of its own; nor does it list what it found right, which takes it longest.
 */
export async function graveFaults(page: Page): Promise<string[]> {
  await settled(page);
  expect(page.frames(), 'frames of a page without any').toHaveLength(1);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Nothing reaches beyond the edge of the screen, and axe finds nothing serious. */
export async function judge(page: Page, screen = 'this screen'): Promise<void> {
  const overflow: unknown = await page.evaluate(
    'document.documentElement.scrollWidth - window.innerWidth',
  );
  expect(overflow, `px that ${screen} is wider than the window`).toBeLessThanOrEqual(0);
  expect(await graveFaults(page), screen).toEqual([]);
}

/** Judged at every size, and photographed for people to look at. */
export async function judgeAt(
  sizes: readonly Size[],
  page: Page,
  screen: string,
  { fullPage = false } = {},
): Promise<void> {
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await settled(page);
    await page.screenshot({ path: pictureOf(`${screen}-${name}`), fullPage });
    await judge(page, `${screen}-${name}`);
  }
}
