import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { SimulatedTill } from './simulated-till';
import { expect, signInAs, test } from './story';

/** A fair of its own on its second day, with one day behind it on which nobody sold. */
const openSecondDay = (organizer: APIRequestContext, url: string, code: string) =>
  openFair(organizer, url, {
    code,
    nameVi: `Hội chợ OCOP và sản phẩm tiêu biểu các xã, phường, đặc khu Quảng Ninh (${code})`,
    nameEn: `Quảng Ninh OCOP fair (${code})`,
    days: 7,
  });

test('an organizer compares with a past fair, decides between its sources and writes another down', async ({
  page,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const fair = await openSecondDay(organizer, server.url, 'so-sanh');
  await organizer.post(`${server.url}/api/fairs/${fair.id}/registers`);
  const till = await SimulatedTill.enrol(organizer, server.url, fair.id);
  till.sell(1);
  await till.send();

  await page.goto(`/compare?fair=${fair.code}&base=ocop-qn-2019-summer`);
  const figures = page.getByRole('region', { name: /^Số liệu so với/ });
  const row = (name: string) => figures.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Doanh thu mỗi ngày')).toContainText('1 ngày đầu so với cả kỳ');
  await expect(row('Doanh thu mỗi ngày')).toContainText('nguồn mâu thuẫn');
  await expect(row('Doanh thu mỗi ngày')).toContainText('÷');
  await expect(row('Doanh thu').first()).toContainText('không tính');
  await expect(page.getByText('Tạm thời: hội chợ chưa xong')).toBeVisible();
  const parts = page.getByRole('region', { name: 'Doanh thu theo xuất xứ và địa phương' });
  const tienYen = parts.getByRole('row', { name: /^Huyện Tiên Yên/ });
  await expect(tienYen).toContainText('nay: Xã Tiên Yên, Xã Điền Xá, Xã Đông Ngũ, Xã Hải Lạng');
  await expect(tienYen).toContainText('385.000.000');
  await judgeAt([phone, desk], page, 'compare', { fullPage: true });

  const choice = page.getByRole('region', { name: 'Nguồn nào dùng để so?' }).first();
  const option = choice.getByRole('option', { name: /10\.200\.000\.000/ }).first();
  await choice.getByRole('combobox').selectOption(await option.getAttribute('value'));
  await choice.getByLabel('Lý do').fill('Số của tỉnh');
  await choice.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(choice).toContainText('Số của tỉnh');
  await expect(row('Doanh thu mỗi ngày')).toContainText('đã chọn nguồn');

  const form = page.getByRole('region', { name: 'Ghi con số của kỳ trước' });
  await form
    .getByLabel('Kỳ', { exact: true })
    .selectOption({ label: 'Kỳ chưa có trong danh sách' });
  await form.getByLabel('Tên tiếng Việt').fill('Hội chợ Xuân 2020');
  await form.getByLabel('Tên tiếng Anh').fill('Spring Fair 2020');
  await form.getByLabel('Loại số').selectOption('visits');
  await form.getByLabel('Con số', { exact: true }).fill('12345');
  await form.getByLabel('Nơi đăng').fill('Báo Quảng Ninh');
  await form.getByRole('button', { name: 'Ghi con số' }).click();
  await expect(form.getByRole('alert')).toContainText('nguồn');
  await form.getByLabel('Tên bài').fill('Bế mạc hội chợ');
  await form.getByRole('button', { name: 'Ghi con số' }).click();
  await expect(form.getByText('Đã ghi con số.')).toBeVisible();
  const fairs = page.getByRole('region', { name: 'Các kỳ đã công bố' });
  await expect(fairs.getByRole('row', { name: /Hội chợ Xuân 2020/ })).toContainText('12.345');

  await form.getByLabel('Kỳ', { exact: true }).selectOption('ocop-qn-2019-summer');
  await form.getByLabel('Loại số').selectOption('revenue_vnd');
  await form.getByLabel('Của phần nào').selectOption('place');
  await form.getByLabel('một địa phương').selectOption({ label: 'Huyện Ba Chẽ' });
  await form.getByLabel('Con số', { exact: true }).fill('150000000');
  await form.getByLabel('Nơi đăng').fill('Báo Quảng Ninh');
  await form.getByLabel('Tên bài').fill('Sau hội chợ');
  await form.getByRole('button', { name: 'Ghi con số' }).click();
  const baChe = parts.getByRole('row', { name: /^Huyện Ba Chẽ/ });
  await expect(baChe).toContainText('nay: Xã Ba Chẽ, Xã Kỳ Thượng, Xã Lương Minh');
  await expect(baChe).toContainText('150.000.000');

  const coming = page.waitForEvent('download');
  await fairs.getByRole('button', { name: 'Tải CSV' }).click();
  const csv = readFileSync(await (await coming).path(), 'utf8');
  expect(csv).toContain('Hội chợ Xuân 2020,,,visits,whole,0,12345,stated,false,Báo Quảng Ninh');
});

test('an official reads the comparison and writes nothing', async ({ page, server }) => {
  await signInAs(page.context().request, server, 'official');
  await page.goto('/compare');
  await expect(page.getByRole('region', { name: 'Các kỳ đã công bố' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Ghi con số của kỳ trước' })).toHaveCount(0);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'So sánh' })).toBeVisible();
});
