import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { scriptOf } from './page-weight';
import { expect, pictureOf, signInAs, test } from './story';

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

/* What is read twice in a row: not everything of a page changes in the same moment. */
async function readAtRest(page: Page, script: string): Promise<string[]> {
  let last: string[] = [];
  const isAtRest = async () => {
    const before = last;
    last = await read(page, script);
    return JSON.stringify(before) === JSON.stringify(last);
  };
  await expect.poll(isAtRest).toBe(true);
  return last;
}

const liveChip = (page: Page) => page.locator('[data-testid=as-of][data-state=live]');

for (const { path, parts } of [
  /* Below the board's fold are pictures with colours of their own, which come when the rest is quiet. */
  {
    path: 'board',
    parts: (page: Page) => [
      liveChip(page),
      page.locator('[data-testid=kpi-sales][data-value="30"]'),
      page.locator('canvas'),
      page.locator('[data-booth]'),
      page.getByRole('slider', { name: 'Tỉnh, thành đang đọc' }),
      page.getByRole('heading', { name: 'Theo nhóm sản phẩm' }),
    ],
  },
  { path: 'plan', parts: (page: Page) => [liveChip(page), page.locator('[data-booth]')] },
  { path: 'reports', parts: (page: Page) => [page.getByTestId('revenue')] },
]) {
  test(`/${path} comes out of the printer the same from the dark as from the light`, async ({
    page,
    server,
    busyFairCode,
  }) => {
    await signInAs(page.context().request, server, 'organizer');
    await page.goto(`/${path}?fair=${busyFairCode}`);
    for (const part of parts(page)) await expect(part.first()).toBeAttached();
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    const onPaper = await readAtRest(page, coloursInSight);
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

test('the printed board holds every picture that nobody has scrolled to, the plan whole on one page', async ({
  page,
  server,
  busyFairCode,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/board?fair=${busyFairCode}`);
  await expect(page.getByRole('heading', { name: 'Theo nhóm sản phẩm' })).toBeAttached();
  const booths = page.locator('[data-booth] text:first-of-type');
  await expect(booths.first()).toBeAttached();
  const codes = await booths.allTextContents();
  expect(codes.length).toBeGreaterThan(100);
  const pdf = await page.pdf({
    path: pictureOf('board-printed').replace(/png$/, 'pdf'),
    preferCSSPageSize: true,
  });
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: false,
  });
  expect(pages).toHaveLength(3);
  for (const title of ['Doanh thu theo khu', '10 gian bán nhiều nhất', 'Lượt khách theo cổng']) {
    expect(pages[0]).toContain(title);
  }
  for (const word of ['Sơ đồ theo mức bán', ...codes]) expect(pages[1]).toContain(word);
  expect(pages[2]).toContain('Theo nhóm sản phẩm');
});

test('the board stands while its lower pictures cannot be fetched, and asks for them again', async ({
  page,
  server,
  busyFairCode,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  let refused = 0;
  const lower = scriptOf('main', 'src/board/further-pictures.tsx');
  const isLowerPicture = ({ pathname }: URL) => pathname === `/${lower}`;
  await page.route(isLowerPicture, async (route) => {
    refused += 1;
    await route.abort();
  });
  await page.goto(`/board?fair=${busyFairCode}`);
  await expect.poll(() => refused).toBeGreaterThan(0);
  await page.unroute(isLowerPicture);
  await expect(page.getByRole('heading', { name: 'Sơ đồ theo mức bán' })).toBeAttached();
  await expect(page.getByTestId('kpi-revenue')).toBeVisible();
});
