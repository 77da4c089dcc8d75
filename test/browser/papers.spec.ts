import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openPart } from './open-part';
import { desk, judgeAt, phone } from './judge';
import { SimulatedTill } from './simulated-till';
import { demoFair, expect, signInAs, test } from './story';

async function download(page: Page, name: RegExp): Promise<Buffer> {
  const link = page.getByRole('link', { name }).first();
  await expect(link).toBeVisible({ timeout: 120_000 });
  const coming = page.waitForEvent('download');
  await link.click();
  return readFileSync(await (await coming).path());
}

/* What the live line said of files: that something changed, and never what. */
function filesWords(page: Page): string[] {
  const words: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const [, word] = /^42\/board,\["files",(.*)\]$/.exec(payload.toString()) ?? [];
      if (word !== undefined) words.push(word);
    }),
  );
  return words;
}

test('an exhibitor takes its own statement home, and the organizer writes the report on the fair', async ({
  page,
  browser,
  server,
  playwright,
}) => {
  test.slow();
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const fair = await demoFair(organizer, server);
  await signInAs(page.context().request, server, 'exhibitor');
  const session = (await (
    await page.context().request.get(`${server.url}/api/session`)
  ).json()) as {
    grants: { exhibitorId: string | null }[];
  };
  const own = session.grants.find(({ exhibitorId }) => exhibitorId !== null)?.exhibitorId;
  const registers = (await (
    await organizer.get(`${server.url}/api/fairs/${fair.id}/registers`)
  ).json()) as { exhibitorId: string }[];
  const place = registers.findIndex(({ exhibitorId }) => exhibitorId === own);
  const till = await SimulatedTill.enrol(organizer, server.url, fair.id, place);
  till.sell(2);
  await till.send();

  await page.goto(`/my?fair=${fair.code}`);
  await page.getByRole('button', { name: 'Lập bản kê' }).click();
  const statement = page.getByTestId('paper-statement');
  await expect(statement).toContainText('Tạm thời');
  const pdf = await download(page, /^Tải PDF tiếng Việt: Bản kê bán hàng/);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await download(page, /^Tải Excel tiếng Việt: Bản kê/)).subarray(0, 2).toString()).toBe(
    'PK',
  );
  await page.getByRole('button', { name: 'Xuất dữ liệu hóa đơn' }).click();
  const lines = await download(page, /^Tải CSV tiếng Việt: Dữ liệu hóa đơn/);
  expect(lines.toString('utf8')).toContain('Thành tiền trước thuế');
  await judgeAt([phone, desk], page, 'my-papers', { fullPage: true });

  /* Whoever is handed the file looks it up without an account. */
  const stranger = await browser.newContext({ baseURL: server.url, locale: 'vi-VN' });
  const outside = await stranger.newPage();
  await outside.goto('/verify');
  await outside
    .locator('input[type=file]')
    .setInputFiles({ name: 'ban-ke.pdf', mimeType: 'application/pdf', buffer: pdf });
  const answer = outside.getByTestId('verified');
  await expect(answer).toContainText('Tài liệu có thật, là bản lập mới nhất');
  await expect(answer.getByRole('heading', { name: 'Bản kê bán hàng' })).toBeVisible();
  await expect(outside.getByTestId('paper-days')).toContainText('chưa chốt khi lập');
  await judgeAt([phone, desk], outside, 'verify-paper', { fullPage: true });
  await stranger.close();

  const words = filesWords(page);
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/reports?fair=${fair.code}`);
  await openPart(page, 'Giấy tờ khác');
  await page.getByLabel('Loại giấy tờ').selectOption({ label: 'Chứng từ đến muộn, để riêng' });
  await page.getByRole('button', { name: 'Lập giấy tờ' }).click();
  await expect(page.getByTestId('paper-late_list')).toContainText('Cả hội chợ');
  await expect(page.getByTestId('paper-statement').first()).toBeVisible();
  await download(page, /^Tải Excel tiếng Việt: Chứng từ đến muộn/);
  await expect.poll(() => words.length).toBeGreaterThan(0);
  for (const word of words) expect(word).toMatch(/^\{"fairId":"[-0-9a-f]+","version":\d+\}$/);
  await judgeAt([phone, desk], page, 'reports-papers', { fullPage: true });

  await page.getByRole('link', { name: 'Báo cáo kết quả hội chợ' }).click();
  const visits = page.getByTestId('field-visits');
  await expect(visits).toContainText('Nguồn: số lần vào đếm tại cổng');
  await visits.getByRole('button', { name: 'Sửa Khách tham quan' }).click();
  await visits.getByLabel('Nội dung tiếng Việt').fill('khoảng 150 nghìn lượt');
  await visits.getByRole('button', { name: 'Lưu mục' }).click();
  await expect(visits).toContainText('khoảng 150 nghìn lượt');
  await expect(visits).toContainText('Sổ ghi:');
  await page.getByRole('button', { name: 'Bỏ Chủ đề, mục tiêu khỏi báo cáo' }).click();
  await expect(page.getByText('1 mục không đưa vào báo cáo')).toBeVisible();
  await page.getByRole('button', { name: 'Lập báo cáo' }).click();
  const word = await download(page, /^Tải Word tiếng Việt: Báo cáo kết quả hội chợ/);
  expect(word.subarray(0, 2).toString()).toBe('PK');
  await judgeAt([phone, desk], page, 'final-report', { fullPage: true });

  await visits.getByRole('button', { name: 'Lấy số của sổ cho Khách tham quan' }).click();
  await expect(visits).not.toContainText('khoảng 150 nghìn lượt');
  await organizer.dispose();
});
