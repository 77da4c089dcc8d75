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

/** Until nothing moves any more: half way through a movement colours are what they happen to be. */
export async function settled(page: Page): Promise<void> {
  /* Asked anew each time: a function that waits inside the page would break the page's policy. */
  await expect
    .poll(() =>
      page.evaluate(
        `document.getAnimations().every(({ playState, effect }) =>
          playState !== 'running' || effect.getComputedTiming().endTime === Infinity)`,
      ),
    )
    .toBe(true);
}

/** What axe calls serious or critical, as rule and element. */
export async function graveFaults(page: Page): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
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
