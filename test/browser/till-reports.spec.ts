import type { Page } from '@playwright/test';
import { judgeAt } from './judge';
import { expect, pictureOf, test } from './story';
import {
  nextSale,
  openMenu,
  openTill,
  sellForCash,
  tillStand,
  untilPagesKept,
  untilSent,
  vndIn,
} from './till-story';

const stand = tillStand();

test.use({ viewport: { width: 360, height: 800 } });

/** The rows of the report that is open, as they stand on paper. */
async function rowsOnPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const paper = page.getByTestId('report-paper');
  await expect(paper).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await paper.screenshot({ path: pictureOf('till-report-paper') });
  const rows = await paper.locator('dl > div').allInnerTexts();
  await page.emulateMedia({ media: null });
  return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}

const isCounted = (page: Page, note: string, count: number) =>
  page.getByLabel(new RegExp(`^Số tờ ${note.replace('.', '\\.')}\\s₫$`)).fill(String(count));

test('a seller reads the X report without a network, and the Z report of each shift for ever', async ({
  page,
  context,
}) => {
  await openTill(page, stand, 3);
  const firstVnd = await sellForCash(page, [0, 1]);
  await nextSale(page);
  await untilSent(page);
  await untilPagesKept(page);
  await context.setOffline(true);
  const secondVnd = await sellForCash(page, [2]);
  await nextSale(page);
  await openMenu(page);
  await page.getByRole('button', { name: 'Thu, chi tiền mặt' }).click();
  await page.getByLabel('Số tiền').fill('200000');
  await page.getByRole('button', { name: 'Cất bớt tiền' }).click();
  await page.getByRole('button', { name: 'Ghi chi' }).click();

  await openMenu(page);
  await page.getByRole('button', { name: 'Số liệu ca này' }).click();
  const report = page.getByRole('dialog', { name: 'Báo cáo X – giữa ca' });
  await expect(report.getByText('Số tạm')).toBeVisible();
  const netVnd = firstVnd + secondVnd;
  expect(vndIn(await report.getByTestId('net').textContent())).toBe(netVnd);
  expect(vndIn(await report.getByTestId('by-cash').textContent())).toBe(netVnd);
  const expectedVnd = vndIn(await report.getByTestId('expected').textContent());
  expect(expectedVnd).toBe(500_000 + netVnd - 200_000);
  await expect(report.getByText(/-1-1 … .+-1-4$/)).toBeVisible();
  await expect(report.getByText('Số 4 · Cất bớt tiền')).toBeVisible();
  const provisional = await rowsOnPaper(page);
  expect(provisional).toContain('Chưa gửi 2');
  await expect(page.getByTestId('report-paper')).toContainText('TẠM');
  await judgeAt([{ name: 'phone', width: 360, height: 800 }], page, 'till-report-x');
  await page.getByRole('button', { name: 'Đóng' }).click();

  await openMenu(page);
  await page.getByRole('button', { name: 'Chốt ca' }).click();
  await page.getByRole('button', { name: 'Chỉ ghi tổng' }).click();
  await expect(page.getByRole('button', { name: 'Chốt ca' })).toBeDisabled();
  await page.getByLabel('Tổng tiền đếm được').fill('500000');
  await expect(page.getByTestId('counted')).toHaveText(/^500\.000/);
  await page.getByRole('button', { name: 'Đếm từng loại tờ' }).click();
  await isCounted(page, '200.000', 1);
  await isCounted(page, '10.000', 3);
  await page.getByRole('button', { name: 'Chốt ca' }).click();
  await page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
  await page.getByRole('button', { name: 'Báo cáo Z – cuối ca' }).click();
  const closed = page.getByRole('dialog', { name: 'Báo cáo Z – cuối ca' });
  await expect(closed.getByTestId('difference')).toHaveAttribute(
    'data-value',
    String(230_000 - expectedVnd),
  );
  const final = await rowsOnPaper(page);
  expect(final).toContain('200.000 ₫ × 1 tờ 200.000 ₫');
  expect(final).toContain('10.000 ₫ × 3 tờ 30.000 ₫');
  await expect(page.getByTestId('report-paper')).not.toContainText('TẠM');
  await page.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: 'Xong, khóa máy' }).click();

  /* Days later, in another shift, and with everything sent: the same figures. */
  await context.setOffline(false);
  await untilSent(page);
  await page.reload();
  await page.getByRole('button', { name: 'Vào bán hàng' }).click();
  await expect(page.getByRole('heading', { name: 'Mở ca' })).toBeVisible();
  await openMenu(page);
  await page.getByRole('button', { name: 'Các ca đã chốt' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Lệch/ }).click();
  await expect(closed.getByText('Sổ của hội chợ đã nhận đủ ca này.')).toBeVisible();
  expect(await rowsOnPaper(page)).toEqual(final.filter((row) => !row.startsWith('Chưa gửi')));
  await judgeAt(
    [
      { name: 'phone', width: 360, height: 800 },
      { name: 'desk', width: 1280, height: 800 },
    ],
    page,
    'till-report-z',
  );
});
