import type { Page } from '@playwright/test';
import { bigFile } from './big-file';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, faultsOf, signInAs, test } from './story';

const CODE = 'nhan-dang-ky';
const NAME =
  'Hợp tác xã sản xuất, kinh doanh dịch vụ nông nghiệp và du lịch cộng đồng Quảng Đức 🎋 شاي';
const LONGEST = 'Ộ'.normalize('NFD').repeat(200);

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');
const htmlPage = Buffer.from('<!doctype html><script>alert(1)</script>');

const attach = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

const saved = (page: Page) =>
  expect(page.getByTestId('keeping')).toHaveAttribute('data-state', 'saved');

test('somebody applies on a phone, comes back with the code, answers a question and becomes an exhibitor', async ({
  page,
  browser,
  server,
  catcher,
}) => {
  test.slow();
  const organizer = page.request;
  await signInAs(organizer, server, 'organizer');
  const { id: fairId } = await openFair(organizer, server.url, {
    ...{ cast: 'none', code: CODE, startsOn: '2025-12-18', days: 6 },
    nameVi: 'Hội chợ OCOP Quảng Ninh – Xuân 2026, nông, lâm, thủy sản tiêu biểu các địa phương',
    nameEn: 'Quang Ninh OCOP Fair, Spring 2026',
    venueVi: 'Cung Quy hoạch, Hội chợ và Triển lãm',
    venueEn: 'Exhibition palace',
  });
  const call = await organizer.put(`/api/fairs/${fairId}/application-call`, {
    data: { lastDay: '2099-12-01', showsPlace: true },
  });
  expect(call.ok(), await call.text()).toBe(true);

  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'vi-VN',
    viewport: { width: phone.width, height: phone.height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const own = await context.newPage();
  const faults = faultsOf(own);
  await own.goto(`/apply/${CODE}`);
  await expect(own.getByText('Nhận đăng ký đến hết')).toBeVisible();
  await judgeAt([phone, desk], own, 'apply-begin');
  await own.getByRole('button', { name: 'Bắt đầu đăng ký' }).click();
  const code = (await own.getByTestId('code').textContent()) ?? '';

  /* Sent too early: every field says what it lacks, and nothing that was typed is lost. */
  await own.getByLabel('Loại hình').selectOption('Hợp tác xã');
  await own.getByLabel('Tên đơn vị').fill(LONGEST + LONGEST.slice(0, 3));
  await own.getByRole('button', { name: 'Nộp đăng ký' }).click();
  await expect(own.getByRole('alert')).toContainText('mục cần sửa');
  await expect(own.getByText('Dài nhất 200 ký tự.')).toBeVisible();
  await judgeAt([phone, desk], own, 'apply-faults', { fullPage: true });
  await own.getByLabel('Tên đơn vị').fill(NAME);
  await own.getByLabel('Xã, phường, đặc khu').selectOption('Xã Quảng Đức');
  await saved(own);

  /* The network goes, the page is left, and everything is still there. */
  await context.setOffline(true);
  await own.getByLabel('Họ và tên').fill('Trần Thị Lan');
  await expect(own.getByTestId('keeping')).toHaveAttribute('data-state', 'kept');
  await judgeAt([phone], own, 'apply-offline');
  await context.setOffline(false);
  await saved(own);
  await own.reload();
  await expect(own.getByLabel('Tên đơn vị')).toHaveValue(NAME);
  await expect(own.getByLabel('Họ và tên')).toHaveValue('Trần Thị Lan');

  await own.getByLabel('Số điện thoại').fill('0912 345 678');
  await own.getByLabel('Thư điện tử').fill('lan@example.vn');
  await own.getByLabel('Tên sản phẩm').fill('Trà hoa vàng Ba Chẽ');
  await own.getByLabel('Giá bán').fill('250000');
  await own.getByLabel('Đơn vị tính').fill('hộp');
  await own.getByLabel('Hạng sao OCOP').selectOption('4 sao');
  await own.getByRole('checkbox', { name: 'Điện' }).check();
  await own.getByRole('checkbox', { name: 'Gian góc' }).check();
  await own.getByLabel('Lựa chọn 1').fill('a01');
  await own.getByLabel('Muốn đứng xa').fill('HTX Đạp Thanh');
  await attach(own, 'giay-phep.pdf', 'application/pdf', htmlPage);
  await expect(own.getByText('Tệp này không phải PDF, JPEG hay PNG')).toBeVisible();
  await own.locator('input[type=file]').setInputFiles(bigFile('to.pdf', 5 * 1024 * 1024 + 1));
  await expect(own.getByText('“to.pdf” lớn hơn 5 MB.')).toBeVisible();
  await attach(own, 'Giấy phép.pdf', 'application/pdf', pdf);
  await expect(own.getByTestId('files')).toContainText('Giấy phép.pdf');
  await judgeAt([phone, desk], own, 'apply-written', { fullPage: true });
  await own.getByRole('button', { name: 'Nộp đăng ký' }).click();
  await expect(own.getByTestId('standing')).toContainText('Đã nộp, đang chờ xét');
  await expect(own.getByTestId('standing')).toContainText('Đăng ký số 1');
  await judgeAt([phone, desk], own, 'apply-sent', { fullPage: true });

  /* An organizer looks at it and asks back. */
  await page.goto(`/people?fair=${CODE}&tab=applications`);
  const list = page.getByTestId('applications');
  await expect(list).toContainText('Chờ xét');
  await page.getByRole('searchbox').fill('quang duc');
  await judgeAt([phone, desk], page, 'applications');
  await list.getByRole('button', { name: NAME }).click();
  await expect(page.getByText('Nguyện vọng về gian')).toBeVisible();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải Giấy phép.pdf' }).click();
  expect((await coming).suggestedFilename()).toBe('Giấy phép.pdf');
  await page.getByRole('button', { name: 'Hỏi lại' }).click();
  await page.getByLabel('Lời nhắn').fill('Xin ghi nhóm sản phẩm.\nVà ảnh giấy chứng nhận.');
  await judgeAt([phone, desk], page, 'application-ask', { fullPage: true });
  await page.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await expect(page.getByTestId('state')).toHaveText('Chờ bổ sung');

  /* The applicant comes back on another device with the code, typed as one types. */
  await own.evaluate('localStorage.clear()');
  await own.goto(`/apply/${CODE}`);
  await own.getByLabel('Mã đăng ký').fill('4f7k 9qxm 2b6t');
  await own.getByRole('button', { name: 'Mở đăng ký' }).click();
  await expect(own.getByRole('alert')).toContainText('không có đăng ký nào mang mã đó');
  await own.getByLabel('Mã đăng ký').fill(code.toLowerCase().replaceAll('-', ' '));
  await own.getByRole('button', { name: 'Mở đăng ký' }).click();
  await expect(own.getByTestId('standing')).toContainText('Xin ghi nhóm sản phẩm.');
  await judgeAt([phone], own, 'apply-asked-back', { fullPage: true });
  await own.getByLabel('Nhóm sản phẩm OCOP').selectOption({ index: 3 });
  await own.getByRole('button', { name: 'Nộp lại' }).click();
  await expect(own.getByTestId('standing')).toContainText('Đã nộp, đang chờ xét');

  /* Onto the waiting list, then accepted; the exhibitor and its wishes are where booths are given. */
  await page.reload();
  await list.getByRole('button', { name: NAME }).click();
  await expect(page.getByText('Nộp lại; đã sửa: Sản phẩm')).toBeVisible();
  await page.getByRole('button', { name: 'Vào danh sách chờ' }).click();
  await expect(page.getByTestId('state')).toHaveText('Danh sách chờ, thứ 1');
  await own.reload();
  await expect(own.getByTestId('standing')).toContainText('Bạn đứng thứ 1.');
  await page.getByRole('button', { name: 'Nhận', exact: true }).click();
  await judgeAt([phone, desk], page, 'application-accept', { fullPage: true });
  await page.getByRole('button', { name: 'Nhận vào hội chợ' }).click();
  await expect(page.getByTestId('state')).toHaveText('Đã nhận');
  await own.reload();
  await expect(own.getByTestId('standing')).toContainText('Đã được nhận');
  await page.goto(`/plan?fair=${CODE}`);
  await page.getByRole('combobox', { name: 'Tìm đơn vị, gian' }).fill('quang duc');
  const exhibitor = page.getByRole('option', { name: NAME });
  await expect(exhibitor).toContainText('Gian muốn chọn, tốt nhất trước: A01');
  await judgeAt([phone, desk], page, 'plan-wishes');

  /* Told of every step, in words that say where to come back. */
  await expect
    .poll(() => catcher.mails.filter(({ to }) => to.includes('lan@example.vn')).length)
    .toBe(5);
  expect(catcher.mails.at(-1)?.text).toContain(`/apply/${CODE}`);

  expect(faults).toEqual([]);
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  await context.close();
});
