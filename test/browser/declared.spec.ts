import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { desk, judgeAt, phone } from './judge';
import { SimulatedTill } from './simulated-till';
import { expect, faultsOf, signInAs, test } from './story';
import { openTillFair, type TillFair } from './till-story';

/* One fair and one day of it; the stories follow one another. */
test.describe.configure({ mode: 'serial' });

let fair: TillFair;
let link: string;
let boothCode: string;

/** Somebody's own phone. */
async function phoneOf(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale: 'vi-VN',
    viewport: { width: 360, height: 800 },
  });
  return context.newPage();
}

const amount = (page: Page) => page.getByLabel(/^Đã bán .*\(₫\)$/);
const send = (page: Page) => page.getByRole('button', { name: /^Gửi/ });

async function organizerOf(request: APIRequestContext, url: string): Promise<TillFair> {
  const opened = await openTillFair(request, url);
  const till = await SimulatedTill.enrol(request, url, opened.id, 40);
  till.sell(3);
  await till.send();
  return opened;
}

test('an organizer makes a link for a booth, once shown, to print or to withdraw', async ({
  page,
  server,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  fair = await organizerOf(page.context().request, server.url);
  const [first] = fair.registers;
  boothCode = first!.boothCode;
  await page.goto(`/people?fair=${fair.code}&tab=exhibitors`);
  await page.getByRole('searchbox').fill(first!.exhibitorName);
  await page
    .getByRole('button', { name: `Đường dẫn khai báo của ${first!.exhibitorName}` })
    .first()
    .click();
  await page.getByRole('button', { name: 'Tạo đường dẫn' }).first().click();
  const address = page.getByLabel('Đường dẫn', { exact: true });
  await expect(address).toHaveValue(/\/declare\/#[\w-]{64}$/);
  link = await address.inputValue();
  boothCode = (
    await page
      .getByText(/^Gian \w+$/)
      .first()
      .innerText()
  ).replace('Gian ', '');
  await judgeAt([phone, desk], page, 'declare-link-made');
  await page.getByRole('button', { name: 'Đóng' }).click();
  await page
    .getByRole('button', { name: `Đường dẫn khai báo của ${first!.exhibitorName}` })
    .first()
    .click();
  await expect(page.getByText('Chưa dùng lần nào').first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText(link.split('#')[1]!);
  await judgeAt([phone, desk], page, 'declare-links');
});

test('a booth declares in twenty seconds from its link: a number and a button', async ({
  browser,
  server,
}) => {
  const page = await phoneOf(browser, server.url);
  const faults = faultsOf(page);
  await page.goto(link);
  await expect(page.getByText(`Gian ${boothCode}`)).toBeVisible();
  await judgeAt([desk, phone], page, 'declare');
  await send(page).click();
  await expect(page.getByText('Hãy điền số tiền, hoặc 0.')).toBeVisible();
  await amount(page).fill('5');
  await page.getByRole('button', { name: '000' }).click();
  await page.getByRole('button', { name: '000' }).click();
  await expect(amount(page)).toHaveValue('5.000.000');
  await send(page).click();
  await expect(page.getByTestId('declared')).toContainText('Đã ghi 5.000.000 ₫');
  await judgeAt([desk, phone], page, 'declare-done');
  await page.reload();
  await expect(page.getByTestId('declared')).toContainText('5.000.000 ₫');
  await expect(page.getByTestId('declared')).toContainText('gian tự khai');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('an unusual amount is asked twice, and a number that cannot be sent is kept', async ({
  browser,
  server,
}) => {
  const page = await phoneOf(browser, server.url);
  await page.goto(link);
  await page.getByRole('button', { name: 'Sửa số này' }).click();
  await amount(page).fill('500000000');
  await send(page).click();
  await expect(page.getByTestId('unusual')).toContainText('nhiều hơn 100.000.000 ₫');
  await judgeAt([desk, phone], page, 'declare-unusual');
  await page.getByRole('button', { name: 'Sửa lại' }).click();
  await expect(amount(page)).toBeFocused();
  await send(page).click();
  await page.getByRole('button', { name: 'Đúng, gửi 500.000.000 ₫' }).click();
  await expect(page.getByTestId('declared')).toContainText('500.000.000 ₫');

  await page.getByRole('button', { name: 'Sửa số này' }).click();
  await amount(page).fill('4500000');
  await page.context().setOffline(true);
  await send(page).click();
  await expect(page.getByTestId('not-sent')).toBeVisible();
  await judgeAt([phone], page, 'declare-not-sent');
  await page.context().setOffline(false);
  await expect(page.getByTestId('declared')).toContainText('4.500.000 ₫');
  await page.context().close();
});

test('a number typed and not sent is there again after the page was left', async ({
  browser,
  server,
}) => {
  const page = await phoneOf(browser, server.url);
  await page.goto(link);
  await page.getByRole('button', { name: 'Sửa số này' }).click();
  await amount(page).fill('4700000');
  await page.reload();
  await expect(amount(page)).toHaveValue('4.700.000');
  await page.context().close();
});

test('zone staff declares for a silent booth of its zone, and sees no other booth’s money', async ({
  browser,
  page,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const at = `${server.url}/api/fairs/${fair.id}`;
  const zones = (await (await organizer.get(`${at}/zones`)).json()) as {
    id: string;
    code: string;
    kind: string;
  }[];
  const booths = (await (await organizer.get(`${at}/booths`)).json()) as {
    code: string;
    zoneId: string;
  }[];
  const own = zones.find(({ id }) => id === booths.find(({ code }) => code === boothCode)?.zoneId)!;
  const invited = await organizer.post(`${at}/invitations`, {
    data: { role: 'zone_staff', zoneIds: [own.id] },
  });
  expect(invited.ok(), await invited.text()).toBe(true);
  const { token } = (await invited.json()) as { token: string };

  const staff = await phoneOf(browser, server.url);
  const faults = faultsOf(staff);
  const joined = await staff.request.post(`${server.url}/api/invitations/accounts`, {
    data: { token, name: 'Chị Hoa', login: `hoa-${fair.code}`, password: 'một câu thật dài' },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
  await staff.goto('/');
  await staff.getByRole('link', { name: 'Gian chưa báo' }).click();
  await expect(staff.getByRole('heading', { name: 'Gian chưa báo' })).toBeVisible();
  await expect(staff.getByText(/^\d+\/\d+ gian chưa báo$/)).toBeVisible();
  await judgeAt([desk, phone], staff, 'silent');
  const heard = staff
    .getByRole('button', { name: new RegExp(`^${boothCode}`) })
    .filter({ hasText: 'Đã có người khai' });
  await expect(heard).toBeVisible();
  await expect(staff.locator('body')).not.toContainText('4.500.000');
  await heard.click();
  await expect(staff.getByText('bạn không sửa được')).toBeVisible();
  await staff.getByRole('button', { name: 'Đóng' }).click();

  const rows = staff.locator('[data-heard="false"]');
  const silentBefore = await rows.count();
  await rows.first().click();
  await judgeAt([desk, phone], staff, 'silent-declare');
  await amount(staff).fill('2500000');
  await send(staff).click();
  await expect(staff.getByTestId('toast')).toContainText('Đã ghi 2.500.000 ₫');
  await expect(rows).toHaveCount(silentBefore - 1);
  await expect(staff.getByText('nhân viên khu khai thay')).toBeVisible();

  /* They count nobody, and compare by hand. */
  expect((await organizer.post(`${at}/gates`)).ok()).toBe(true);
  await staff.getByRole('link', { name: 'Đếm tay đối chiếu ở cổng' }).click();
  await staff.getByText('Đếm tay đối chiếu', { exact: true }).click();
  await staff.getByLabel('Lượt vào đếm bằng tay').fill('12');
  await staff.getByRole('button', { name: 'Ghi lần đếm tay' }).click();
  await expect(staff.getByText(/đếm tay 12, máy ghi 0$/)).toBeVisible();
  await expect(staff.getByRole('button', { name: /^C1 / })).toHaveCount(0);
  await judgeAt([phone], staff, 'gate-zone-staff');
  expect(faults).toEqual([]);
  await staff.context().close();
});

test('the board says how much is measured, how much declared, and who is silent', async ({
  page,
  server,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/board?fair=${fair.code}`);
  await expect(
    page.getByText(/\s% đo tại máy, [\d,]+\s% do gian tự khai; \d+\/\d+ gian chưa báo/),
  ).toBeVisible();
  await expect(page.getByText(/^Trong đó gian tự khai 7\.000\.000\s₫\.$/).first()).toBeVisible();
  await judgeAt([phone, desk], page, 'board-declared');
  await page.goto(`/reports?fair=${fair.code}`);
  await expect(page.getByText('Gian tự khai').first()).toBeVisible();
  await judgeAt([phone, desk], page, 'reports-declared');
});
