import type { Page } from '@playwright/test';
import { newId } from '@phien/kernel';
import { expect, test } from './story';
import {
  codeFor,
  enrolByLink,
  enterName,
  holdDone,
  openShift,
  tillStand,
  vatRateOf,
} from './till-story';

/* A phone as browsers have them: a page that is too wide is zoomed out, and its foot is out of reach. */
test.use({
  viewport: { width: 360, height: 800 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
});

const stand = tillStand();

/** The place of an exhibitor with a star, who sells something of every sector from now on. */
async function sellerOfEverything(): Promise<number> {
  const products = `${stand.url}/api/fairs/${stand.fair.id}/products`;
  const all = (await (await stand.organizer.get(products)).json()) as {
    exhibitorId: string;
    star: number | null;
  }[];
  const starred = new Set(all.flatMap(({ exhibitorId, star }) => (star ? exhibitorId : [])));
  const place = stand.fair.registers.findIndex(({ exhibitorId }) => starred.has(exhibitorId));
  const exhibitorId = stand.fair.registers[place]?.exhibitorId ?? '';
  const vatRatePercent = await vatRateOf(stand.organizer, stand.url, stand.fair, exhibitorId);
  for (const classCode of ['I.3.d', 'II.2.a', 'III.1', 'IV.1', 'V.1']) {
    const name = `Hàng thuộc bộ ${classCode}`;
    const added = await stand.organizer.post(products, {
      data: {
        id: newId(),
        exhibitorId,
        name,
        classCode,
        unit: 'cái',
        priceVnd: 25_000,
        vatRatePercent,
        isWeighed: false,
      },
    });
    expect(added.ok(), await added.text()).toBe(true);
  }
  return place;
}

/** The page is as wide as the phone, and neither it nor the browser has scrolled aside. */
async function expectFits(page: Page, screen: string): Promise<void> {
  const { pageWidth, seenWidth }: { pageWidth: number; seenWidth: number } = await page.evaluate(
    `({ pageWidth: document.documentElement.scrollWidth, seenWidth: visualViewport.width })`,
  );
  expect({ pageWidth, seenWidth: Math.round(seenWidth) }, screen).toEqual({
    pageWidth: 360,
    seenWidth: 360,
  });
}

test('no screen of the till is wider than the phone, and the money is within reach of a thumb', async ({
  page,
}) => {
  const place = await sellerOfEverything();
  const fits = (screen: string) => expectFits(page, screen);
  await page.goto('/till/');
  await expect(page.getByLabel('Mã ghép máy')).toBeVisible();
  await fits('enrol');
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
  await fits('name');
  await enterName(page);
  await expect(page.getByRole('heading', { name: 'Mở ca' })).toBeVisible();
  await fits('open shift');
  await openShift(page);
  const filters = page.getByRole('group', { name: 'Lọc' }).getByRole('button');
  expect(await filters.count()).toBeGreaterThanOrEqual(7);
  await fits('sell');
  await filters.last().tap();
  await fits('sell, the last filter');
  await filters.first().tap();

  for (const at of [0, 1, 2]) await page.getByTestId('tile').nth(at).tap();
  await fits('sell with a cart');
  await page.getByTestId('bar-total').tap();
  const pay = page.getByRole('button', { name: 'Thu tiền' });
  await expect(pay).toBeInViewport({ ratio: 1 });
  await fits('cart');
  await pay.tap();
  await expect(page.getByTestId('pay-total')).toBeVisible();
  await fits('cash');
  for (const way of ['VietQR', 'Khác']) {
    await page.getByRole('button', { name: way, exact: true }).tap();
    await fits(way);
  }
  await page.getByRole('button', { name: 'Tiền mặt' }).tap();
  await page.getByRole('button', { name: 'Vừa đủ' }).tap();
  const received = page.getByRole('button', { name: 'Đã nhận tiền' });
  await expect(received).toBeInViewport({ ratio: 1 });
  await holdDone(page);
  await received.tap();
  await expect(page.getByTestId('done')).toBeVisible();
  await fits('done');
  await page.getByRole('button', { name: 'In phiếu' }).tap();
  await fits('slip');
  await page.getByRole('button', { name: 'Đóng' }).tap();
  await page.getByRole('button', { name: 'Đơn mới' }).tap();

  const openMenu = () => page.getByRole('button', { name: 'Thêm', exact: true }).tap();
  await openMenu();
  await expect(page.getByRole('dialog', { name: 'Thêm' })).toBeVisible();
  await fits('menu');
  await page.getByRole('button', { name: 'Thu, chi tiền mặt' }).tap();
  await fits('cash move');
  await page.getByRole('button', { name: 'Đóng' }).tap();
  await openMenu();
  await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).tap();
  await page.getByRole('button', { name: /^Số 2 ·/ }).tap();
  await fits('sale');
  await page.getByRole('button', { name: 'Trả hàng' }).tap();
  await fits('refund');
  await page.getByRole('button', { name: 'Đóng' }).tap();
  await page.getByRole('button', { name: 'Hủy cả đơn' }).tap();
  await fits('void');
  await page.getByRole('button', { name: 'Đóng' }).tap();
  await page.getByRole('button', { name: 'Đóng' }).tap();
  await fits('sales');
  await page.getByRole('button', { name: 'Về bán hàng' }).tap();
  await openMenu();
  await page.getByRole('button', { name: 'Chốt ca' }).tap();
  await expect(page.getByTestId('counted')).toBeVisible();
  await fits('close shift');
});
