import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { openPart } from './open-part';
import { SimulatedTill } from './simulated-till';
import { expect, faultsOf, signInAs, test } from './story';

async function openWithRegisters(
  organizer: APIRequestContext,
  url: string,
  { code, startsOn }: { code: string; startsOn: string },
) {
  const { id, fairUrl } = await openFair(organizer, url, {
    code,
    nameVi: `Hội chợ OCOP và sản phẩm tiêu biểu các xã, phường, đặc khu Quảng Ninh (${code})`,
    nameEn: `Quảng Ninh OCOP fair (${code})`,
    startsOn,
    days: 2,
  });
  const made = await organizer.post(`${fairUrl}/registers`);
  expect(made.ok(), await made.text()).toBe(true);
  return id;
}

async function openSealing(page: Page, code: string) {
  await page.goto(`/reports?fair=${code}`);
  return openPart(page, 'Niêm phong hội chợ');
}

const reason = async (page: Page, words: string, deed: string) => {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').fill(words);
  await sheet.getByRole('button', { name: deed, exact: true }).click();
  await expect(sheet).toBeHidden();
};

test('two organizers seal a fair that is over, and two accept a sale that came too late', async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const running = { code: 'con-mo', startsOn: '2025-11-20' };
  const over = { code: 'da-xong', startsOn: '2025-11-17' };
  await openWithRegisters(organizer, server.url, running);
  const fairId = await openWithRegisters(organizer, server.url, over);
  const till = await SimulatedTill.enrol(organizer, server.url, fairId);

  const waiting = await openSealing(page, running.code);
  await expect(waiting).toContainText('Thứ Năm, 20 tháng 11, 2025: chưa qua.');
  await expect(waiting.getByRole('button', { name: 'Đề nghị niêm phong' })).toBeDisabled();
  await judgeAt([phone, desk], page, 'sealing-waits', { fullPage: true });

  const own = await openSealing(page, over.code);
  await own.getByRole('button', { name: 'Đề nghị niêm phong' }).click();
  await expect(own).toContainText('Bạn đã đề nghị');
  await expect(own.getByRole('button', { name: 'Niêm phong', exact: true })).toHaveCount(0);

  const invited = await organizer.post(`${server.url}/api/fairs/${fairId}/invitations`, {
    data: { role: 'organizer' },
  });
  expect(invited.ok(), await invited.text()).toBe(true);
  const { token } = (await invited.json()) as { token: string };
  const context = await browser.newContext({ baseURL: server.url });
  const second = await context.newPage();
  const faults = faultsOf(second);
  const joined = await second.request.post(`${server.url}/api/invitations/accounts`, {
    data: { token, name: 'Chị Hoa', login: `hoa-${over.code}`, password: 'một câu thật dài' },
  });
  expect(joined.ok(), await joined.text()).toBe(true);

  const other = await openSealing(second, over.code);
  const seal = other.getByRole('button', { name: 'Niêm phong', exact: true });
  await expect(seal).toBeDisabled();
  await other.getByRole('checkbox').check();
  await judgeAt([phone, desk], second, 'sealing-second', { fullPage: true });
  await seal.click();
  await expect(other).toContainText(/Đã niêm phong lúc .* đề nghị, Chị Hoa niêm phong\./);

  await other.getByRole('button', { name: 'Lập tệp lưu trữ' }).click();
  const link = other.getByRole('link', { name: 'Tải xuống bản lưu trữ 1' });
  await expect(link).toBeVisible({ timeout: 120_000 });
  await judgeAt([phone, desk], second, 'sealing-sealed', { fullPage: true });
  const coming = second.waitForEvent('download');
  await link.click();
  const saved = await coming;
  expect(saved.suggestedFilename()).toMatch(/^Lưu trữ 1 - .*\.phien\.zip$/);
  const archive = readFileSync(await saved.path());
  await expect(other).toContainText(createHash('sha256').update(archive).digest('hex'));
  const stranger = await browser.newContext({ baseURL: server.url });
  const refused = await stranger.request.get(`${server.url}${await link.getAttribute('href')}`);
  expect(refused.status()).toBe(401);
  await stranger.close();

  till.sell(1);
  await till.send('set_aside');
  await page.goto(`/tills?fair=${over.code}&view=aside`);
  const proposals = page.getByTestId('set-aside').getByRole('listitem');
  await proposals.first().getByRole('button', { name: 'Đề nghị chấp nhận' }).click();
  await reason(page, 'Máy hết pin hôm đó', 'Đề nghị chấp nhận');
  await expect(proposals.first()).toContainText('Chờ một người khác trong ban tổ chức.');
  await second.goto(`/tills?fair=${over.code}&view=aside`);
  const accepting = second.getByTestId('set-aside').getByRole('listitem');
  await expect(accepting.first()).toContainText('Được đề nghị chấp nhận: Máy hết pin hôm đó');
  await judgeAt([phone, desk], second, 'sealing-aside', { fullPage: true });
  const before = await accepting.count();
  await accepting.first().getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await reason(second, 'Đã đối chiếu với sổ tay', 'Chấp nhận');
  await expect(accepting).toHaveCount(before - 1);
  expect(faults).toEqual([]);
  await context.close();
});
