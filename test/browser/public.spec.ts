import { openPart } from './open-part';
import { SimulatedTill } from './simulated-till';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, faultsOf, signInAs, test } from './story';

const TODAY = '2025-11-20';
const CODE = 'cong-bo';

test('an organizer chooses what the public sees, looks at it first, and takes it back', async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const { id, fairUrl } = await openFair(organizer, server.url, {
    code: CODE,
    nameVi: 'Hội chợ giới thiệu, kết nối tiêu thụ sản phẩm OCOP và hàng nông, lâm, thủy sản',
    nameEn: 'Fair of OCOP and agricultural, forestry and fishery products',
    days: 3,
  });
  await organizer.post(`${fairUrl}/registers`);
  let soldVnd = 0;
  for (const place of [0, 20, 40]) {
    const till = await SimulatedTill.enrol(organizer, server.url, id, place);
    soldVnd += till.sell(20);
    await till.send();
  }
  const atLeastVnd = Math.floor(soldVnd / 1_000_000) * 1_000_000;
  const closed = await organizer.post(`${fairUrl}/days/${TODAY}/closings`, {
    data: { reason: 'xem công bố' },
  });
  expect(closed.ok(), await closed.text()).toBe(true);

  /* Somebody without an account, on their own phone. */
  const stranger = await browser.newContext({ baseURL: server.url, locale: 'vi-VN' });
  const outside = await stranger.newPage();
  const faults = faultsOf(outside);
  /* Not by opening it again: the page is kept on their phone. */
  const statusOutside = async () => (await outside.request.get(`/f/${CODE}`)).status();
  expect((await outside.goto(`/f/${CODE}`))?.status()).toBe(404);
  await expect(outside.getByRole('alert')).toContainText('Không có hội chợ ở địa chỉ này');

  await page.goto(`/reports?fair=${CODE}`);
  await openPart(page, 'Công bố cho công chúng');
  await expect(page.getByText('Trang chưa mở')).toBeVisible();
  await page.getByLabel('Mở trang công khai').check();
  await page.getByLabel('Doanh thu', { exact: true }).check();
  await page.getByLabel('Gian có bán').check();
  await page.getByLabel('Doanh thu làm tròn xuống theo').selectOption('1000000');
  await page.getByLabel('Nêu chậm hơn thực tế').selectOption('Đến khi chốt ngày');
  const amount = new Intl.NumberFormat('vi-VN').format(atLeastVnd);
  const told = `ít nhất ${amount}`;
  await expect(page.getByTestId('public-revenue')).toContainText(told);
  await expect(page.getByText('Chưa lưu.')).toBeVisible();
  expect(await statusOutside()).toBe(404);
  await judgeAt([desk], page, 'publication', { fullPage: true });
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();

  expect(await statusOutside()).toBe(200);
  await outside.reload();
  await outside.getByRole('button', { name: 'Số liệu' }).click();
  await expect(outside.getByTestId('public-revenue')).toContainText(told);
  await expect(outside.getByTestId(`public-day-${TODAY}`)).toContainText('3 gian');
  await expect(outside.getByTestId('public-visits')).toBeHidden();
  await judgeAt([phone], outside, 'public', { fullPage: true });
  await outside.getByRole('radio', { name: 'English' }).check({ force: true });
  await expect(outside.getByTestId('public-revenue')).toContainText('at least');

  /* Nothing else of the fair, and nothing that names a booth. */
  const answer = await outside.request.get(`/api/public/fairs/${CODE}`);
  expect(answer.headers()['cache-control']).toBe('public, max-age=15');
  const text = await answer.text();
  expect(text).not.toContain(id);
  expect(text).not.toContain(String(soldVnd));
  expect((await outside.request.get(`/api/fairs/${id}/board`)).status()).toBe(401);
  const unchanged = await outside.request.get(`/api/public/fairs/${CODE}`, {
    headers: { 'If-None-Match': answer.headers().etag ?? '' },
  });
  expect(unchanged.status()).toBe(304);

  /* In the page itself too, for a browser without scripts. */
  const written = await outside.request.get(`/f/${CODE}`);
  expect(await written.text()).toContain(`<li>Doanh thu (revenue): ít nhất (at least) ${amount}`);

  await page.getByLabel('Mở trang công khai').uncheck();
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await expect
    .poll(async () => (await outside.request.get(`/api/public/fairs/${CODE}`)).status())
    .toBe(404);
  expect(faults).toEqual([]);
  await stranger.close();
});
