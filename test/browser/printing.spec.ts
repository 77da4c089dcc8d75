import type { Page } from '@playwright/test';
import { expect, signInAs, test } from './story';

/* Every colour that an element in sight is drawn with. */
const coloursInSight = `[...new Set([...document.querySelectorAll('body, body *')]
  .filter((element) => element.checkVisibility())
  .flatMap((element) => {
    const { backgroundColor, color, fill, stroke } = getComputedStyle(element);
    return element instanceof SVGElement ? [fill, stroke] : [backgroundColor, color];
  }))].sort()`;

/* Every opaque colour of a chart, which is drawn once and does not follow the style of the page. */
const coloursOfTheChart = `(() => {
  const canvas = document.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join(' '));
  }
  return [...colours];
})()`;

const read = (page: Page, script: string) => page.evaluate<string[]>(script);

for (const { path, isThere } of [
  { path: 'board', isThere: (page: Page) => page.locator('canvas').first() },
  { path: 'plan', isThere: (page: Page) => page.locator('[data-booth]').first() },
  { path: 'reports', isThere: (page: Page) => page.getByTestId('revenue').first() },
]) {
  test(`/${path} comes out of the printer the same from the dark as from the light`, async ({
    page,
    server,
    busyFairCode,
  }) => {
    await signInAs(page.context().request, server, 'organizer');
    await page.goto(`/${path}?fair=${busyFairCode}`);
    await expect(isThere(page)).toBeAttached();
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const onPaper = await read(page, coloursInSight);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await page.getByRole('radio', { name: 'Tối' }).check();
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(14, 21, 19)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect.poll(() => read(page, coloursInSight)).toEqual(onPaper);
    if (path === 'board') {
      await expect.poll(() => read(page, coloursOfTheChart)).toContain('11 90 74');
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(14, 21, 19)');
  });
}
