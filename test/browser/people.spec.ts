import type { Browser, BrowserContext, Page } from '@playwright/test';
import { FairServer } from '../fair-server';
import { desk, judgeAt, phone } from './judge';
import { expect, test as story } from './story';

/* A real install: no demo, nobody has an account. The stories follow one another. */
const test = story.extend<object, { server: FairServer }>({
  server: [
    async ({ playwright: _playwright }, use) => {
      const server = await FairServer.open({ isEmpty: true });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const PASSWORD = 'một câu thật dài dễ nhớ';
const CODE = 'hoi-cho-xuan-ha-long';
const LONG_NAME = 'Nguyễn Phương Hoàng Thị Thanh Trúc Quỳnh Như';

/** Someone else's browser. */
async function another(browser: Browser, server: FairServer): Promise<BrowserContext> {
  return browser.newContext({ baseURL: server.url, locale: 'vi-VN' });
}

async function fillPerson(page: Page, person: { name: string; login: string }): Promise<void> {
  await page.getByLabel('Họ và tên').fill(person.name);
  await page.getByLabel('Tên đăng nhập').fill(person.login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
}

async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('the first organizer comes in by the link that the start printed, and nobody after', async ({
  page,
  server,
}) => {
  await page.goto('/');
  await expect(page.getByText('Máy chủ này chưa có tài khoản nào')).toBeVisible();

  const link = `/setup#token=${server.setupToken}`;
  await page.goto('/setup#token=wrong');
  await fillPerson(page, { name: LONG_NAME, login: 'truc' });
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(page.getByRole('alert')).toContainText('không còn dùng được');

  await page.goto('/');
  await page.goto(link);
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(page.getByText('Hãy điền họ và tên.')).toBeVisible();
  await expect(page.getByText('Mật khẩu cần ít nhất 10 ký tự.')).toBeVisible();
  await judgeAt([phone, desk], page, 'setup');
  await fillPerson(page, { name: LONG_NAME, login: 'truc' });
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa có hội chợ nào' })).toBeVisible();
  await judgeAt([phone, desk], page, 'home-first-fair');

  await page.goto(link);
  await expect(page.getByText('đã có tài khoản đầu tiên')).toBeVisible();
});

test('opens a real fair, and adds whom it begins with', async ({ page }) => {
  await signIn(page, 'truc');
  await page.getByRole('link', { name: 'Tạo hội chợ' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('Hãy điền địa điểm.')).toBeVisible();
  await page.getByLabel('Tên tiếng Việt').fill('Hội chợ Xuân Hạ Long');
  await expect(page.getByLabel('Mã hội chợ')).toHaveValue(CODE);
  await page
    .getByLabel('Địa điểm', { exact: true })
    .fill('Cung Quy hoạch, Hội chợ và Triển lãm tỉnh Quảng Ninh');
  await page.getByLabel('Ngày đầu tiên').fill('2025-11-18');
  await page.getByLabel('Ngày cuối cùng').fill('2025-11-23');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Tạo bản nháp' }).click();
  await page.getByRole('button', { name: 'Công bố' }).click();
  await expect(page.getByTestId('fair-state')).toContainText('Đang diễn ra');
  await page.getByRole('link', { name: 'Con người', exact: true }).click();
  await expect(page.getByTestId('people').getByText(LONG_NAME)).toBeVisible();

  await page.getByRole('link', { name: 'Đơn vị tham gia' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa có đơn vị tham gia' })).toBeVisible();
  await page.getByRole('button', { name: 'Thêm đoàn' }).click();
  await page.getByLabel('Tên tiếng Việt').fill('Đoàn phường Đông Triều');
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(page.getByText('1 đoàn')).toBeVisible();
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await page.getByLabel('Tên đơn vị').fill('Hợp tác xã gốm Đông Triều');
  await page.getByRole('combobox', { name: 'Đến từ' }).fill('dong trieu');
  await page.getByRole('option', { name: 'Phường Đông Triều' }).click();
  await judgeAt([phone, desk], page, 'add-exhibitor');
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(page.getByTestId('exhibitors').getByText('Phường Đông Triều')).toBeVisible();
  await page.getByRole('button', { name: 'Sửa Hợp tác xã gốm Đông Triều' }).click();
  await page.getByLabel('Tên đơn vị').fill('Hợp tác xã gốm sứ Đông Triều');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByTestId('exhibitors').getByText('gốm sứ')).toBeVisible();
  await page.getByRole('searchbox').fill('gom su');
  await expect(page.getByText('1 đơn vị', { exact: true })).toBeVisible();
  await judgeAt([phone, desk], page, 'people-exhibitors');
});

let officialsBrowser: BrowserContext;

test('an official takes an invitation in another browser and sees the board, until the role goes', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, 'truc');
  await page.getByRole('link', { name: /^Con người/ }).click();
  await page.getByRole('button', { name: 'Mời người' }).click();
  await page.getByRole('radio', { name: /Lãnh đạo theo dõi/ }).check();
  await page.getByLabel('Mời ai').fill('Anh Minh, Sở Công Thương');
  await judgeAt([phone, desk], page, 'invite');
  await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click();
  const link = await page.getByLabel('Đường dẫn', { exact: true }).inputValue();
  await expect(page.getByRole('img', { name: 'Mã QR của đường dẫn' })).toBeVisible();
  await judgeAt([phone, desk], page, 'invite-link');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Lời mời' }).click();
  await expect(page.getByTestId('invitations').getByText('Anh Minh')).toBeVisible();
  await judgeAt([phone, desk], page, 'people-invitations');

  officialsBrowser = await another(browser, server);
  const official = await officialsBrowser.newPage();
  await official.goto(link);
  await expect(official.getByText('Hội chợ Xuân Hạ Long')).toBeVisible();
  await judgeAt([phone, desk], official, 'invited');
  await fillPerson(official, { name: 'Trần Văn Minh', login: 'minh' });
  await official.getByRole('button', { name: 'Tạo tài khoản và nhận lời mời' }).click();
  await official.getByRole('link', { name: /^Bảng số liệu/ }).click();
  await expect(official.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  await expect(official.getByRole('link', { name: 'Báo cáo' })).toBeVisible();
  await expect(official.getByRole('link', { name: 'Con người' })).toHaveCount(0);

  const stranger = await another(browser, server);
  const late = await stranger.newPage();
  await late.goto(link);
  await expect(late.getByText('đã có người nhận')).toBeVisible();
  await judgeAt([phone, desk], late, 'invited-used');
  await stranger.close();

  await page.getByRole('link', { name: 'Người và quyền' }).click();
  await expect(page.getByTestId('people').getByText('Trần Văn Minh')).toBeVisible();
  await judgeAt([phone, desk], page, 'people');
  const deeds = page.getByRole('button', { name: 'Thao tác với Trần Văn Minh' });
  await deeds.click();
  await judgeAt([phone, desk], page, 'people-deeds');
  const take = page.getByRole('menuitem', { name: 'Rút quyền Lãnh đạo theo dõi' });
  const gone = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await take.click();
  expect((await gone).status()).toBe(204);
  await expect(page.getByText('Đã rút quyền Lãnh đạo theo dõi của Trần Văn Minh')).toBeVisible();
  /* Under the pointer it stays, however long the other browser takes. */
  const undo = page.getByTestId('toast').getByRole('button', { name: 'Hoàn tác' });
  await undo.hover();
  await expect(official.getByTestId('kpi-revenue')).toHaveCount(0);
  const refused = await official.request.get('/api/fairs');
  expect(await refused.json()).toEqual([]);

  await undo.click();
  await expect(deeds).toBeVisible();
  await official.goto(`/board?fair=${CODE}`);
  await expect(official.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
});

test('a password is reset by an organizer’s link, and changed by its owner', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, 'truc');
  await page.getByRole('link', { name: /^Con người/ }).click();
  await page.getByRole('button', { name: 'Thao tác với Trần Văn Minh' }).click();
  await page.getByRole('menuitem', { name: 'Đặt lại mật khẩu' }).click();
  const link = await page.getByLabel('Đường dẫn', { exact: true }).inputValue();
  await page.keyboard.press('Escape');

  const elsewhere = await another(browser, server);
  const official = await elsewhere.newPage();
  await official.goto(link);
  await expect(official.getByText('Trần Văn Minh')).toBeVisible();
  await judgeAt([phone, desk], official, 'reset');
  await official.getByLabel('Mật khẩu mới').fill('mật khẩu đặt lại');
  await official.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await expect(official.getByRole('heading', { name: /Trần Văn Minh/ })).toBeVisible();
  const [old] = officialsBrowser.pages();
  expect((await old?.request.get('/api/session'))?.status()).toBe(401);

  await official.getByRole('button', { name: /^Tài khoản/ }).click();
  await official.getByRole('link', { name: 'Tài khoản' }).click();
  const change = official.getByRole('region', { name: 'Đổi mật khẩu' });
  await change.getByLabel('Mật khẩu đang dùng').fill('không phải mật khẩu này');
  await change.getByLabel('Mật khẩu mới').fill('mật khẩu của riêng tôi');
  await change.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(change.getByRole('alert')).toContainText('không đúng');
  await change.getByLabel('Mật khẩu đang dùng').fill('mật khẩu đặt lại');
  await change.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(official.getByText('Đã đổi mật khẩu')).toBeVisible();
  await expect(official.getByText('Thiết bị này', { exact: true })).toBeVisible();
  await judgeAt([phone, desk], official, 'account');

  await official.goto(link);
  await expect(official.getByText('không còn dùng được')).toBeVisible();
  const again = await another(browser, server);
  const fresh = await again.newPage();
  await signIn(fresh, 'minh', 'mật khẩu của riêng tôi');
  await expect(fresh.getByRole('heading', { name: /Trần Văn Minh/ })).toBeVisible();
  await fresh.goto(`/people?fair=${CODE}`);
  await expect(fresh.getByRole('heading', { name: 'Bạn chưa được xem trang này' })).toBeVisible();
  for (const context of [elsewhere, again, officialsBrowser]) await context.close();
});

test('whoever runs the server prints a link for an organizer whom nobody else can help', async ({
  page,
  server,
}) => {
  const said = await server.run('tools/account/main', ['reset', 'TRUC']);
  const link = /\/reset#token=\S+/.exec(said)?.[0] ?? said;
  await page.goto(link);
  await page.getByLabel('Mật khẩu mới').fill('một mật khẩu khác hẳn');
  await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await expect(page.getByRole('link', { name: /^Sơ đồ/ })).toBeVisible();
  await judgeAt([phone, desk], page, 'home');
});
