import { expect, pictureOf, test } from './story';
import { readVietQr } from '@phien/till';
import {
  addWeighed,
  codeFor,
  enrolByLink,
  enterName,
  holdDone,
  ledgerOf,
  nextSale,
  openPay,
  openShift,
  tillStand,
  equip,
  pull,
  sellForCash,
  typePin,
  untilPagesKept,
  untilSent,
  vndIn,
  widthOfPhoto,
} from './till-story';

const stand = tillStand();

test.use({ viewport: { width: 360, height: 800 } });

test('a cashier enrols, opens a shift, sells, takes back, and closes; the ledger agrees', async ({
  page,
}) => {
  const place = 0;
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
  await enterName(page);
  await openShift(page);

  /* Three products in one cash sale, with change. */
  for (const at of [0, 1, 2]) await page.getByTestId('tile').nth(at).click();
  await openPay(page);
  const firstVnd = vndIn(await page.getByTestId('pay-total').textContent());
  for (const key of ['5', '000', '000'])
    await page.getByRole('button', { name: key, exact: true }).click();
  await expect(page.getByTestId('tendered')).toHaveText(/5\.000\.000/);
  await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await expect(page.getByTestId('give-back')).toHaveText(
    new RegExp(new Intl.NumberFormat('vi-VN').format(5_000_000 - firstVnd).replaceAll('.', '\\.')),
  );

  /* The slip, as paper would get it. */
  await page.getByRole('button', { name: 'In phiếu' }).click();
  for (const width of [58, 80]) {
    await page.getByRole('button', { name: `${width} mm` }).click();
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.printedSlip [data-testid="slip"]');
    await expect(paper).toBeVisible();
    await expect(paper).toContainText('Phiếu bán hàng – không phải hóa đơn');
    await expect
      .poll(async () => Math.round((await paper.boundingBox())?.width ?? 0))
      .toBe(Math.round((width * 96) / 25.4));
    await expect(page.locator('#root')).toBeHidden();
    await page.emulateMedia({ media: null });
  }
  await page.getByRole('button', { name: 'Đóng' }).click();
  await nextSale(page);

  /* A reload in the middle of a cart keeps the cart, the shift and the cashier. */
  await page.getByTestId('tile').nth(3).click();
  await page.getByTestId('tile').nth(3).click();
  await expect(page.getByTestId('bar-total')).not.toHaveText(/^0/);
  const cartText = await page.getByTestId('bar-total').textContent();
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByTestId('bar-total').textContent();
    })
    .toBe(cartText);
  const secondVnd = vndIn(cartText);
  await openPay(page);
  await page.getByRole('button', { name: 'Vừa đủ' }).click();
  /* Both taps before the page is drawn again: a late one would meet what comes after. */
  await page.getByRole('button', { name: 'Đã nhận tiền' }).evaluate((pay: unknown) => {
    const button = pay as { click(): void };
    button.click();
    button.click();
  });
  await expect(page.getByTestId('done')).toBeVisible();
  await nextSale(page);

  const thirdVnd = await sellForCash(page, [1]);
  await nextSale(page);

  /* The first sale gives one thing back, the third was a mistake. */
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
  await page.getByRole('button', { name: /^Số 2 ·/ }).click();
  await page.getByRole('button', { name: 'Trả hàng' }).click();
  await page
    .getByRole('button', { name: /^Thêm / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Khách đổi ý' }).click();
  const give = page.getByRole('button', { name: /^Trả khách/ });
  const refundedVnd = vndIn(await give.textContent());
  expect(refundedVnd).toBeGreaterThan(0);
  await give.click();
  await expect(page.getByText(/^Đã trả .* bằng chứng từ số 5$/)).toBeVisible();
  await page.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: /^Số 4 ·/ }).click();
  await page.getByRole('button', { name: 'Hủy cả đơn' }).click();
  await page.getByRole('button', { name: 'Bấm nhầm' }).click();
  await page.getByRole('button', { name: /^Hủy đơn/ }).click();
  await expect(page.getByText('Đã hủy bằng chứng từ số 6')).toBeVisible();
  await page.getByRole('button', { name: 'Đóng' }).click();

  await untilSent(page);
  const netVnd = firstVnd + secondVnd + thirdVnd - refundedVnd - thirdVnd;
  const open = await ledgerOf(stand.organizer, stand.url, stand.fair, place);
  expect(open).toMatchObject({ linkedCount: 6, bookedCount: 6, setAsideCount: 0 });
  expect([open.bookedVnd, open.linesVnd, open.paymentsVnd]).toEqual([netVnd, netVnd, netVnd]);

  /* Counted 20.000 more than there should be: float and cash, less change and what went back. */
  await page.getByRole('button', { name: 'Về bán hàng' }).click();
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('button', { name: 'Chốt ca' }).click();
  const expectedVnd = vndIn(await page.getByTestId('expected').textContent());
  expect(expectedVnd).toBe(500_000 + netVnd);
  let leftVnd = Math.floor(expectedVnd / 1_000) * 1_000 + 20_000;
  for (const note of [500_000, 100_000, 10_000, 1_000]) {
    const grouped = new Intl.NumberFormat('vi-VN').format(note);
    await page
      .getByLabel(new RegExp(`^Số tờ ${grouped.replaceAll('.', '\\.')}\\s₫$`))
      .fill(String(Math.floor(leftVnd / note)));
    leftVnd %= note;
  }
  await page.getByRole('button', { name: 'Chốt ca' }).click();
  await page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
  await expect(page.getByRole('heading', { name: 'Ca đã chốt' })).toBeVisible();
  const difference = Number(await page.getByTestId('difference').getAttribute('data-value'));
  expect(difference).toBe(20_000 - (expectedVnd % 1_000));
  await expect(page.getByTestId('shift-result')).toHaveAttribute('data-unsent', '0');
  await expect(page.getByText('Sổ của hội chợ đã nhận đủ ca này.')).toBeVisible();
  await page.getByRole('button', { name: 'Xong, khóa máy' }).click();
  await expect(page.getByLabel('Tên người bán')).toHaveValue('Nguyễn Thị Lan');
  expect((await ledgerOf(stand.organizer, stand.url, stand.fair, place)).linkedCount).toBe(7);
});

test('a sale made without network is done at once, and sent once when there is one', async ({
  page,
  context,
}) => {
  const place = 11;
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
  await enterName(page);
  await openShift(page);
  await untilSent(page);
  await page.getByTestId('tile').first().click();
  await openPay(page);
  await context.setOffline(true);
  const totalVnd = vndIn(await page.getByTestId('pay-total').textContent());
  await page.getByRole('button', { name: 'Vừa đủ' }).click();
  await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await expect(page.getByTestId('done')).toBeVisible();
  await nextSale(page);
  await expect(page.getByTestId('sync')).toHaveText('Ngoại tuyến · 1 chờ gửi');
  await context.setOffline(false);
  await untilSent(page);
  await expect(page.getByTestId('sync')).toHaveText('Đã đồng bộ');
  const held = await ledgerOf(stand.organizer, stand.url, stand.fair, place);
  expect(held).toMatchObject({ linkedCount: 2, bookedCount: 2, bookedVnd: totalVnd });
});

test('an answer that is lost on the way makes no second sale', async ({ page }) => {
  const place = 22;
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
  await enterName(page);
  await openShift(page);
  await untilSent(page);
  let lost = 0;
  await page.route('**/registers/*/documents', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  const totalVnd = await sellForCash(page, [0, 0]);
  await untilSent(page);
  expect(lost).toBe(1);
  const held = await ledgerOf(stand.organizer, stand.url, stand.fair, place);
  expect(held).toMatchObject({ linkedCount: 2, bookedCount: 2, bookedVnd: totalVnd });
});

test('two tabs of one phone share the cart and the queue, and send everything once', async ({
  page,
  context,
}) => {
  const place = 33;
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
  await enterName(page);
  await openShift(page);
  await untilSent(page);
  const delivered: string[] = [];
  /* What was answered: one that was tried while there was no network went nowhere. */
  context.on('response', (answer) => {
    if (!answer.url().endsWith('/documents') || !answer.ok()) return;
    const { documents } = answer.request().postDataJSON() as { documents: string[] };
    delivered.push(...documents);
  });
  const other = await context.newPage();
  await other.setViewportSize({ width: 360, height: 800 });
  await other.goto('/till/');
  await expect(other.getByTestId('tile').first()).toBeVisible();

  await untilPagesKept(page);
  await context.setOffline(true);
  let totalVnd = 0;
  for (const tab of [page, other, page, other]) {
    /* A tab behind another one is drawn once a second. */
    await tab.bringToFront();
    totalVnd += await sellForCash(tab, [0]);
    await nextSale(tab);
  }
  /* One cart, tapped in one tab and paid in both at once: one sale. */
  await page.bringToFront();
  await page.getByTestId('tile').first().click();
  await expect(other.getByTestId('bar-total')).not.toHaveText(/^0\s/);
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await openPay(tab);
    await tab.getByRole('button', { name: 'Vừa đủ' }).click();
  }
  totalVnd += vndIn(await page.getByTestId('pay-total').textContent());
  await Promise.all(
    [page, other].map((tab) =>
      tab.getByRole('button', { name: 'Đã nhận tiền' }).dispatchEvent('click'),
    ),
  );
  for (const tab of [page, other]) await expect(tab.getByTestId('done')).toBeVisible();
  delivered.length = 0;
  await context.setOffline(false);
  await untilSent(page);
  await untilSent(other);
  expect(new Set(delivered).size).toBe(delivered.length);
  const held = await ledgerOf(stand.organizer, stand.url, stand.fair, place);
  expect(held).toMatchObject({ linkedCount: 6, bookedCount: 6, bookedVnd: totalVnd });
});

test('a cashier unlocks with a PIN, is paid by VietQR, and says so; the customer opens the slip', async ({
  page,
  context,
}) => {
  const place = 44;
  await equip(stand.organizer, stand.url, stand.fair, place);
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
  await typePin(page, '1111');
  await expect(page.getByText('PIN không đúng.')).toBeVisible();
  await typePin(page, '2580');
  await openShift(page);
  await page.getByTestId('tile').first().click();
  await openPay(page);
  const totalVnd = vndIn(await page.getByTestId('pay-total').textContent());
  await page.getByRole('button', { name: 'VietQR' }).click();
  await expect(page.getByTestId('vietqr')).toBeVisible();
  expect((await page.getByTestId('vietqr').boundingBox())?.width).toBeGreaterThanOrEqual(240);
  await expect(page.getByText('Máy không hỏi được ngân hàng')).toBeVisible();
  const purpose = await page.getByTestId('qr-purpose').textContent();
  expect(purpose).toMatch(/^[A-Z0-9]+ 2 [0-9A-F]{4}$/);
  const code = await page.getByTestId('vietqr').getAttribute('data-text');
  expect(readVietQr(code ?? '')).toMatchObject({
    ok: true,
    vietQr: { bankBin: '970436', account: '0123456789', amountVnd: totalVnd, purpose },
  });
  await page.getByRole('button', { name: 'Người bán xác nhận đã nhận tiền' }).click();
  await page.getByRole('button', { name: 'Mã QR của phiếu' }).click();
  const link = await page.getByTestId('slip-qr').getAttribute('data-text');
  expect(link).toMatch(new RegExp(`^${stand.url}/slip/${stand.fair.id}/[0-9a-f-]{36}$`));
  await nextSale(page);
  await untilSent(page);

  const customer = await context.newPage();
  await customer.goto(link ?? '');
  await expect(customer.getByText('Đơn này đã được ghi vào sổ của hội chợ.')).toBeVisible();
  await expect(customer.getByTestId('slip').first()).toContainText('Phạm Thị Hương Giang');
  await page.bringToFront();

  /* Void: the PIN of someone who may, and the customer's slip says it. */
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
  await page.getByRole('button', { name: /^Số 2 ·/ }).click();
  await page.getByRole('button', { name: 'Hủy cả đơn' }).click();
  await page.getByRole('button', { name: 'Bấm nhầm' }).click();
  await page.getByRole('button', { name: /^Hủy đơn/ }).click();
  await typePin(page, '2580');
  await expect(page.getByText('Đã hủy bằng chứng từ số 3')).toBeVisible();
  await page.getByRole('button', { name: 'Đóng' }).click();
  await untilSent(page);
  await customer.reload();
  await expect(customer.getByText('Đơn này đã bị hủy')).toBeVisible();
  await customer.close();

  /* Locked, and a reload does not unlock. */
  await page.getByRole('button', { name: 'Khóa màn hình' }).click();
  const asked = page.getByText('Nhập PIN của Phạm Thị Hương Giang');
  await expect(asked).toBeVisible();
  await page.reload();
  await expect(asked).toBeVisible();
  for (let wrong = 1; wrong <= 4; wrong += 1) await typePin(page, '9999');
  const fifthAtMs = Date.now();
  await typePin(page, '9999');
  const lockedOut = page.getByText(/^Sai quá nhiều lần\. Thử lại sau 0:\d\d\.$/);
  await expect(lockedOut).toBeVisible();
  await page.reload();
  await expect(asked).toBeVisible();
  if (!(await lockedOut.isVisible())) {
    /* Opened so late that the half minute is over: then the sixth locks at once. */
    expect(Date.now() - fifthAtMs).toBeGreaterThanOrEqual(30_000);
    await typePin(page, '9999');
    await expect(lockedOut).toBeVisible();
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a cashier weighs, pulls a line off the cart and has it back, takes a part back, and locks', async ({
    page,
  }) => {
    const place = 99;
    const name = 'Mực một nắng Cô Tô loại to';
    await addWeighed(stand.organizer, stand.url, stand.fair, place, {
      name,
      unit: 'kg',
      priceVnd: 480_000,
    });
    await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
    await enterName(page);
    await openShift(page);

    const tile = page.getByTestId('tile').filter({ hasText: name });
    await tile.scrollIntoViewIfNeeded();
    await expect.poll(() => widthOfPhoto(tile)).toBeGreaterThan(0);
    await tile.click();
    await page.getByLabel('Số lượng (kg)').fill('1,25');
    await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
    await page.getByTestId('tile').first().click();
    await page.getByTestId('bar-total').click();
    const lines = page.getByRole('dialog').getByTestId('cart-line');
    await expect(lines).toHaveCount(2);
    await pull(page, lines.nth(1), -40);
    await expect(lines).toHaveCount(2);
    /* At once: it is offered for ten seconds. */
    await pull(page, lines.nth(1), -160);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect(lines).toHaveCount(2);
    await pull(page, lines.nth(1), -160);
    await expect(lines).toHaveCount(1);
    await holdDone(page);
    await page.getByRole('button', { name: 'Thu tiền' }).click();
    await expect(page.getByTestId('pay-total')).toHaveText(/^600\.000/);
    await page.getByRole('button', { name: 'Vừa đủ' }).click();
    await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
    await expect(page.getByTestId('done')).toBeVisible();
    await nextSale(page);

    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
    await page.getByRole('button', { name: /^Số 2 ·/ }).click();
    await page.getByRole('button', { name: 'Trả hàng' }).click();
    await page.getByRole('button', { name: 'Hàng lỗi' }).click();
    const weight = page.getByLabel(`Số lượng ${name} trả lại (kg)`);
    const give = page.getByRole('button', { name: /^Trả khách/ });
    await weight.fill('1,3');
    await expect(give).toBeDisabled();
    await weight.fill('0,35');
    await expect(give).toHaveText(/168\.000/);
    await page.screenshot({ path: pictureOf('till-refund-weighed') });
    await give.click();
    await expect(page.getByText(/^Đã trả .* bằng chứng từ số 3$/)).toBeVisible();
    await page.getByRole('button', { name: 'Đóng' }).click();
    await untilSent(page);
    const held = await ledgerOf(stand.organizer, stand.url, stand.fair, place);
    expect(held).toMatchObject({ linkedCount: 3, bookedCount: 3, bookedVnd: 432_000 });

    /* Locked with the tap, not with what is drawn after it. */
    await page.getByRole('button', { name: 'Khóa màn hình' }).click();
    await page.reload();
    await expect(page.getByLabel('Tên người bán')).toBeVisible();
  });
});

test('a slip that has not arrived says so, and a wrong address too', async ({ page }) => {
  await page.goto(`/slip/${stand.fair.id}/0193a0aa-0000-7000-8000-00000000ab3c`);
  await expect(page.getByText('Phiếu này chưa về tới máy chủ')).toBeVisible();
  await page.goto('/slip/hello');
  await expect(page.getByText('Địa chỉ của phiếu bị thiếu hoặc sai.')).toBeVisible();
});
