import { readFileSync } from 'node:fs';
import { newId } from '@phien/kernel';
import { readVietQr } from '@phien/till';
import type { APIRequestContext } from '@playwright/test';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, signInAs, test } from './story';

const CODE = 'phi-gian';
const LONG =
  'Hợp tác xã dịch vụ nông nghiệp tổng hợp và chế biến chả mực giã tay Hạ Long Bà Nguyễn Thị Thoan';

test('an organizer sets a tariff and charges, the exhibitor sees the QR of what it owes, payments and overdue follow', async ({
  page,
  browser,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const ask = async <T>(request: APIRequestContext, path: string, data?: object): Promise<T> => {
    const url = `${server.url}/api/${path}`;
    const answer = await (data ? request.post(url, { data }) : request.get(url));
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  };
  const { id: fairId } = await openFair(organizer, server.url, {
    ...{ cast: 'none', code: CODE, startsOn: '2025-12-01', days: 7 },
    ...{ nameVi: 'Hội chợ OCOP mùa đông', nameEn: 'Winter OCOP fair' },
  });
  const at = `fairs/${fairId}`;
  const delegation = await ask<{ id: string }>(organizer, `${at}/delegations`, {
    nameVi: 'Đoàn đặc khu Vân Đồn',
    nameEn: 'Vân Đồn delegation',
  });
  const [long, led] = [
    await ask<{ id: string }>(organizer, `${at}/exhibitors`, {
      ...{ name: LONG, kind: 'cooperative', paysVat: true, placeSet: '34', placeCode: '22' },
      ...{ representative: 'Bà Nguyễn Thị Thoan', contactPhone: '0912 345 678' },
    }),
    await ask<{ id: string }>(organizer, `${at}/exhibitors`, {
      ...{ name: 'Nước mắm Cái Rồng', kind: 'enterprise', paysVat: true },
      ...{ placeSet: '34', placeCode: '22', delegationId: delegation.id },
    }),
  ];
  const booths = (
    await ask<{ id: string; code: string; kind: string; zoneId: string }[]>(
      organizer,
      `${at}/booths`,
    )
  ).filter(({ zoneId, kind }, _, all) => zoneId === all[0]?.zoneId && kind === 'standard');
  const give = (boothId: string | undefined, exhibitorId: string, share: string) =>
    ask(organizer, `${at}/allocations`, { id: newId(), boothId, exhibitorId, share });
  await give(booths[0]?.id, long.id, 'whole');
  await give(booths[1]?.id, led.id, 'half');

  await test.step('the tariff', async () => {
    await page.goto(`/plan?fair=${CODE}`);
    await page.getByRole('link', { name: 'Phí gian hàng' }).click();
    /* Given booths without a rate are not "all charged rightly". */
    await page.getByRole('link', { name: 'Tính phí' }).click();
    await expect(page.getByText('2 gian chưa có mức phí nào áp dụng.')).toBeVisible();
    await expect(page.getByText('Không có gì thay đổi')).toHaveCount(0);
    await page.getByRole('link', { name: 'Đến biểu phí' }).click();
    await page.getByRole('button', { name: 'Thêm mức phí' }).click();
    await page.getByLabel('Giá (đồng, đã gồm thuế)').fill('8.000.000');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByTestId('fee-rates')).toContainText('8.000.000');
    await page.getByRole('button', { name: 'Thêm mức phí' }).click();
    await page.getByLabel('Giá (đồng, đã gồm thuế)').fill('9000000');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByRole('alert')).toContainText('Biểu phí đã có một mức');
    await page.getByRole('button', { name: 'Hủy' }).click();

    await page.getByRole('button', { name: 'Thêm miễn phí hoặc trả thay' }).click();
    await page.getByLabel('Ai').selectOption('delegation');
    await page.getByLabel('Đoàn', { exact: true }).selectOption('Đoàn đặc khu Vân Đồn');
    await page.getByLabel('Lý do').fill('Công văn 118/UBND-KT của đặc khu');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByTestId('fee-reliefs')).toContainText('Đoàn đặc khu Vân Đồn trả thay');

    await page.getByRole('button', { name: 'Đặt tài khoản' }).click();
    await page.getByLabel('Ngân hàng').selectOption('Vietcombank');
    await page.getByLabel('Số tài khoản').fill('0011 0099 8877');
    await page.getByLabel('Chủ tài khoản').fill('TRUNG TAM XUC TIEN THUONG MAI');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByText('001100998877')).toBeVisible();
    await judgeAt([phone, desk], page, 'fees-tariff', { fullPage: true });
  });

  await test.step('what would change, and charging it', async () => {
    await page.getByRole('link', { name: 'Tính phí' }).click();
    await expect(page.getByTestId('fee-changes').getByRole('listitem')).toHaveCount(2);
    await expect(page.getByTestId('fee-changes')).toContainText('Đoàn đặc khu Vân Đồn trả');
    await page.getByLabel('Hạn trả').fill('2025-11-19');
    await expect(page.getByText('Ngày này đã qua')).toBeVisible();
    await judgeAt([phone, desk], page, 'fees-reckon', { fullPage: true });
    await page.getByRole('button', { name: 'Tính phí' }).click();
    await expect(page.getByTestId('fee-standings').getByRole('listitem')).toHaveCount(2);
    await judgeAt([phone], page, 'fees-notices', { fullPage: true });
  });

  /** Someone new, who stands for one of them. */
  const personWith = async (role: object, name: string) => {
    const context = await browser.newContext({ baseURL: server.url, viewport: phone });
    const { token } = await ask<{ token: string }>(organizer, `${at}/invitations`, role);
    const login = `${name}-${CODE}@example.vn`;
    const person = { token, name, login, password: 'một câu thật dài' };
    await ask(context.request, 'invitations/accounts', person);
    return context.newPage();
  };
  const seller = await personWith({ role: 'exhibitor', exhibitorId: long.id }, 'thoan');
  const codeOn = async (shown = seller) =>
    readVietQr((await shown.getByTestId('fee-qr').getAttribute('data-text')) ?? '');
  await seller.goto(`/my?fair=${CODE}&part=fees`);
  await expect(seller.getByTestId('fee-owed')).toHaveText(/8\.000\.000/);
  const asked = await codeOn();
  expect(asked).toMatchObject({
    vietQr: { bankBin: '970436', account: '001100998877', amountVnd: 8_000_000 },
  });
  const reference = (asked.ok && asked.vietQr.purpose) || '';
  await expect(seller.getByTestId('fee-notice')).toHaveCount(1);
  await judgeAt([phone, desk], seller, 'my-fees', { fullPage: true });

  await test.step('the same notice on paper', async () => {
    const coming = seller.waitForEvent('download');
    await seller.getByRole('link', { name: 'Tải PDF' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(`phien-fees-${reference}-2025-11-20-vi.pdf`);
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  await test.step('who is overdue, and whom to ask', async () => {
    await page.getByRole('link', { name: 'Quá hạn', exact: true }).click();
    const rows = page.getByTestId('fee-overdue').getByRole('listitem');
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText('0912 345 678');
    await expect(rows.first()).toContainText(`thoan-${CODE}@example.vn`);
    await judgeAt([phone, desk], page, 'fees-overdue', { fullPage: true });
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải CSV' }).click();
    const lines = readFileSync(await (await coming).path(), 'utf8').split('\r\n');
    expect(lines[1]).toContain(`${reference},8000000,8000000,2025-11-19,Bà Nguyễn Thị Thoan`);
  });

  await test.step('a payment, found by what the bank wrote', async () => {
    await page.getByRole('link', { name: 'Thông báo phí', exact: true }).click();
    const typed = `MBVCB.4471 ${reference.slice(0, 5)} ${reference.slice(5).toLowerCase()} CT tu`;
    await page.getByRole('searchbox').fill(typed);
    await page.getByTestId('fee-standings').getByRole('link').click();
    await page.getByRole('button', { name: 'Ghi khoản đã trả' }).click();
    await page.getByLabel('Số tiền (đồng)').fill('5000000');
    await page.getByLabel('Nội dung ngân hàng ghi').fill(typed);
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByTestId('fee-owed')).toHaveText(/3\.000\.000/);
    await judgeAt([phone, desk], page, 'fees-notice', { fullPage: true });
    await seller.reload();
    await expect(seller.getByTestId('fee-owed')).toHaveText(/3\.000\.000/);
    expect(await codeOn()).toMatchObject({ vietQr: { amountVnd: 3_000_000, purpose: reference } });

    await page.getByRole('button', { name: 'Ghi khoản đã trả' }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByTestId('fee-notice')).toContainText('Đã trả đủ');
    await page.getByRole('link', { name: 'Quá hạn', exact: true }).click();
    await expect(page.getByTestId('fee-overdue').getByRole('listitem')).toHaveCount(1);
    await page.getByRole('link', { name: 'Thông báo phí', exact: true }).click();
    await page.getByRole('link', { name: LONG }).click();
    await page.getByRole('button', { name: /^Bỏ khoản 5\.000\.000/ }).click();
    await page.getByLabel('Vì sao không tính').fill('Tiền của đơn vị khác');
    await page.getByRole('button', { name: 'Bỏ khoản này' }).click();
    await expect(page.getByTestId('fee-payments')).toContainText('Không tính');
    await expect(page.getByTestId('fee-owed')).toHaveText(/5\.000\.000/);
  });

  await test.step('what somebody owes stands on the list of exhibitors', async () => {
    await page.goto(`/people?fair=${CODE}&tab=exhibitors`);
    const row = page.getByTestId('exhibitors').getByRole('listitem').filter({ hasText: LONG });
    await expect(row).toContainText('Phí: quá hạn 5.000.000');
    await judgeAt([phone], page, 'people-debts');
  });

  await test.step('the lead of a delegation sees what the delegation owes', async () => {
    const wanted = { role: 'delegation_lead', delegationId: delegation.id };
    const lead = await personWith(wanted, 'lan');
    await lead.goto(`/silent?fair=${CODE}`);
    await lead.getByText('Phí của đoàn').click();
    await expect(lead.getByTestId('fee-notice')).toContainText('Nước mắm Cái Rồng');
    expect(await codeOn(lead)).toMatchObject({ vietQr: { amountVnd: 4_000_000 } });
    await judgeAt([phone], lead, 'silent-fees', { fullPage: true });
    await lead.context().close();
  });
  await seller.context().close();
});
