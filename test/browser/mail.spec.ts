import { openPart } from './open-part';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { SimulatedTill } from './simulated-till';
import { expect, signInAs, test } from './story';

const TODAY = '2025-11-20';
const ADDRESS = 'so-cong-thuong@example.vn';

test('whoever the organizer chose is mailed the closing: its hash, and a link that opens its files', async ({
  page,
  server,
  catcher,
  browser,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const { id, fairUrl } = await openFair(organizer, server.url, {
    code: 'gui-thu',
    nameVi: 'Hội chợ OCOP và sản phẩm tiêu biểu các xã, phường, đặc khu Quảng Ninh (gửi thư)',
    nameEn: 'Quảng Ninh OCOP fair (mail)',
    days: 7,
  });
  await organizer.post(`${fairUrl}/registers`);
  const till = await SimulatedTill.enrol(organizer, server.url, id);
  till.sell(2);
  await till.send();

  await page.goto('/reports?fair=gui-thu');
  await openPart(page, 'Gửi thư khi chốt ngày');
  await expect(page.getByText('Chưa gửi cho ai.')).toBeVisible();
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(page.getByText('Hãy ghi tên.')).toBeVisible();
  await page.getByLabel('Tên người hoặc cơ quan').fill('Sở Công Thương <tỉnh>');
  await page.getByLabel('Địa chỉ thư điện tử').fill(ADDRESS.toUpperCase());
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(page.getByTestId('mail-recipients')).toContainText(ADDRESS);
  await judgeAt([phone, desk], page, 'reports-mail', { fullPage: true });

  const closed = await organizer.post(`${fairUrl}/days/${TODAY}/closings`, {
    data: { reason: 'kết thúc sớm vì mưa' },
  });
  const { hash } = (await closed.json()) as { hash: string };
  await expect(page.getByTestId('mail-deliveries')).toContainText('Đã gửi lúc', {
    timeout: 60_000,
  });
  const mail = catcher.mails.find(({ to }) => to.includes(ADDRESS));
  expect(mail?.text).toContain(hash);
  expect(mail?.text).toContain('Kính gửi Sở Công Thương <tỉnh>,');
  const link = /http\S+\/mail\?key=\S+/.exec(mail?.text ?? '')?.[0] ?? '';

  const reader = await browser.newContext({ javaScriptEnabled: false });
  const mailed = await reader.newPage();
  await mailed.goto(link);
  await expect(mailed.getByText(hash)).toBeVisible();
  const coming = mailed.waitForEvent('download');
  await mailed.getByRole('link', { name: 'PDF, tiếng Việt' }).click();
  expect((await coming).suggestedFilename()).toMatch(/\.pdf$/);
  await reader.close();

  await page.getByRole('button', { name: 'Thôi gửi cho Sở Công Thương <tỉnh>' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Thôi gửi' }).click();
  await expect(page.getByText('Chưa gửi cho ai.')).toBeVisible();
  expect((await organizer.get(link)).status()).toBe(410);
});
