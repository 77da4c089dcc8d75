import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { pdfText } from '../../libs/reports/testing/pdf-text';
import { workbookCells } from '../../libs/reports/testing/workbook-cells';
import { desk, phone } from './judge';
import { openFair } from './open-fair';
import type { Size } from './judge';
import { expect, faultsOf, signInAs, test } from './story';
import {
  enrolByLink,
  enterName,
  nextSale,
  openPay,
  openShift,
  sellForCash,
  untilSent,
  vndIn,
} from './till-story';

const TODAY = '2025-11-20';
const CODE = 'nam-nguoi';
const BOOTH = 'A01';
const PASSWORD = 'năm người, năm màn hình';

interface Holder {
  allocationId: string;
  exhibitorId: string;
  name: string;
}
interface Booth {
  code: string;
  holders: Holder[];
}

async function ask<Answer>(
  request: APIRequestContext,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  data?: object,
): Promise<Answer> {
  const answer = await request.fetch(url, { method, ...(data && { data }) });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (method === 'DELETE' ? undefined : await answer.json()) as Answer;
}

/**
 * A fair on its second day in which every booth is given but A01, and whom to give it to: someone
 * with at least four things to sell and no booth any more.
 */
async function openWithOneFree(organizer: APIRequestContext, url: string) {
  const { fairUrl } = await openFair(organizer, url, {
    code: CODE,
    nameVi: 'Hội chợ OCOP của năm người, năm màn hình',
    nameEn: 'The OCOP fair of five people and five screens',
    days: 7,
  });
  await ask(organizer, 'POST', `${fairUrl}/gates`);
  const booths = await ask<Booth[]>(organizer, 'GET', `${fairUrl}/booths`);
  const products = await ask<{ exhibitorId: string }[]>(organizer, 'GET', `${fairUrl}/products`);
  const holdersOfOne = booths.flatMap(({ code, holders }) =>
    holders.length === 1 && code !== BOOTH ? holders : [],
  );
  const chosen = holdersOfOne.find(
    ({ exhibitorId }) =>
      products.filter((each) => each.exhibitorId === exhibitorId).length >= 4 &&
      booths.filter(({ holders }) => holders.some((each) => each.exhibitorId === exhibitorId))
        .length === 1,
  );
  if (!chosen) throw new Error('Nobody has one booth and four products.');
  const onA01 = booths.find(({ code }) => code === BOOTH)?.holders ?? [];
  for (const { allocationId } of [chosen, ...onA01]) {
    await ask(organizer, 'DELETE', `${fairUrl}/allocations/${allocationId}`);
  }
  return { fairUrl, exhibitor: { id: chosen.exhibitorId, name: chosen.name } };
}

/** As a hurried person types: no marks, no capitals. */
const unmarked = (text: string) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const dong = (vnd: number) => `${new Intl.NumberFormat('vi-VN').format(vnd)} ₫`;

async function untilFigures(board: Page, figures: Record<string, number>): Promise<void> {
  for (const [testId, value] of Object.entries(figures)) {
    await expect(board.getByTestId(testId)).toHaveAttribute('data-value', String(value));
  }
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const link = page.getByRole('link', { name });
  await expect(link).toBeVisible();
  const coming = page.waitForEvent('download');
  await link.focus();
  await page.keyboard.press('Enter');
  return readFileSync(await (await coming).path());
}

test('five people run one day of a fair, each on a screen of their own', async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const everyone: { person: string; faults: string[] }[] = [];
  const personWith = async (person: string, { width, height }: Size): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: { width, height },
      acceptDownloads: true,
    });
    const page = await context.newPage();
    everyone.push({ person, faults: faultsOf(page) });
    return page;
  };

  const organizer = await personWith('organizer', desk);
  const { request } = organizer.context();
  await signInAs(request, server, 'organizer');
  const { fairUrl, exhibitor } = await openWithOneFree(request, server.url);

  /** Someone new with one role in this fair alone. */
  const invitedAs = async (role: string, size: Size, exhibitorId?: string): Promise<Page> => {
    const page = await personWith(role, size);
    const offer = { role, ...(exhibitorId && { exhibitorId }) };
    const { token } = await ask<{ token: string }>(
      request,
      'POST',
      `${fairUrl}/invitations`,
      offer,
    );
    await ask(page.context().request, 'POST', `${server.url}/api/invitations/accounts`, {
      ...{ token, name: `Người được mời (${role})` },
      ...{ login: `nam-nguoi-${role}`, password: PASSWORD },
    });
    return page;
  };

  const board = await invitedAs('official', desk);
  let boardLoads = 0;
  board.on('load', () => (boardLoads += 1));
  await test.step('an official has the board open from the start', async () => {
    await board.goto(`/board?fair=${CODE}`);
    await expect(board.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    await untilFigures(board, { 'kpi-revenue': 0, 'kpi-sales': 0, 'kpi-visits': 0 });
  });

  const colleague = await personWith('second organizer', desk);
  await test.step('the organizer invites another, who accepts in a browser of their own', async () => {
    await organizer.goto(`/people?fair=${CODE}`);
    await organizer.getByRole('button', { name: 'Mời người' }).focus();
    await organizer.keyboard.press('Enter');
    await organizer.getByRole('radio', { name: /Ban tổ chức/ }).check();
    await organizer.getByLabel('Mời ai').fill('Người lo sơ đồ gian');
    await organizer.keyboard.press('Enter');
    const link = await organizer.getByLabel('Đường dẫn', { exact: true }).inputValue();

    await colleague.goto(link);
    await colleague.getByLabel('Họ và tên').fill('Người tổ chức thứ hai');
    await colleague.getByLabel('Tên đăng nhập').fill('nguoi-thu-hai');
    await colleague.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await colleague.keyboard.press('Enter');
    await colleague.getByRole('link', { name: /^Sơ đồ/ }).click();
    await expect(colleague.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    await expect(colleague.getByTestId('count-booths')).toHaveAttribute('data-value', '158');
  });

  await test.step('the organizer gives a booth by keyboard, and the other sees it', async () => {
    await organizer.goto(`/plan?fair=${CODE}`);
    await expect(organizer.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    await organizer.getByTestId('plan-picture').focus();
    await organizer.keyboard.press('ArrowRight');
    await expect(organizer.getByRole('heading', { name: `Gian ${BOOTH}` })).toBeVisible();
    await organizer.keyboard.press('Enter');
    await expect(organizer.getByRole('combobox', { name: /^Tìm đơn vị/ })).toBeFocused();
    await organizer.keyboard.type(unmarked(exhibitor.name));
    await organizer.keyboard.press('ArrowDown');
    await expect(organizer.getByTestId('proposal')).toContainText(
      `Giao ${BOOTH} cho ${exhibitor.name}?`,
    );
    await organizer.keyboard.press('Enter');
    const given = `giao ${BOOTH} cho ${exhibitor.name}`;
    await expect(organizer.getByTestId('toast')).toContainText(`Đã ${given}`);
    await expect(colleague.getByTestId('toast')).toContainText(`vừa ${given}`);
    await expect(colleague.getByTestId('count-booths')).toHaveAttribute('data-value', '159');
  });

  const till = await personWith('cashier', phone);
  await test.step('the exhibitor pairs the phone of a cashier', async () => {
    const stall = await invitedAs('exhibitor', phone, exhibitor.id);
    await ask(
      stall.context().request,
      'PUT',
      `${fairUrl}/exhibitors/${exhibitor.id}/payment-account`,
      { bankBin: '970436', accountNumber: '0123456789', holderName: 'HTX NAM NGUOI' },
    );
    await stall.goto(`/my?fair=${CODE}&part=tills`);
    await stall.getByRole('button', { name: `Ghép điện thoại cho máy ${BOOTH}` }).click();
    const code = await stall.getByTestId('pairing-code').textContent();
    await enrolByLink(till, code ?? '');
    await expect(stall.getByText(/^Đã ghép xong với/)).toBeVisible();
  });

  let revenueVnd = 0;
  await test.step('the cashier opens a shift and sells three products for cash', async () => {
    await enterName(till, 'Thu ngân ca sáng');
    await openShift(till);
    revenueVnd += await sellForCash(till, [0, 1, 2]);
    await nextSale(till);
    await untilFigures(board, { 'kpi-revenue': revenueVnd, 'kpi-sales': 1 });
  });
  const cashVnd = revenueVnd;

  await test.step('and one by VietQR', async () => {
    await till.getByTestId('tile').nth(3).click();
    await openPay(till);
    revenueVnd += vndIn(await till.getByTestId('pay-total').textContent());
    await till.getByRole('button', { name: 'VietQR' }).click();
    await expect(till.getByTestId('vietqr')).toBeVisible();
    await till.getByRole('button', { name: 'Người bán xác nhận đã nhận tiền' }).click();
    await expect(till.getByTestId('done')).toBeVisible();
    await nextSale(till);
    await untilFigures(board, { 'kpi-revenue': revenueVnd, 'kpi-sales': 2 });
  });

  let refundVnd = 0;
  await test.step('the cashier takes one product back', async () => {
    await till.getByRole('button', { name: 'Thêm', exact: true }).click();
    await till.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
    await till.getByRole('button', { name: /^Số 2 ·/ }).click();
    await till.getByRole('button', { name: 'Trả hàng' }).click();
    await till
      .getByRole('button', { name: /^Thêm / })
      .first()
      .click();
    await till.getByRole('button', { name: 'Khách đổi ý' }).click();
    const give = till.getByRole('button', { name: /^Trả khách/ });
    refundVnd = vndIn(await give.textContent());
    expect(refundVnd).toBeGreaterThan(0);
    await give.click();
    await expect(till.getByText(/^Đã trả .* bằng chứng từ số 4$/)).toBeVisible();
    await till.getByRole('button', { name: 'Đóng' }).click();
    revenueVnd -= refundVnd;
    await untilFigures(board, { 'kpi-revenue': revenueVnd, 'kpi-sales': 2 });
    await expect(board.getByText(/^Trả, hủy: 1 \(/)).toBeVisible();
  });

  await test.step('and closes the shift with exactly what the drawer should hold', async () => {
    await till.getByRole('button', { name: 'Về bán hàng' }).click();
    await untilSent(till);
    await till.getByRole('button', { name: 'Thêm', exact: true }).click();
    await till.getByRole('button', { name: 'Chốt ca' }).click();
    const expectedVnd = vndIn(await till.getByTestId('expected').textContent());
    expect(expectedVnd).toBe(500_000 + cashVnd - refundVnd);
    let leftVnd = expectedVnd;
    for (const note of [500_000, 100_000, 10_000, 1_000]) {
      const grouped = new Intl.NumberFormat('vi-VN').format(note).replaceAll('.', '\\.');
      await till
        .getByLabel(new RegExp(`^Số tờ ${grouped}\\s₫$`))
        .fill(String(Math.floor(leftVnd / note)));
      leftVnd %= note;
    }
    expect(leftVnd, 'a drawer of whole notes').toBe(0);
    await till.getByRole('button', { name: 'Chốt ca' }).click();
    await till.getByRole('button', { name: 'Đúng, chốt ca' }).click();
    await expect(till.getByTestId('shift-result')).toHaveAttribute('data-unsent', '0');
    await expect(till.getByTestId('difference')).toHaveAttribute('data-value', '0');
  });

  await test.step('the gate lets five people in, and the board counts them', async () => {
    const gate = await invitedAs('gate', phone);
    await gate.goto('/gate/');
    await gate.getByRole('button', { name: /^C1 / }).click();
    await expect(gate.getByTestId('count-in')).toHaveText('0');
    await gate.getByRole('button', { name: 'Vào: cộng nhóm 5 người' }).click();
    await expect(gate.getByTestId('sent-chip')).toHaveAttribute('data-state', 'sent');
    await untilFigures(board, { 'kpi-visits': 5, 'kpi-revenue': revenueVnd, 'kpi-sales': 2 });
  });

  await test.step('the organizer closes the day and downloads what was closed', async () => {
    await organizer.goto(`/reports?fair=${CODE}`);
    await expect(organizer.getByTestId('revenue')).toHaveAttribute(
      'data-value',
      String(revenueVnd),
    );
    await organizer.getByRole('button', { name: 'Chốt ngày' }).focus();
    await organizer.keyboard.press('Enter');
    const question = organizer.getByRole('dialog', { name: /^Chốt Thứ Năm, 20 tháng 11/ });
    await question.getByRole('textbox').fill('năm người đã xong việc');
    await organizer.keyboard.press('Enter');
    await expect(organizer.getByText('Đã lập bản 1.')).toBeVisible();
    await expect(organizer.getByTestId(`state-${TODAY}`).first()).toHaveText('Đã chốt mọi ca');
    await expect(organizer.getByTestId('revision-1').getByTestId('revenue')).toHaveAttribute(
      'data-value',
      String(revenueVnd),
    );

    const pdf = await downloaded(organizer, 'Tải PDF tiếng Việt của bản 1');
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    const text = (await pdfText(pdf)).join(' ');
    expect(text).toContain('Thứ Năm, 20/11/2025');
    expect(text).toContain(dong(revenueVnd));

    const workbook = await downloaded(organizer, 'Tải Excel tiếng Việt của bản 1');
    const numbers = [...workbookCells(workbook).values()].flat(2).map(({ value }) => value);
    expect(numbers).toContain(revenueVnd);
  });

  await test.step('the board still says the same, and was never reloaded', async () => {
    await untilFigures(board, { 'kpi-visits': 5, 'kpi-revenue': revenueVnd, 'kpi-sales': 2 });
    await expect(board.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    expect(boardLoads).toBe(1);
  });

  for (const { person, faults } of everyone) {
    expect(faults, `what the page of the ${person} threw, or its policy forbade`).toEqual([]);
  }
  for (const context of browser.contexts()) await context.close();
});
