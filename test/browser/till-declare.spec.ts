import { desk, judgeAt, phone } from './judge';
import { expect, test } from './story';
import { openMenu, openTill, tillStand, untilPagesKept } from './till-story';

const stand = tillStand();

test.use({ viewport: { width: 360, height: 800 } });

test('a booth declares at its till without a network, and the fair has it once when there is one', async ({
  page,
  context,
}) => {
  await openTill(page, stand, 2);
  await untilPagesKept(page);
  await context.setOffline(true);
  await openMenu(page);
  await page.getByRole('button', { name: 'Khai báo ngoài máy' }).click();
  const sheet = page.getByRole('dialog', { name: 'Khai báo ngoài máy' });
  await expect(sheet.getByText('Đang ngoại tuyến')).toBeVisible();
  await sheet.getByLabel('Đã bán ngoài máy (₫)').fill('2400000');
  await sheet.getByRole('button', { name: 'Gửi số này' }).click();
  await expect(sheet.getByTestId('not-sent')).toBeVisible();
  await judgeAt([phone, desk], page, 'till-declare-offline');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('button', { name: 'Đóng' }).first().click();

  /* It waits on the disk, and the menu says so. */
  await page.reload();
  await openMenu(page);
  await expect(page.getByRole('button', { name: 'Khai báo ngoài máy · chờ gửi' })).toBeVisible();

  /* Sent while the menu is open: it says so where it said the other. */
  await context.setOffline(false);
  await page.evaluate("window.dispatchEvent(new Event('online'))");
  await page.getByRole('button', { name: 'Khai báo ngoài máy', exact: true }).click();
  await expect(sheet.getByText(/Đã khai 2\.400\.000\s₫ lúc/)).toBeVisible();
  await expect(sheet.getByText('khai tại máy bán hàng')).toBeVisible();
  await judgeAt([phone, desk], page, 'till-declare');
});
