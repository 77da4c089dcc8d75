import { desk, judgeAt, phone } from './judge';
import { expect, test } from './story';
import { codeFor, enrolByLink, enterName, openPay, openShift, tillStand } from './till-story';

const stand = tillStand();

/* Each is judged at its sizes on the way, and goes on at the last of them. */
const looks = [
  { name: 'phone', sizes: [phone], place: 55 },
  { name: 'desk', sizes: [{ name: 'flat', width: 800, height: 360 }, desk], place: 77 },
];

for (const { name, sizes, place } of looks) {
  test(`everyone can read every screen of the till (${name})`, async ({ page }) => {
    test.slow();
    const look = (screen: string) => judgeAt(sizes, page, `till-${screen}`);
    await page.setViewportSize(sizes.at(-1) ?? phone);
    await page.goto('/till/');
    await expect(page.getByLabel('Mã ghép máy')).toBeVisible();
    await look('enrol');
    await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
    await expect(page.getByLabel('Tên người bán')).toBeVisible();
    await look('name');
    await enterName(page);
    await expect(page.getByRole('heading', { name: 'Mở ca' })).toBeVisible();
    await look('open-shift');
    await openShift(page);
    for (const at of [0, 1, 1]) await page.getByTestId('tile').nth(at).click();
    await look('sell');
    await page.getByTestId('tile').first().click({ button: 'right' });
    await expect(page.getByLabel('Ghi chú')).toBeVisible();
    await look('item');
    await page.getByLabel('Ghi chú').fill('ít cay');
    await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
    const bar = page.getByTestId('bar-total');
    for (const size of sizes) {
      await page.setViewportSize(size);
      if (!(await bar.isVisible())) continue;
      await bar.click();
      await judgeAt([size], page, 'till-cart');
      await page.getByRole('button', { name: 'Đóng' }).click();
    }
    await openPay(page);
    await page.getByRole('group', { name: 'Số tiền hay dùng' }).getByRole('button').last().click();
    await look('cash');
    await page.getByRole('button', { name: 'VietQR' }).click();
    await look('no-account');
    await page.getByRole('button', { name: 'Tiền mặt' }).click();
    await page.getByRole('button', { name: 'Vừa đủ' }).click();
    await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
    await expect(page.getByTestId('done')).toBeVisible();
    await look('done');
    await page.getByRole('button', { name: 'In phiếu' }).click();
    await look('slip');
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: 'Đơn mới' }).click();
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Thêm' })).toBeVisible();
    await look('menu');
    await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
    await look('sales');
    await page.getByRole('button', { name: /^Số 2 ·/ }).click();
    await page.getByRole('button', { name: 'Trả hàng' }).click();
    await look('refund');
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: 'Về bán hàng' }).click();
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('button', { name: 'Chốt ca' }).click();
    await expect(page.getByTestId('counted')).toBeVisible();
    await look('close');
    await page.getByRole('button', { name: 'Chốt ca' }).click();
    await page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
    await expect(page.getByTestId('shift-result')).toHaveAttribute('data-unsent', '0');
    await look('closed');
  });
}
