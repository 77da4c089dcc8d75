import { judgeAt } from './judge';
import { expect, test } from './story';
import {
  codeFor,
  ledgerOf,
  nextSale,
  openMenu,
  openPay,
  openTill,
  tillStand,
  untilPagesKept,
  untilSent,
  vndIn,
} from './till-story';

const stand = tillStand();

test.use({ viewport: { width: 360, height: 800 } });

test('a ticket waits while others are served, outlives a restart without network, and is paid once', async ({
  page,
  context,
}) => {
  const place = 5;
  await openTill(page, stand, place);
  await untilSent(page);
  await page.getByTestId('tile').nth(0).click();
  await page.getByTestId('tile').nth(1).click();
  const redVnd = vndIn(await page.getByTestId('bar-total').textContent());
  await page.getByTestId('bar-total').click();
  await page.getByRole('button', { name: 'Tạm giữ', exact: true }).click();
  await page.getByLabel('Ghi để nhớ').fill('khách áo đỏ');
  await page.getByRole('button', { name: 'Tạm giữ', exact: true }).click();
  await expect(page.getByRole('button', { name: '1 đơn tạm giữ' })).toBeVisible();
  await expect(page.getByTestId('bar-total')).toHaveText(/^0\s/);

  /* Killed and opened again without a network. */
  await untilPagesKept(page);
  await context.setOffline(true);
  await page.getByTestId('tile').nth(2).click();
  const openVnd = vndIn(await page.getByTestId('bar-total').textContent());
  await page.close();
  const cold = await context.newPage();
  await cold.setViewportSize({ width: 360, height: 800 });
  await cold.goto('/till/');
  await cold.getByRole('button', { name: '1 đơn tạm giữ' }).click();
  const list = cold.getByRole('dialog', { name: 'Đơn tạm giữ' });
  await expect(list.getByText('khách áo đỏ')).toBeVisible();
  await expect(list.getByText(/Giỏ đang mở sẽ được tạm giữ/)).toBeVisible();
  await judgeAt(
    [
      { name: 'phone', width: 360, height: 800 },
      { name: 'desk', width: 1280, height: 800 },
      { name: 'phone', width: 360, height: 800 },
    ],
    cold,
    'till-parked',
  );
  await list.getByRole('button', { name: 'Lấy ra: khách áo đỏ' }).click();
  await expect(cold.getByTestId('bar-total')).toHaveText(
    new RegExp(`^${new Intl.NumberFormat('vi-VN').format(redVnd).replaceAll('.', '\\.')}`),
  );
  /* What was in the cart waits now; a discarded ticket can be had again for ten seconds. */
  await cold.getByRole('button', { name: '1 đơn tạm giữ' }).click();
  await expect(list.getByTestId('parked')).toContainText(
    new Intl.NumberFormat('vi-VN').format(openVnd),
  );
  await list.getByRole('button', { name: /^Bỏ đơn/ }).click();
  await list.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(list.getByTestId('parked')).toHaveCount(1);
  await cold.getByRole('button', { name: 'Đóng' }).click();

  await openPay(cold);
  await cold.getByRole('button', { name: 'Vừa đủ' }).click();
  await cold.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await expect(cold.getByTestId('done')).toBeVisible();
  await nextSale(cold);
  await context.setOffline(false);
  await untilSent(cold);
  expect(await ledgerOf(stand.organizer, stand.url, stand.fair, place)).toMatchObject({
    linkedCount: 2,
    bookedVnd: redVnd,
  });

  /* A shift is not closed over a ticket that nobody decided about. */
  await openMenu(cold);
  await cold.getByRole('button', { name: 'Chốt ca' }).click();
  const close = cold.getByRole('button', { name: 'Chốt ca' });
  await expect(cold.getByText(/^Còn 1 đơn tạm giữ chưa thu tiền/)).toBeVisible();
  await expect(close).toBeDisabled();
  await judgeAt([{ name: 'phone', width: 360, height: 800 }], cold, 'till-close-parked');
  await cold.getByRole('button', { name: 'Giữ cho ca sau' }).click();
  await close.click();
  await cold.getByRole('button', { name: 'Đúng, chốt ca' }).click();
  await cold.getByRole('button', { name: 'Xong, khóa máy' }).click();

  /* It holds the phone at its booth, also when the code is good. */
  const code = await codeFor(stand.organizer, stand.url, stand.fair, place);
  await cold.goto(`/till/#code=${code}`);
  await expect(cold.getByText(/^Máy này đang bán cho .* Còn 1 đơn tạm giữ\./)).toBeVisible();
  await expect(cold.getByRole('button', { name: 'Ghép máy này' })).toBeDisabled();
  await cold.getByRole('button', { name: /^Ở lại gian/ }).click();
  await cold.getByRole('button', { name: 'Vào bán hàng' }).click();
  await openMenu(cold);
  await cold.getByRole('button', { name: '1 đơn tạm giữ' }).click();
  await expect(list.getByText(/^Mở ca rồi mới lấy đơn/)).toBeVisible();
  await list.getByRole('button', { name: /^Bỏ đơn/ }).click();
  await expect(list.getByText('Không có đơn nào đang tạm giữ.')).toBeVisible();
  await cold.getByRole('button', { name: 'Đóng' }).click();
  await cold.goto(`/till/#code=${code}`);
  await expect(cold.getByRole('button', { name: 'Ghép máy này' })).toBeEnabled();
});

test('what one window parks is not paid a second time from another', async ({ page, context }) => {
  const place = 16;
  await openTill(page, stand, place);
  await page.getByTestId('tile').first().click();
  const other = await context.newPage();
  await other.setViewportSize({ width: 360, height: 800 });
  await other.goto('/till/');
  await expect(other.getByTestId('bar-total')).not.toHaveText(/^0\s/);
  await openPay(other);
  const totalVnd = vndIn(await other.getByTestId('pay-total').textContent());
  await page.bringToFront();
  await page.getByTestId('bar-total').click();
  await page.getByRole('button', { name: 'Tạm giữ', exact: true }).click();
  await page.getByRole('button', { name: 'Tạm giữ', exact: true }).click();
  await expect(page.getByRole('button', { name: '1 đơn tạm giữ' })).toBeVisible();
  await other.bringToFront();
  await other.getByRole('button', { name: 'Vừa đủ' }).click();
  await other.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await expect(other.getByTestId('done')).toBeVisible();
  await page.bringToFront();
  await expect(page.getByRole('button', { name: '1 đơn tạm giữ' })).toBeHidden();
  await untilSent(page);
  expect(await ledgerOf(stand.organizer, stand.url, stand.fair, place)).toMatchObject({
    linkedCount: 2,
    bookedVnd: totalVnd,
  });
});
