import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, signInAs, test } from './story';

const CODE = 'nhap-danh-sach';
const LONG_NAME =
  'Hợp tác xã sản xuất, kinh doanh dịch vụ nông nghiệp và du lịch cộng đồng Quảng Đức số';

/** 300 exhibitors, of which the last 12 cannot be taken. */
async function listOf300(): Promise<Buffer> {
  const rows = Array.from({ length: 300 }, (_, n) => [
    `${LONG_NAME} ${n + 1}`,
    n >= 294 ? '5700100257' : '',
    n >= 288 && n < 294 ? 'Xã Không Có' : 'Xã Quảng Đức',
    `Người đại diện ${n + 1}`,
    `0203 3${100_000 + n}`,
  ]);
  const heads = ['Tên đơn vị', 'MST', 'Nơi đến', 'Người đại diện', 'Điện thoại'];
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Đơn vị', rows: [heads, ...rows] }] }));
}

const bring = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });

async function downloaded(page: Page, button: ReturnType<Page['getByRole']>): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await button.click();
  return readFileSync(await (await coming).path());
}

test('an organizer brings 300 exhibitors, reads why 12 cannot be taken, takes the others once, and has them as a file', async ({
  page,
  server,
}) => {
  await signInAs(page.request, server, 'organizer');
  await openFair(page.request, server.url, {
    ...{ cast: 'none', code: CODE, startsOn: '2025-12-18', days: 6 },
    ...{ nameVi: 'Hội chợ Xuân Hạ Long', nameEn: 'Ha Long Spring Fair' },
    venueVi: 'Cung Quy hoạch, Hội chợ và Triển lãm',
    venueEn: 'Exhibition palace',
  });
  await page.goto(`/people?fair=${CODE}&tab=exhibitors`);
  const byFile = page.getByRole('button', { name: 'Nhập, xuất danh sách' });
  await byFile.click();
  await judgeAt([phone, desk], page, 'roster');

  await bring(page, 'danh-sach.xlsx', Buffer.from('PK\x03\x04 hỏng'));
  await expect(page.getByRole('alert')).toContainText('Tệp hỏng');
  const list = await listOf300();
  await bring(page, 'danh-sach.xlsx', list);
  const states = page.getByRole('group', { name: 'Các dòng' });
  await expect(states).toHaveText('Lỗi: 12Tốt: 288');
  const rows = page.getByTestId('roster-rows').getByRole('listitem');
  await expect(rows.first()).toContainText('Đơn vị, dòng 290');
  await expect(rows.first()).toContainText(
    'Nơi đến: Không có xã, phường, tỉnh hay nước nào tên “Xã Không Có”.',
  );
  await judgeAt([phone, desk], page, 'roster-bad');
  const why = await downloaded(page, page.getByRole('button', { name: 'Tải lý do' }));
  expect(why.toString().trim().split('\r\n')).toHaveLength(13);
  expect(why.toString()).toContain('Mã số thuế có chữ số gõ nhầm');

  await page.getByRole('button', { name: 'Tốt: 288' }).click();
  await page.getByRole('checkbox', { name: `Nhận ${LONG_NAME} 1`, exact: true }).uncheck();
  await judgeAt([phone, desk], page, 'roster-good');
  await page.getByRole('button', { name: 'Nhận 287 đơn vị, 0 sản phẩm' }).click();
  await expect(page.getByText('287 đơn vị mới')).toBeVisible();
  await judgeAt([phone, desk], page, 'roster-taken');
  await page.getByRole('button', { name: 'Xem các đơn vị' }).click();
  await expect(page.getByText('287 đơn vị', { exact: true })).toBeVisible();

  await byFile.click();
  await bring(page, 'danh-sach.xlsx', list);
  await expect(states).toHaveText('Lỗi: 12Tốt: 1Đã có: 287');
  await page.getByRole('button', { name: 'Thôi' }).click();
  const exported = await downloaded(page, page.getByRole('link', { name: 'Excel (.xlsx)' }));
  await bring(page, 'xuat-ra.xlsx', exported);
  await expect(states).toHaveText('Đã có: 287');
  await expect(page.getByRole('button', { name: 'Nhận 0 đơn vị, 0 sản phẩm' })).toBeDisabled();

  await page.getByRole('button', { name: 'Thôi' }).click();
  const doubtful = [
    'Tên đơn vị,MST,Nơi đến,Đoàn',
    `"${LONG_NAME.toUpperCase()} 2",5700100256,Xã Quảng Đức,`,
    `"Công ty TNHH ${LONG_NAME.slice('Hợp tác xã '.length)} 3",,Xã Quảng Đức,`,
    'Hộ Đặng Thị Lan,,Xã Quảng Đức,Đoàn chưa có',
    'Hộ Đặng Thị Lan,,Phường Hồng Gai,',
  ].join('\n');
  await bring(page, 'can-xem.csv', Buffer.from(doubtful));
  await expect(states).toContainText('Cần xem: 4');
  await judgeAt([phone, desk], page, 'roster-doubtful', { fullPage: true });
});
