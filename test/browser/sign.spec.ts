import { Secret, TOTP } from 'otpauth';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { openPart } from './open-part';
import { SimulatedTill } from './simulated-till';
import { expect, faultsOf, pictureOf, signInAs, test } from './story';

const TODAY = '2025-11-20';
const CODE = 'ky-bao-cao';
const PASSWORD = 'một mật khẩu đủ dài';
const SIGNER = 'Bà Nguyễn Phương Hoàng Thị Thanh Trúc Quỳnh Như';

test('an official reviews and signs with a code, and anyone can tell what is genuine and what is newer', async ({
  page,
  server,
  browser,
  playwright,
}) => {
  test.slow();
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const { id, fairUrl: ofFair } = await openFair(organizer, server.url, {
    code: CODE,
    nameVi: `Hội chợ OCOP và sản phẩm tiêu biểu các xã, phường, đặc khu Quảng Ninh (${CODE})`,
    nameEn: `Quảng Ninh OCOP fair (${CODE})`,
    days: 7,
  });
  await organizer.post(`${ofFair}/registers`);
  const till = await SimulatedTill.enrol(organizer, server.url, id);
  const soldVnd = till.sell(2);
  await till.send();
  const close = (reason: string) =>
    organizer.post(`${ofFair}/days/${TODAY}/closings`, { data: { reason } });
  const { hash } = (await (await close('hết giờ')).json()) as { hash: string };
  const invited = await organizer.post(`${ofFair}/invitations`, { data: { role: 'official' } });
  const { token } = (await invited.json()) as { token: string };
  const joined = await page.context().request.post(`${server.url}/api/invitations/accounts`, {
    data: { token, login: `lanh-dao-${CODE}`, name: SIGNER, password: PASSWORD },
  });
  expect(joined.ok(), await joined.text()).toBe(true);

  /* Without a phone for codes nothing is signed; it is set up on the account's own page. */
  await page.goto(`/reports?fair=${CODE}`);
  const state = page.getByTestId(`signing-${TODAY}`).first();
  await expect(state).toHaveText('Chưa ai ký');
  await page.getByRole('button', { name: 'Xem và ký' }).click();
  const sheet = page.getByTestId('sign-sheet');
  await expect(sheet).toContainText('phép cộng đều khớp');
  await sheet.getByRole('link', { name: 'Ghép điện thoại' }).click();
  const card = page.getByTestId('second-factor');
  await card.getByLabel('Mật khẩu đang dùng').fill(PASSWORD);
  await card.getByRole('button', { name: 'Ghép điện thoại' }).click();
  const secret = (await card.getByTestId('typed-secret').textContent()) ?? '';
  await judgeAt([phone], page, 'sign-phone', { fullPage: true });
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
  const code = (later = 0) => totp.generate({ timestamp: Date.now() + later * 30_000 });
  await card.getByLabel('Mã 6 số trên điện thoại').fill(code());
  await card.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(card).toContainText('Đã ghép lúc');

  await page.goto(`/reports?fair=${CODE}&day=${TODAY}`);
  await page.getByRole('button', { name: 'Xem và ký' }).click();
  await expect(sheet.getByTestId('revenue')).toHaveAttribute('data-value', String(soldVnd));
  await expect(sheet).toContainText('100 % đo tại máy');
  const field = sheet.getByLabel(/^Mã 6 số/);
  await field.fill('12');
  await sheet.getByRole('button', { name: 'Ký bản 1' }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await judgeAt([phone, desk], page, 'sign-sheet');
  const next = code(1);
  await field.fill(next.endsWith('0') ? `${next.slice(0, -1)}1` : `${next.slice(0, -1)}0`);
  await sheet.getByRole('button', { name: 'Ký bản 1' }).click();
  await expect(sheet.getByRole('alert')).toContainText('Mã không đúng');
  await field.fill(next);
  await sheet.getByRole('button', { name: 'Ký bản 1' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByTestId('signatures-1')).toContainText(`Đã ký bởi ${SIGNER} lúc`);
  await expect(page.getByRole('button', { name: 'Xem và ký' })).toHaveCount(0);
  await judgeAt([phone, desk], page, 'sign-signed', { fullPage: true });

  /* Somebody without an account, with the code of the paper, then with the file. */
  const link = page.getByRole('link', { name: 'Tải PDF tiếng Việt của bản 1' });
  await expect(link).toBeVisible({ timeout: 120_000 });
  const address = `${server.url}${await link.getAttribute('href')}`;
  const pdf = await (await page.context().request.get(address)).body();
  const stranger = await browser.newContext({ baseURL: server.url, locale: 'vi-VN' });
  const outside = await stranger.newPage();
  const faults = faultsOf(outside);
  const asked: string[] = [];
  outside.on('request', (request) => {
    if (request.method() !== 'GET') asked.push(request.method());
  });
  const answer = outside.getByTestId('verified');
  await outside.goto(`/verify/#${hash}`);
  await expect(answer).toHaveAttribute('data-state', 'genuine');
  await expect(answer).toContainText('Bản 1 có thật và là bản mới nhất');
  await expect(outside.getByTestId('signatures')).toContainText(`${SIGNER} ký lúc`);
  const money = new Intl.NumberFormat('vi-VN').format(soldVnd);
  await expect(answer).toContainText(`${money}\u00a0₫`);
  await judgeAt([phone, desk], outside, 'verify-genuine', { fullPage: true });
  const drop = (bytes: Buffer) =>
    outside
      .locator('input[type=file]')
      .setInputFiles({ name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: bytes });
  await drop(pdf);
  await expect(answer).toContainText('đúng từng byte với tệp PDF (Tiếng Việt) đã lập');
  const changed = Buffer.from(pdf);
  changed.writeUInt8((changed.at(-20) ?? 0) ^ 1, changed.length - 20);
  await drop(changed);
  await expect(answer).toHaveAttribute('data-state', 'unknown');
  await expect(answer).toContainText('Tệp đã bị sửa');
  await judgeAt([phone], outside, 'verify-unknown');
  await outside.getByLabel('Hoặc nhập mã băm').fill('12 34');
  await outside.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(outside.getByText('Đây không phải mã băm')).toBeVisible();

  till.sell(3);
  await till.send();
  await expect(page.getByTestId('late')).toContainText('Ngày này đã ký nên');
  expect((await close('máy ở gian A01 gửi muộn')).ok()).toBe(true);
  await expect(state).toHaveText('Bản 1 đã ký; có bản 2 mới hơn chưa ký');
  await outside.getByLabel('Hoặc nhập mã băm').fill(hash.toUpperCase());
  await outside.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(answer).toContainText('Bản 1 có thật, nhưng đã có bản 2');
  await expect(outside.getByTestId('newer')).toContainText('máy ở gian A01 gửi muộn');
  await expect(outside.getByTestId('newer')).toContainText('Bản ấy chưa ai ký.');
  expect(asked, 'the file went somewhere').toEqual([]);
  expect(faults).toEqual([]);
  await stranger.close();

  /* What was said of revision 1 stands beside what revision 2 has. */
  await openPart(page, 'Số liệu đã cung cấp cho báo chí');
  await page.getByLabel('Bản', { exact: true }).selectOption('1');
  await expect(page.getByLabel('Đã nói thế nào')).toHaveValue(`${money}\u00a0₫`);
  await page.getByLabel('Báo, đài nào').fill('Báo Quảng Ninh');
  await page.getByLabel('Lúc nào').fill(`${TODAY}T23:59`);
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('Lúc cung cấp không thể ở tương lai.')).toBeVisible();
  const [, minute = ''] =
    /(\d\d:\d\d) 20\/11/.exec((await page.getByTestId('signatures-1').textContent()) ?? '') ?? [];
  await page.getByLabel('Lúc nào').fill(`${TODAY}T${minute}`);
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  const told = page.getByTestId('press-figures');
  await expect(told).toContainText(`${SIGNER} cung cấp cho Báo Quảng Ninh`);
  await expect(told).toContainText('Bản 2 mới hơn có số khác');
  await page.setViewportSize(phone);
  await page.screenshot({ path: pictureOf('press-figures'), fullPage: true });
  await organizer.dispose();
});
