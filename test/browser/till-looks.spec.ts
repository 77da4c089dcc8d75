import { AxeBuilder } from '@axe-core/playwright';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, pictureOf, signInAs, test } from './story';
import { codeFor, enrolByLink, enterName, openPay, openShift, openTillFair } from './till-story';
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

async function judge(page: Page, name: string): Promise<void> {
  const open = page.locator('dialog[open]');
  if ((await open.count()) > 0) {
    await open
      .last()
      .evaluate('element => Promise.all(element.getAnimations().map(each => each.finished))');
  }
  await page.screenshot({ path: pictureOf(`till-${name}`) });
  const overflow: unknown = await page.evaluate(
    'document.documentElement.scrollWidth - window.innerWidth',
  );
  expect(overflow, `${name}: px wider than the screen`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
}

const looks = [
  { name: 'phone-light', colours: 'light', width: 360, height: 800, place: 55 },
  { name: 'phone-dark', colours: 'dark', width: 360, height: 800, place: 66 },
  { name: 'desk-light', colours: 'light', width: 1280, height: 800, place: 77 },
  { name: 'flat-dark', colours: 'dark', width: 800, height: 360, place: 88 },
] as const;

for (const { name, colours, width, height, place } of looks) {
  test.describe(name, () => {
    test.use({ colorScheme: colours, viewport: { width, height } });

    test(`everyone can read every screen of the till (${name})`, async ({ page }) => {
      await page.goto('/till/');
      await expect(page.getByLabel('Mã ghép máy')).toBeVisible();
      await judge(page, `enrol-${name}`);
      await enrolByLink(page, await codeFor(organizer, url, fair, place));
      await expect(page.getByLabel('Tên người bán')).toBeVisible();
      await judge(page, `name-${name}`);
      await enterName(page);
      await expect(page.getByRole('heading', { name: 'Mở ca' })).toBeVisible();
      await judge(page, `open-shift-${name}`);
      await openShift(page);
      for (const at of [0, 1, 1]) await page.getByTestId('tile').nth(at).click();
      await judge(page, `sell-${name}`);
      await page.getByTestId('tile').first().click({ button: 'right' });
      await expect(page.getByLabel('Ghi chú')).toBeVisible();
      await judge(page, `item-${name}`);
      await page.getByLabel('Ghi chú').fill('ít cay');
      await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
      const bar = page.getByTestId('bar-total');
      if (await bar.isVisible()) {
        await bar.click();
        await judge(page, `cart-${name}`);
        await page.getByRole('button', { name: 'Đóng' }).click();
      }
      await openPay(page);
      await page.getByRole('button', { name: '500.000' }).first().click();
      await judge(page, `cash-${name}`);
      await page.getByRole('button', { name: 'VietQR' }).click();
      await judge(page, `no-account-${name}`);
      await page.getByRole('button', { name: 'Tiền mặt' }).click();
      await page.getByRole('button', { name: 'Vừa đủ' }).click();
      await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
      await expect(page.getByTestId('done')).toBeVisible();
      await judge(page, `done-${name}`);
      await page.getByRole('button', { name: 'In phiếu' }).click();
      await judge(page, `slip-${name}`);
      await page.getByRole('button', { name: 'Đóng' }).click();
      await page.getByRole('button', { name: 'Đơn mới' }).click();
      await page.getByRole('button', { name: 'Thêm', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'Thêm' })).toBeVisible();
      await judge(page, `menu-${name}`);
      await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
      await judge(page, `sales-${name}`);
      await page.getByRole('button', { name: /^Số 2 ·/ }).click();
      await page.getByRole('button', { name: 'Trả hàng' }).click();
      await judge(page, `refund-${name}`);
      await page.getByRole('button', { name: 'Đóng' }).click();
      await page.getByRole('button', { name: 'Đóng' }).click();
      await page.getByRole('button', { name: 'Về bán hàng' }).click();
      await page.getByRole('button', { name: 'Thêm', exact: true }).click();
      await page.getByRole('button', { name: 'Chốt ca' }).click();
      await expect(page.getByTestId('counted')).toBeVisible();
      await judge(page, `close-${name}`);
      await page.getByRole('button', { name: 'Chốt ca' }).click();
      await page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
      await expect(page.getByTestId('shift-result')).toHaveAttribute('data-unsent', '0');
      await judge(page, `closed-${name}`);
    });
  });
}
