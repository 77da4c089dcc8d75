import type { APIRequestContext, Page } from '@playwright/test';
import { graveFaults, settled } from './judge';
import { SimulatedTill } from './simulated-till';
import { demoFair, expect, figure, signInAs, test } from './story';

/* Against what hangs alone: a line that was cut waits before it is taken up again. */
const BACK_MS = 60_000;
/* What was just opened anew is not opened so again, however long the machine stands still. */
const wasOpenedAnew = `sessionStorage.setItem('phien-wall-anew', Date.now())`;
const mayOpenAnew = `sessionStorage.removeItem('phien-wall-anew')`;

interface Walls {
  organizer: APIRequestContext;
  at: string;
}

async function issue({ organizer, at }: Walls, audience: 'officials' | 'public') {
  const made = await organizer.post(at, {
    data: { name: `Sảnh ${audience}`, audience, language: 'vi' },
  });
  expect(made.ok(), await made.text()).toBe(true);
  return (await made.json()) as { id: string; token: string };
}

/** Opens a wall in a browser where nobody is signed in. */
async function openWall(page: Page, token: string, pace: object): Promise<void> {
  await page.addInitScript(`globalThis.phienWallPace = ${JSON.stringify(pace)}; ${wasOpenedAnew}`);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`/tv/#${token}`);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
}

/** What stands outside the screen, or spills out of its own place. */
const spilt = `[...document.querySelectorAll('main :is(h1, h2, p, dt, dd, li, span)')]
  .filter((element) => element.innerText.trim() !== '' && element.getClientRects().length > 0)
  .filter((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const isInside = left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1;
    return !isInside || element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
  })
  .map((element) => element.innerText.slice(0, 60))`;

test('a wall takes its scenes in turn, and goes dark when its link is revoked', async ({
  page,
  server,
  busyFairCode,
  playwright,
}) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const fairs = (await (await organizer.get(`${server.url}/api/fairs`)).json()) as {
    id: string;
    code: string;
  }[];
  const fairId = fairs.find(({ code }) => code === busyFairCode)?.id;
  const walls = { organizer, at: `${server.url}/api/fairs/${fairId}/wall-links` };

  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/people?fair=${busyFairCode}&tab=walls`);
  await page.getByRole('button', { name: 'Thêm màn hình' }).click();
  await page.getByLabel('Đặt ở đâu').fill('Sảnh chính');
  await page.getByRole('radio', { name: /^Khách tham quan/ }).check();
  await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
  const link = page.getByLabel('Đường dẫn', { exact: true });
  await expect(link).toHaveValue(/\/tv\/#[\w-]{64}$/);
  expect(await graveFaults(page)).toEqual([]);
  const token = (await link.inputValue()).split('#')[1] ?? '';
  await page.getByRole('button', { name: 'Xong' }).click();
  await page.context().clearCookies();

  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await openWall(page, token, { boothsMs: 200, sceneMs: 2_500 });
  await expect(page.getByTestId('wall')).toHaveAttribute('data-scene', 'figures');
  await expect.poll(() => figure(page, 'wall-revenue')).toBeGreaterThan(0);
  await settled(page);
  expect(await page.evaluate(spilt)).toEqual([]);
  await expect(page.getByTestId('wall')).toHaveAttribute('data-scene', 'plan');
  await expect(page.locator('[data-booth] [data-letter]').first()).toBeVisible();
  await expect(page.getByTestId('wall')).toHaveAttribute('data-scene', 'booths');
  await expect(page.getByTestId('wall-ranking')).toContainText('Khu');
  await expect(page.getByTestId('wall-ranking')).not.toContainText('₫');
  expect(await page.evaluate(spilt)).toEqual([]);
  expect(await graveFaults(page)).toEqual([]);
  expect(requested.filter((url) => url.includes(token))).toEqual([]);

  const [{ id = '' } = {}] = (await (await organizer.get(walls.at)).json()) as { id?: string }[];
  const started = performance.now();
  const revoked = await organizer.delete(`${walls.at}/${id}`);
  expect(revoked.ok()).toBe(true);
  await expect(page.getByTestId('wall-dark')).toBeVisible();
  console.log(`  a wall after its link is revoked: ${Math.round(performance.now() - started)} ms`);
  await expect(page.getByTestId('wall-dark')).toContainText('wall_link_unknown');
  await page.reload();
  await expect(page.getByTestId('wall-dark')).toContainText('wall_link_unknown');
  await expect(page.locator('main')).not.toContainText('₫');
  await organizer.dispose();
});

test('a wall keeps its picture through a cut, a reload included, says since when, and goes on', async ({
  page,
  server,
  playwright,
}) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const fair = await demoFair(organizer, server);
  const walls = { organizer, at: `${server.url}/api/fairs/${fair.id}/wall-links` };
  const till = await SimulatedTill.enrol(organizer, server.url, fair.id, 5);
  const { token } = await issue(walls, 'officials');
  await openWall(page, token, { heartbeatMs: 2_000, keepMs: 0, sceneMs: 1e9 });
  const before = await figure(page, 'wall-revenue');
  const firstVnd = till.sell(2);
  await till.send();
  const revenue = (value: number) =>
    expect(page.getByTestId('wall-revenue')).toHaveAttribute('data-value', String(value), {
      timeout: BACK_MS,
    });
  await revenue(before + firstVnd);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');

  await server.kill('api');
  await expect(page.getByTestId('wall-cut')).toContainText(/Mất kết nối từ \d\d:\d\d/);
  await revenue(before + firstVnd);
  await page.evaluate(`globalThis.isPageOfBefore = true; ${mayOpenAnew}`);
  /* Before it has looked in vain for its page, a wall may not know yet that it was cut. */
  await page.waitForEvent('requestfailed', (request) => request.method() === 'HEAD');
  await server.start('api');
  const secondVnd = till.sell(3);
  await till.send();
  await revenue(before + firstVnd + secondVnd);
  await expect(page.getByTestId('wall-cut')).toBeHidden();
  await expect(async () => {
    expect(await page.evaluate(`'isPageOfBefore' in globalThis`)).toBe(false);
  }).toPass();
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');

  await server.kill('api');
  await page.reload();
  await expect(page.getByTestId('wall-cut')).toContainText(/Mất kết nối từ .*\d\d:\d\d/);
  await revenue(before + firstVnd + secondVnd);
  await server.start('api');
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live', {
    timeout: BACK_MS,
  });
  await organizer.dispose();
});
