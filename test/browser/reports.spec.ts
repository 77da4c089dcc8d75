import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { openFair } from './open-fair';
import { SimulatedTill } from './simulated-till';
import { desk, judgeAt, phone } from './judge';
import { expect, pictureOf, signInAs, test } from './story';

const TODAY = '2025-11-20';
/* Against what hangs alone: the worker makes one file after the other. */
const FILE_MS = 120_000;

/** A fair of its own in the middle of its second day, with registers and nothing sold. */
async function openWithRegisters(organizer: APIRequestContext, url: string, code: string) {
  const { id, fairUrl } = await openFair(organizer, url, {
    code,
    nameVi: `Hội chợ OCOP và sản phẩm tiêu biểu các xã, phường, đặc khu Quảng Ninh (${code})`,
    nameEn: `Quảng Ninh OCOP fair (${code})`,
    days: 7,
  });
  const made = await organizer.post(`${fairUrl}/registers`);
  expect(made.ok(), await made.text()).toBe(true);
  return { id, code };
}

const judgeAtEverySize = (page: Page, screen: string) =>
  judgeAt([phone, desk], page, screen, { fullPage: true });

const revision = (page: Page, number: number) => page.getByTestId(`revision-${number}`);

async function download(page: Page, name: string): Promise<Buffer> {
  const link = page.getByRole('link', { name });
  await expect(link).toBeVisible({ timeout: FILE_MS });
  const coming = page.waitForEvent('download');
  await link.click();
  const file = await coming;
  return readFileSync(await file.path());
}

test('the organizer closes the day, downloads it, and a late sale makes revision 2 with its difference', async ({
  page,
  server,
}) => {
  test.slow();
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const fair = await openWithRegisters(organizer, server.url, 'chot-ngay');
  const till = await SimulatedTill.enrol(organizer, server.url, fair.id);
  const soldVnd = till.sell(2);
  await till.send();

  await page.goto(`/reports?fair=${fair.code}`);
  await expect(page.getByTestId(`state-${TODAY}`).first()).toHaveText('Đang mở');
  await expect(page.getByTestId('revenue')).toHaveAttribute('data-value', String(soldVnd));
  await expect(page.getByTestId('day-detail')).toContainText('Tự chốt lúc 23:00');
  await expect(page.getByTestId('day-detail')).toContainText('1 máy chưa chốt ca');

  await page.getByRole('button', { name: 'Chốt ngày' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Chốt Thứ Năm, 20 tháng 11/ });
  await expect(dialog).toContainText('Bản 1 sẽ giữ cố định');
  await expect(dialog).toContainText('1 máy chưa chốt ca');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(revision(page, 1)).toHaveCount(0);

  await page.getByRole('button', { name: 'Chốt ngày' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox').fill('kết thúc sớm vì mưa');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã lập bản 1.')).toBeVisible();
  await expect(revision(page, 1)).toContainText('Lý do: kết thúc sớm vì mưa');
  await expect(page.getByTestId(`state-${TODAY}`).first()).toHaveText('Tạm thời');
  await expect(page.getByRole('button', { name: 'Lập bản sửa đổi' })).toBeFocused();

  const pdf = await download(page, 'Tải PDF tiếng Việt của bản 1');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);
  const workbook = await download(page, 'Tải Excel tiếng Việt của bản 1');
  expect(workbook.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(workbook.length).toBeGreaterThan(5_000);

  await page.getByRole('button', { name: 'Lập Excel tiếng Anh của bản 1' }).click();
  const english = await download(page, 'Tải Excel tiếng Anh của bản 1');
  expect(english.subarray(0, 2).toString('latin1')).toBe('PK');

  /* The worker would make the revision itself after a minute: without it nobody need hurry. */
  await server.stop('worker');
  const lateVnd = till.sell(3);
  await till.send();
  await expect(page.getByTestId('late')).toContainText('1 chứng từ đến muộn chưa vào bản nào');
  await page.getByRole('button', { name: 'Lập bản sửa đổi' }).click();
  const again = page.getByRole('dialog', { name: /^Lập bản 2 cho/ });
  await expect(again).toContainText('trong đó 1 chứng từ mới');
  await again.getByRole('button', { name: 'Chốt thành bản 2' }).click();
  await expect(again.getByText('Hãy ghi lý do lập bản sửa đổi.')).toBeVisible();
  await again.getByRole('textbox', { name: /^Lý do/ }).fill('máy ở gian A01 gửi muộn');
  await again.getByRole('button', { name: 'Chốt thành bản 2' }).click();

  await expect(revision(page, 2)).toContainText('máy ở gian A01 gửi muộn');
  await server.start('worker');
  const difference = revision(page, 2).getByTestId('difference');
  const money = new Intl.NumberFormat('vi-VN').format(lateVnd);
  await expect(difference).toContainText('Khác với bản 1');
  await expect(difference).toContainText(`+${money}\u00a0₫`);
  await expect(revision(page, 2).getByTestId('revenue')).toHaveAttribute(
    'data-value',
    String(soldVnd + lateVnd),
  );
  await expect(revision(page, 1).getByTestId('revenue')).toHaveAttribute(
    'data-value',
    String(soldVnd),
  );
  await expect(page.getByTestId('late')).toHaveCount(0);
  const second = await download(page, 'Tải PDF tiếng Việt của bản 2');
  expect(second.equals(pdf)).toBe(false);
  expect((await download(page, 'Tải PDF tiếng Việt của bản 1')).equals(pdf)).toBe(true);
  await page.screenshot({ path: pictureOf('reports-two-revisions'), fullPage: true });
});

test('an official reads and downloads, and closes nothing', async ({
  page,
  server,
  playwright,
}) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  await signInAs(page.context().request, server, 'official');
  const fairs = (await (await page.context().request.get(`${server.url}/api/fairs`)).json()) as {
    id: string;
    code: string;
  }[];
  const fair = fairs[0];
  if (!fair) throw new Error('The official sees no fair.');
  const till = await SimulatedTill.enrol(organizer, server.url, fair.id, 3);
  till.sell(1);
  await till.send();
  await page.goto(`/reports?fair=${fair.code}`);
  await expect(page.getByText('Bạn xem và tải được báo cáo, ký từng bản')).toBeVisible();
  await expect(page.getByTestId(`state-${TODAY}`).first()).toHaveText('Đang mở');
  await expect(page.getByRole('button', { name: 'Chốt ngày' })).toHaveCount(0);
  const closed = await organizer.post(`${server.url}/api/fairs/${fair.id}/days/${TODAY}/closings`, {
    data: {},
  });
  expect(closed.ok(), await closed.text()).toBe(true);
  await expect(page.getByRole('link', { name: 'Tải PDF tiếng Việt của bản 1' })).toBeVisible({
    timeout: FILE_MS,
  });
  await expect(page.getByRole('button', { name: /^(Lập|Chốt)/ })).toHaveCount(0);
  await organizer.dispose();
});

test('the grace of the fair moves the hour at which its days close themselves', async ({
  page,
  server,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  const fair = await openWithRegisters(page.context().request, server.url, 'gio-chot');
  await page.goto(`/reports?fair=${fair.code}&day=${TODAY}`);
  await expect(page.getByTestId('day-detail')).toContainText('Tự chốt lúc 23:00');
  await page.getByLabel('Tự chốt sau giờ đóng cửa').selectOption({ label: '30 phút' });
  await expect(page.getByText('Đã lưu: tự chốt 30 phút sau giờ đóng cửa.')).toBeVisible();
  await expect(page.getByTestId('day-detail')).toContainText('Tự chốt lúc 22:30');
});

test('who has no part in the fair is told who can help; without network the screen says so', async ({
  page,
  server,
}) => {
  await signInAs(page.context().request, server, 'gate');
  await page.goto('/reports');
  await expect(page.getByRole('heading', { name: 'Bạn chưa được xem trang này' })).toBeVisible();
  await signInAs(page.context().request, server, 'organizer');
  await page.goto('/reports');
  await expect(page.getByRole('heading', { name: 'Báo cáo cuối ngày' })).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'offline');
  await page.context().setOffline(false);
  await expect(page.getByTestId('as-of')).toHaveCount(0);
});

test('everyone can read the reports of a busy fair, and the question before closing', async ({
  page,
  server,
  busyFairCode,
}) => {
  test.slow();
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  await page.goto(`/reports?fair=${busyFairCode}`);
  await expect(page.getByTestId('revenue').first()).toBeVisible();
  await judgeAtEverySize(page, 'reports-list');
  await page.goto(`/reports?fair=${busyFairCode}&day=${TODAY}`);
  await page.getByRole('button', { name: 'Chốt ngày', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Bản 1 sẽ giữ cố định');
  await judgeAtEverySize(page, 'reports-dialog');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /^Chốt thành bản 1/ }).click();
  await expect(page.getByRole('link', { name: 'Tải Excel tiếng Việt của bản 1' })).toBeVisible({
    timeout: FILE_MS,
  });
  await judgeAtEverySize(page, 'reports-closed');
  await page.getByRole('button', { name: 'Lập bản sửa đổi', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Không có gì mới');
  await judgeAtEverySize(page, 'reports-nothing-new');
  await page.keyboard.press('Escape');
  await page.getByText('Xem tên').first().click();
  await page.getByText('Theo khu', { exact: true }).first().click();
  await judgeAtEverySize(page, 'reports-names');
});
