import { readVietQr } from '@phien/till';
import { judgeAt, phone } from './judge';
import { expect, test } from './story';
import {
  codeFor,
  enrolByLink,
  equip,
  ledgerOf,
  nextSale,
  openMenu,
  openPay,
  openShift,
  tillStand,
  typePin,
  untilSent,
  vndIn,
} from './till-story';

const stand = tillStand();

test.use({ viewport: { width: 360, height: 800 } });

const grouped = (amountVnd: number) =>
  new RegExp(`^${new Intl.NumberFormat('vi-VN').format(amountVnd).replaceAll('.', '\\.')}`);

test('a sale is paid partly by transfer and partly in cash; what was received outlives a reload', async ({
  page,
}) => {
  const place = 7;
  const { organizer, url, fair } = stand;
  await equip(organizer, url, fair, place);
  await enrolByLink(page, await codeFor(organizer, url, fair, place));
  await typePin(page, '2580');
  await openShift(page);
  for (const at of [0, 1, 2]) await page.getByTestId('tile').nth(at).click();
  await openPay(page);
  const totalVnd = vndIn(await page.getByTestId('pay-total').textContent());
  await page.getByRole('button', { name: 'Chia', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Thu tiền' });
  const received = page.getByRole('button', { name: 'Người bán xác nhận đã nhận tiền' });
  const amount = page.getByLabel('Số tiền của phần này');
  await amount.fill(String(totalVnd + 1));
  await expect(received).toBeDisabled();
  await amount.fill('50000');
  const code = await page.getByTestId('vietqr').getAttribute('data-text');
  expect(readVietQr(code ?? '')).toMatchObject({ ok: true, vietQr: { amountVnd: 50_000 } });
  await judgeAt([phone], page, 'till-split-vietqr');
  await received.click();
  await expect(page.getByTestId('left')).toHaveText(grouped(totalVnd - 50_000));

  /* The battery dies between two parts. */
  await page.reload();
  await expect(page.getByTestId('bar-total')).toBeVisible();
  await openPay(page);
  await expect(page.getByTestId('part')).toHaveCount(1);
  await expect(sheet.getByRole('button', { name: 'Vừa đủ' })).toBeHidden();
  await page.getByRole('button', { name: 'Thẻ', exact: true }).click();
  await amount.fill('20000');
  await page.getByRole('button', { name: /^Đã nhận 20\.000/ }).click();
  await page.getByRole('button', { name: /^Bỏ phần Thẻ/ }).click();
  await page.getByRole('button', { name: 'Tiền mặt' }).click();
  for (const key of ['1', '0', '000']) {
    await page.getByRole('button', { name: key, exact: true }).click();
  }
  await page.getByRole('button', { name: /^Đã nhận 10\.000/ }).click();
  await expect(page.getByTestId('left')).toHaveText(grouped(totalVnd - 60_000));
  await judgeAt([phone], page, 'till-split-cash');
  for (const key of ['5', '000', '000']) {
    await page.getByRole('button', { name: key, exact: true }).click();
  }
  const changeVnd = 5_000_000 - (totalVnd - 60_000);
  await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await expect(page.getByTestId('give-back')).toHaveText(grouped(changeVnd));
  await page.getByRole('button', { name: 'In phiếu' }).click();
  const slip = page.getByRole('dialog').getByTestId('slip');
  await expect(slip).toContainText(/VietQR\s*50\.000/);
  await expect(slip).toContainText(/Tiền mặt\s*5\.000\.000/);
  await page.getByRole('button', { name: 'Đóng' }).click();
  await nextSale(page);

  await openMenu(page);
  await page.getByRole('button', { name: 'Số liệu ca này' }).click();
  expect(vndIn(await page.getByTestId('by-vietqr').first().textContent())).toBe(50_000);
  expect(vndIn(await page.getByTestId('by-cash').first().textContent())).toBe(totalVnd - 50_000);
  await page.getByRole('button', { name: 'Đóng' }).click();

  /* All of it was a mistake: each part goes back the way it came. */
  await openMenu(page);
  await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
  await page.getByRole('button', { name: /^Số 2 ·/ }).click();
  await page.getByRole('button', { name: 'Trả hàng' }).click();
  await expect(page.getByText(/^Khách đã trả: VietQR 50\.000.* \+ Tiền mặt 10\.000/)).toBeVisible();
  await page.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: 'Hủy cả đơn' }).click();
  await page.getByRole('button', { name: 'Bấm nhầm' }).click();
  await page.getByRole('button', { name: /^Hủy đơn/ }).click();
  await typePin(page, '2580');
  await expect(page.getByText('Đã hủy bằng chứng từ số 3')).toBeVisible();
  await page.getByRole('button', { name: 'Đóng' }).click();
  await untilSent(page);
  expect(await ledgerOf(organizer, url, fair, place)).toMatchObject({
    linkedCount: 3,
    bookedCount: 3,
    setAsideCount: 0,
    bookedVnd: 0,
    paymentsVnd: 0,
  });
});
