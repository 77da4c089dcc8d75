import { readFileSync } from 'node:fs';
import { openNewerTillDoor } from './newer-till-door';
import { expect, signInAs, test } from './story';
import {
  codeFor,
  enrolByLink,
  enterName,
  ledgerOf,
  nextSale,
  openShift,
  tillStand,
  sellForCash,
  untilPagesKept,
  untilSent,
} from './till-story';

const stand = tillStand();

test.use({ viewport: { width: 360, height: 800 } });

test('a till that was enrolled once opens, sells and closes its shift without a network', async ({
  page,
  context,
}) => {
  const place = 0;
  await page.goto(`/till/#code=${await codeFor(stand.organizer, stand.url, stand.fair, place)}`);
  await page.getByRole('button', { name: 'Ghép máy này' }).click();
  await expect(page.getByText('Sẵn sàng bán khi mất mạng')).toBeVisible();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await untilPagesKept(page);
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
  expect(await ledgerOf(stand.organizer, stand.url, stand.fair, place)).toMatchObject({
    linkedCount: 5,
    bookedCount: 5,
    bookedVnd: totalVnd,
  });
});

test('a newer till waits until the phone is put away, and then takes over', async ({ page }) => {
  const door = await openNewerTillDoor(stand.url);
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, 1), door.url);
  await enterName(page);
  await openShift(page);
  await untilPagesKept(page);
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

  const openedAnew = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Khóa màn hình' }).click();
  await openedAnew;
  expect(await page.evaluate('window.isTheOldPage ?? false')).toBe(false);
  expect(await isWaiting()).toBe(false);
  await enterName(page);
  await expect(page.getByTestId('tile').first()).toBeVisible();
  await untilSent(page);
  await page.close();
  await door.close();
});

test('a phone that goes to another booth still sends what it sold at the first', async ({
  page,
}) => {
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, 2));
  await enterName(page);
  await openShift(page);
  await untilSent(page);
  await page.route('**/documents', (route) => route.abort());
  const soldVnd = await sellForCash(page, [0, 1]);
  await nextSale(page);

  /* With a shift open it stays where it is. */
  const code = await codeFor(stand.organizer, stand.url, stand.fair, 3);
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
  expect(await ledgerOf(stand.organizer, stand.url, stand.fair, 2)).toMatchObject({
    linkedCount: 3,
    bookedVnd: soldVnd,
  });
  expect(await ledgerOf(stand.organizer, stand.url, stand.fair, 3)).toMatchObject({
    linkedCount: 1,
  });
});

test('a phone that never connects again: the organizer brings in its rescue file, once', async ({
  page,
  browser,
  server,
}) => {
  const place = 4;
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
  await enterName(page);
  await openShift(page);
  await untilSent(page);
  await untilPagesKept(page);
  await page.context().setOffline(true);
  const soldVnd = await sellForCash(page, [0, 1]);
  await nextSale(page);
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('button', { name: 'Xuất tệp cứu hộ' }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu tệp' }).click(),
  ]);
  const file = await saved.path();
  await expect(page.getByText('Đã lưu tệp vào mục tải về')).toBeVisible();

  const desk = await browser.newContext({ baseURL: stand.url, locale: 'vi-VN' });
  await signInAs(desk.request, server, 'organizer');
  const reports = await desk.newPage();
  await reports.goto(`/reports?fair=${stand.fair.code}`);
  const choose = reports.getByLabel('Nhập tệp cứu hộ');
  await choose.setInputFiles(file);
  await expect(reports.getByText('Đã nhận 1 chứng từ mới; 1 chứng từ sổ đã có.')).toBeVisible();
  const held = { linkedCount: 2, bookedCount: 2, bookedVnd: soldVnd };
  expect(await ledgerOf(stand.organizer, stand.url, stand.fair, place)).toMatchObject(held);
  await choose.setInputFiles(file);
  await expect(reports.getByText('Đã nhận 0 chứng từ mới; 2 chứng từ sổ đã có.')).toBeVisible();

  /* A figure that somebody changed on the way, and a file that is none. */
  const forged = readFileSync(file, 'utf8').replace(/\\"totalVnd\\":\d+/, '\\"totalVnd\\":1');
  const as = (text: string) => ({
    name: 'cuu-ho.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  expect(forged).not.toBe(readFileSync(file, 'utf8'));
  await choose.setInputFiles(as(forged));
  await expect(reports.getByText(/chứng từ không nhận được/)).toBeVisible();
  await choose.setInputFiles(as('{"chả":"mực"}'));
  await expect(reports.getByText('Tệp này không phải tệp cứu hộ')).toBeVisible();
  expect(await ledgerOf(stand.organizer, stand.url, stand.fair, place)).toMatchObject(held);
  await desk.close();

  /* The phone comes back after all: nothing counts twice. */
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Đóng' }).first().click();
  await untilSent(page);
  expect(await ledgerOf(stand.organizer, stand.url, stand.fair, place)).toMatchObject(held);
});
