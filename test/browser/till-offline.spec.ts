import type { APIRequestContext, Page } from '@playwright/test';
import { openNewerTillDoor } from './newer-till-door';
import { expect, signInAs, test } from './story';
import {
  codeFor,
  enrolByLink,
  enterName,
  ledgerOf,
  nextSale,
  openShift,
  openTillFair,
  sellForCash,
  untilSent,
} from './till-story';
import type { TillFair } from './till-story';

let organizer: APIRequestContext;
let fair: TillFair;
let url: string;

test.beforeAll(async ({ server, playwright }) => {
  organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  url = server.url;
  fair = await openTillFair(organizer, url);
});

test.afterAll(() => organizer.dispose());

test.use({ viewport: { width: 360, height: 800 } });

/* The stories see the page only through strings: the runner's types know no browser. */
const isKept = (page: Page) =>
  page.evaluate<boolean>(
    'navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)',
  );

test('a till that was enrolled once opens, sells and closes its shift without a network', async ({
  page,
  context,
}) => {
  const place = 0;
  await page.goto(`/till/#code=${await codeFor(organizer, url, fair, place)}`);
  await page.getByRole('button', { name: 'Ghép máy này' }).click();
  await expect(page.getByText('Sẵn sàng bán khi mất mạng')).toBeVisible();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await expect.poll(() => isKept(page)).toBe(true);
  await context.setOffline(true);
  await page.close();

  const cold = await context.newPage();
  await cold.setViewportSize({ width: 360, height: 800 });
  await cold.goto('/till/');
  expect(await cold.evaluate(`fetch('/api/health').then(() => 'there', () => 'gone')`)).toBe(
    'gone',
  );
  await enterName(cold);
  await openShift(cold);
  let totalVnd = 0;
  for (const tiles of [[0], [1, 2], [0, 0]]) {
    totalVnd += await sellForCash(cold, tiles);
    await nextSale(cold);
  }
  await cold.reload();
  await expect(cold.getByTestId('sync')).toHaveText('Ngoại tuyến · 4 chờ gửi');
  await cold.getByRole('button', { name: 'Thêm', exact: true }).click();
  await cold.getByRole('button', { name: 'Chốt ca' }).click();
  await cold.getByLabel(/^Số tờ 500\.000/).fill('1');
  await cold.getByRole('button', { name: 'Chốt ca' }).click();
  await cold.getByRole('button', { name: 'Đúng, chốt ca' }).click();
  await expect(cold.getByRole('heading', { name: 'Ca đã chốt' })).toBeVisible();

  await context.setOffline(false);
  await untilSent(cold);
  expect(await ledgerOf(organizer, url, fair, place)).toMatchObject({
    linkedCount: 5,
    bookedCount: 5,
    bookedVnd: totalVnd,
  });
});

test('a newer till waits until the phone is put away, and then takes over', async ({ page }) => {
  const door = await openNewerTillDoor(url);
  await enrolByLink(page, await codeFor(organizer, url, fair, 1), door.url);
  await enterName(page);
  await openShift(page);
  await expect.poll(() => isKept(page)).toBe(true);
  door.publish();
  await page.evaluate('window.isTheOldPage = true');
  await page.getByTestId('tile').first().click();
  await page.evaluate(
    'navigator.serviceWorker.getRegistration().then((registration) => registration.update())',
  );
  const isWaiting = () =>
    page.evaluate<boolean>(
      'navigator.serviceWorker.getRegistration().then((registration) => registration.waiting !== null)',
    );
  await expect.poll(isWaiting).toBe(true);

  /* Put away with something in the cart: the cart is worth more than what is new. */
  await page.getByRole('button', { name: 'Khóa màn hình' }).click();
  await enterName(page);
  await expect(page.getByTestId('bar-total')).toBeVisible();
  expect(await isWaiting()).toBe(true);
  await sellForCash(page, []);
  await nextSale(page);
  expect(await page.evaluate('window.isTheOldPage')).toBe(true);

  await page.getByRole('button', { name: 'Khóa màn hình' }).click();
  await expect.poll(() => page.evaluate('window.isTheOldPage ?? false')).toBe(false);
  await expect.poll(isWaiting).toBe(false);
  await enterName(page);
  await expect(page.getByTestId('tile').first()).toBeVisible();
  await untilSent(page);
  await page.close();
  await door.close();
});

test('a phone that goes to another booth still sends what it sold at the first', async ({
  page,
}) => {
  await enrolByLink(page, await codeFor(organizer, url, fair, 2));
  await enterName(page);
  await openShift(page);
  await untilSent(page);
  await page.route('**/documents', (route) => route.abort());
  const soldVnd = await sellForCash(page, [0, 1]);
  await nextSale(page);

  /* With a shift open it stays where it is. */
  const code = await codeFor(organizer, url, fair, 3);
  await page.goto(`/till/#code=${code}`);
  await expect(page.getByText('chốt ca trước khi ghép lại')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ghép máy này' })).toBeDisabled();
  await page.getByRole('button', { name: /^Ở lại gian/ }).click();
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('button', { name: 'Chốt ca' }).click();
  await page.getByLabel(/^Số tờ 500\.000/).fill('1');
  await page.getByRole('button', { name: 'Chốt ca' }).click();
  await page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
  await page.getByRole('button', { name: 'Xong, khóa máy' }).click();

  await page.goto(`/till/#code=${code}`);
  await expect(page.getByText('2 chứng từ chưa gửi vẫn nằm trong máy')).toBeVisible();
  await page.getByRole('button', { name: 'Ghép máy này' }).click();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await enterName(page);
  await openShift(page);
  await expect(page.getByTestId('sync')).toHaveAttribute('data-waiting', '3');
  await page.unroute('**/documents');
  await page.getByTestId('sync').click();
  await untilSent(page);
  expect(await ledgerOf(organizer, url, fair, 2)).toMatchObject({
    linkedCount: 3,
    bookedVnd: soldVnd,
  });
  expect(await ledgerOf(organizer, url, fair, 3)).toMatchObject({ linkedCount: 1 });
});
