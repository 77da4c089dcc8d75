import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { filmOf } from './barcode-film';
import { judgeAt, phone } from './judge';
import { expect, faultsOf, test } from './story';
import { nextSale, openPay, openTill, tillStand, vndIn } from './till-story';

const stand = tillStand();

test.use({ viewport: { width: 360, height: 800 } });

interface Goods {
  exhibitorId: string;
  name: string;
  barcode: string;
  priceVnd: number;
}

/** What the exhibitor at this place sells by the piece. */
async function goodsAt(place: number): Promise<Goods[]> {
  const { organizer, url, fair } = stand;
  const answer = await organizer.get(`${url}/api/fairs/${fair.id}/products`);
  const products = (await answer.json()) as (Goods & { isWeighed: boolean })[];
  const exhibitorId = fair.registers[place]?.exhibitorId;
  return products.filter((each) => each.exhibitorId === exhibitorId && !each.isWeighed);
}

/** All keys at once, ended by Enter, and of one moment: none is as late as a finger's. */
async function scan(page: Page, code: string): Promise<void> {
  const scanner = await page.context().newCDPSession(page);
  const timestamp = Date.now() / 1_000;
  const digits = [...code].map((digit) => ({
    key: digit,
    code: `Digit${digit}`,
    text: digit,
    windowsVirtualKeyCode: digit.charCodeAt(0),
  }));
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  const strokes = [...digits, enter].flatMap((key) => [
    { ...key, type: 'keyDown' as const, timestamp },
    { ...key, type: 'keyUp' as const, text: undefined, timestamp },
  ]);
  await Promise.all(strokes.map((stroke) => scanner.send('Input.dispatchKeyEvent', stroke)));
  await scanner.detach();
}

test('a scanner that is plugged in adds what it reads, and a finger on the keys does not', async ({
  page,
}) => {
  const place = 9;
  const [first, second] = await goodsAt(place);
  if (!first || !second) throw new Error('this exhibitor sells two things by the piece');
  await openTill(page, stand, place);
  /* What listens comes behind the screen. */
  const inCart = async () => vndIn(await page.getByTestId('bar-total').textContent());
  await expect
    .poll(async () => {
      if ((await inCart()) === 0) await scan(page, first.barcode);
      return inCart();
    })
    .toBe(first.priceVnd);
  /* The tile that was tapped last has the focus: the scanner's Enter does not tap it again. */
  await page.getByTestId('tile').filter({ hasText: second.name }).first().click();
  await scan(page, first.barcode);
  await expect.poll(inCart).toBe(2 * first.priceVnd + second.priceVnd);
  await scan(page, '8939999999991');
  await expect(page.getByText('Không có hàng nào mang mã 8939999999991.')).toBeVisible();
  /* In a field it types, as any keyboard does. */
  await page.getByLabel('Tìm hàng').focus();
  await page.keyboard.type(second.barcode);
  await expect(page.getByTestId('tile')).toHaveCount(1);
  expect(await inCart()).toBe(2 * first.priceVnd + second.priceVnd);
});

test('a page without leave to use the camera says what to do, and takes the number by hand', async ({
  page,
}) => {
  const place = 20;
  const [first] = await goodsAt(place);
  if (!first) throw new Error('this exhibitor sells something by the piece');
  await openTill(page, stand, place);
  await page.getByRole('button', { name: 'Quét mã vạch' }).click();
  await expect(
    page.getByText(/^(Trang này chưa được dùng máy ảnh|Không thấy máy ảnh nào)/),
  ).toBeVisible();
  await judgeAt([phone], page, 'till-scan-denied');
  const field = page.getByLabel('Hoặc gõ số dưới mã vạch');
  await field.fill('8939999999991');
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await expect(page.getByTestId('scanned')).toContainText(
    'Không có hàng nào mang mã 8939999999991',
  );
  await field.fill(first.barcode);
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await expect(page.getByTestId('scanned')).toContainText(first.name);
  await page.getByRole('button', { name: 'Đóng' }).click();
  await openPay(page);
  expect(vndIn(await page.getByTestId('pay-total').textContent())).toBe(first.priceVnd);
});

test('the camera reads a barcode without a network, once while it stays in view', async ({
  server,
}, { project }) => {
  const place = 31;
  const [first] = await goodsAt(place);
  if (!first) throw new Error('this exhibitor sells something by the piece');
  const { executablePath, args = [] } = project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...args,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${filmOf(first.barcode)}`,
    ],
  });
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'vi-VN',
    permissions: ['camera'],
    viewport: { width: 360, height: 800 },
  });
  const page = await context.newPage();
  const faults = faultsOf(page);
  await openTill(page, stand, place);
  /* The reader comes behind the till; from then on it needs no network. */
  await expect
    .poll(() =>
      page.evaluate<number>(
        `caches.open('code-reader').then((kept) => kept.keys()).then(({ length }) => length)`,
      ),
    )
    .toBe(1);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Quét mã vạch' }).click();
  await expect(page.getByTestId('scanned')).toContainText(first.name);
  await expect(page.getByRole('dialog').locator('[data-state="seeing"]')).toBeVisible();
  await judgeAt([phone, { name: 'desk', width: 1280, height: 800 }, phone], page, 'till-scan');
  await page.getByRole('button', { name: 'Đóng' }).click();
  await openPay(page);
  expect(vndIn(await page.getByTestId('pay-total').textContent())).toBe(first.priceVnd);
  await page.getByRole('button', { name: 'Vừa đủ' }).click();
  await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await nextSale(page);
  expect(faults).toEqual([]);
  await browser.close();
});
