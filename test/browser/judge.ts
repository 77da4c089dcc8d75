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

/** The rules of axe that colours decide. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe calls serious or critical, as rule and element; of these rules, or of all. No screen has
 * a frame, so that axe need not look through a page of its own; nor does it list what it found
 * right, which takes it longest.
 */
export async function graveFaults(page: Page, rules?: string[]): Promise<string[]> {
  await settled(page);
  expect(page.frames(), 'frames of a page without any').toHaveLength(1);
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    ...(rules && { runOnly: rules }),
  });
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

/**
 * Judged at every size, in light colours and in dark ones, and photographed for people to look at.
 * In the dark the elements, their names and places are those of the light: only what the colours
 * decide is judged again.
 */
export async function judgeAt(
  sizes: readonly Size[],
  page: Page,
  screen: string,
  { fullPage = false } = {},
): Promise<void> {
  for (const { name, width, height } of sizes) {
    const picture = async (colours: Colours) => {
      await wear(page, colours);
      await page.screenshot({ path: pictureOf(`${screen}-${name}-${colours}`), fullPage });
      return `${screen}-${name}-${colours}`;
    };
    await page.setViewportSize({ width, height });
    await judge(page, await picture('light'));
    const dark = await picture('dark');
    expect(await graveFaults(page, ofColours), dark).toEqual([]);
  }
  await wear(page, 'light');
}

type Colours = 'light' | 'dark';

/** The page in the colours that the system asks for, with nothing moving any more. */
async function wear(page: Page, colours: Colours): Promise<void> {
  await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);
  await settled(page);
}
