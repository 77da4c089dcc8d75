import type { Page } from '@playwright/test';
import { judge, settled } from './judge';
import { expect, pictureOf, test } from './story';
import { codeFor, enrolByLink, enterName, openPay, openShift, tillStand } from './till-story';

const stand = tillStand();

async function judgeScreen(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path: pictureOf(`till-${name}`) });
  await judge(page, `till-${name}`);
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
      await judgeScreen(page, `enrol-${name}`);
      await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
      await expect(page.getByLabel('Tên người bán')).toBeVisible();
      await judgeScreen(page, `name-${name}`);
      await enterName(page);
      await expect(page.getByRole('heading', { name: 'Mở ca' })).toBeVisible();
      await judgeScreen(page, `open-shift-${name}`);
      await openShift(page);
      for (const at of [0, 1, 1]) await page.getByTestId('tile').nth(at).click();
      await judgeScreen(page, `sell-${name}`);
      await page.getByTestId('tile').first().click({ button: 'right' });
      await expect(page.getByLabel('Ghi chú')).toBeVisible();
      await judgeScreen(page, `item-${name}`);
      await page.getByLabel('Ghi chú').fill('ít cay');
      await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
      const bar = page.getByTestId('bar-total');
      if (await bar.isVisible()) {
        await bar.click();
        await judgeScreen(page, `cart-${name}`);
        await page.getByRole('button', { name: 'Đóng' }).click();
      }
      await openPay(page);
      await page
        .getByRole('group', { name: 'Số tiền hay dùng' })
        .getByRole('button')
        .last()
        .click();
      await judgeScreen(page, `cash-${name}`);
      await page.getByRole('button', { name: 'VietQR' }).click();
      await judgeScreen(page, `no-account-${name}`);
      await page.getByRole('button', { name: 'Tiền mặt' }).click();
      await page.getByRole('button', { name: 'Vừa đủ' }).click();
      await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
      await expect(page.getByTestId('done')).toBeVisible();
      await judgeScreen(page, `done-${name}`);
      await page.getByRole('button', { name: 'In phiếu' }).click();
      await judgeScreen(page, `slip-${name}`);
      await page.getByRole('button', { name: 'Đóng' }).click();
      await page.getByRole('button', { name: 'Đơn mới' }).click();
      await page.getByRole('button', { name: 'Thêm', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'Thêm' })).toBeVisible();
      await judgeScreen(page, `menu-${name}`);
      await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
      await judgeScreen(page, `sales-${name}`);
      await page.getByRole('button', { name: /^Số 2 ·/ }).click();
      await page.getByRole('button', { name: 'Trả hàng' }).click();
      await judgeScreen(page, `refund-${name}`);
      await page.getByRole('button', { name: 'Đóng' }).click();
      await page.getByRole('button', { name: 'Đóng' }).click();
      await page.getByRole('button', { name: 'Về bán hàng' }).click();
      await page.getByRole('button', { name: 'Thêm', exact: true }).click();
      await page.getByRole('button', { name: 'Chốt ca' }).click();
      await expect(page.getByTestId('counted')).toBeVisible();
      await judgeScreen(page, `close-${name}`);
      await page.getByRole('button', { name: 'Chốt ca' }).click();
      await page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
      await expect(page.getByTestId('shift-result')).toHaveAttribute('data-unsent', '0');
      await judgeScreen(page, `closed-${name}`);
    });
  });
}
