import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { source as axe } from 'axe-core';
import { expect, pictureOf } from './story';

export interface Size {
  name: string;
  width: number;
  height: number;
}

export const phone: Size = { name: 'phone', width: 360, height: 800 };
export const desk: Size = { name: 'desk', width: 1280, height: 800 };
export const wall: Size = { name: 'wall', width: 1920, height: 1080 };

/* Brings every movement to its end at once, and says whether there was none. */
const isStill = `document.getAnimations().filter(({ playState, effect }) =>
  playState === 'running' && effect.getComputedTiming().endTime !== Infinity,
).map((movement) => movement.finish()).length === 0`;

/**
 * With nothing moving any more: half way through a movement colours are what they happen to be.
 * Asked from here each time, since the policy of our pages lets no text be run later.
 */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(isStill), { intervals: [0, 20, 50] }).toBe(true);
}

/** The rules of axe that colours decide. */
const ofColours = ['color-contrast', 'link-in-text-block'];

const axeAtWork = `${axe}\n${readFileSync(join(__dirname, 'axe-at-work.js'), 'utf8')}`;

/**
 * What axe calls serious or critical, as rule and element; of these rules, or of all. Axe comes once
 * into each document, and no screen has a frame, so that it need not look elsewhere.
 */
export async function graveFaults(page: Page, rules?: string[]): Promise<string[]> {
  await settled(page);
  expect(page.frames(), 'frames of a page without any').toHaveLength(1);
  const isThere = await page.evaluate<boolean>('typeof graveFaults === "function"');
  if (!isThere) await page.evaluate(axeAtWork);
  return page.evaluate<string[]>(`graveFaults(${rules ? JSON.stringify(rules) : ''})`);
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
 * Judged at every size in light colours, and at the last, which shows the most, in dark ones. In the
 * dark the elements, their names and places are those of the light: only what the colours decide is
 * judged again. With PHIEN_TEST_PICTURES each is photographed, for people to look at.
 */
export async function judgeAt(
  sizes: readonly Size[],
  page: Page,
  screen: string,
  { fullPage = false } = {},
): Promise<void> {
  const photograph = async (name: string, colours: Colours) => {
    if (!process.env.PHIEN_TEST_PICTURES) return;
    await wear(page, colours);
    await page.screenshot({ path: pictureOf(`${screen}-${name}-${colours}`), fullPage });
  };
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await photograph(name, 'dark');
    await wear(page, 'light');
    await photograph(name, 'light');
    await judge(page, `${screen}-${name}`);
  }
  await wear(page, 'dark');
  expect(await graveFaults(page, ofColours), `${screen} in the dark`).toEqual([]);
  await wear(page, 'light');
}

type Colours = 'light' | 'dark';

/** The page in the colours that the system asks for, with nothing moving any more. */
async function wear(page: Page, colours: Colours): Promise<void> {
  await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
  /* The page hears of it with its next frame. */
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);
  await settled(page);
}
