import type { Page } from '@playwright/test';
import { beginning, either } from './either';
import type { Shot, Stage } from './shot';

const LONG_EXHIBITOR =
  'Ủy ban nhân dân xã Quảng Đức – Tổ hợp tác nuôi trồng thủy sản và du lịch cộng đồng';
const LONG_PERSON = 'Nguyễn Phương Hoàng Thị Thanh Trúc Quỳnh Như';

/** Signed in as the demo's organizer, on the people of the demo fair. */
async function peopleOf(stage: Stage, tab = ''): Promise<Page> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  await page.goto(`${url}/people?fair=${fair.code}${tab}`);
  return page;
}

const inviting = (page: Page) =>
  page.getByRole('button', { name: either('Mời người', 'Invite') }).first();

/** What an organizer asks of the server itself; answers its json. */
async function asked<Answer>(stage: Stage, path: string, data?: object): Promise<Answer> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  const address = `${url}/api/fairs/${fair.id}${path}`;
  const answer = await (data === undefined
    ? page.request.get(address)
    : page.request.post(address, { data }));
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function openInvited(stage: Stage): Promise<Page> {
  const { page, url } = stage;
  const [exhibitor] = await asked<{ id: string }[]>(stage, '/exhibitors');
  const { token } = await asked<{ token: string }>(stage, '/invitations', {
    role: 'exhibitor',
    exhibitorId: exhibitor?.id,
  });
  await page.context().clearCookies();
  await page.goto(`${url}/invite#token=${token}`);
  await page.getByRole('heading', { name: either('Bạn được mời', 'You are invited') }).waitFor();
  return page;
}

async function openReset(stage: Stage): Promise<Page> {
  const { page, url } = stage;
  const people = await asked<{ accountId: string; login: string }[]>(stage, '/people');
  const gate = people.find(({ login }) => login.startsWith('gate'));
  const { token } = await asked<{ token: string }>(
    stage,
    `/people/${gate?.accountId}/reset-links`,
    {},
  );
  await page.context().clearCookies();
  await page.goto(`${url}/reset#token=${token}`);
  await page.locator('input[type=password]').waitFor();
  return page;
}

/* Nobody has an account only before the first day; the demo is past that. */
async function openSetup({ page, url }: Stage): Promise<Page> {
  await page.route('**/api/setup', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: { isNeeded: true } })
      : route.continue(),
  );
  await page.goto(`${url}/setup#token=shown`);
  await page.locator('input[type=password]').waitFor();
  return page;
}

const fillPerson = async (page: Page) => {
  await page.getByLabel(either('Họ và tên', 'Your name')).fill(LONG_PERSON);
  await page.getByLabel(either('Tên đăng nhập', 'Login')).fill('0912 345 678');
  await page.locator('input[type=password]').fill('một câu thật dài dễ nhớ');
};

const submit = (page: Page) => page.locator('form button[type=submit]').click();

const LIST = [
  'Tên đơn vị,MST,Nơi đến,Loại hình,Người đại diện,Điện thoại,Ghi chú',
  `${LONG_EXHIBITOR},5700100257,Xã Quảng Đức,Tổ hợp tác,${LONG_PERSON},0203 388 123,`,
  'Hợp tác xã Hải Hòa,,Xã Không Có,,,gọi sau,',
  'Hợp tác xã miến dong Bình Liêu,,Huyện Bình Liêu,,,,',
  'Công ty CP khai thác khoáng sản Thiên Thuận Tường,0100233488,Cửa Ông,,,,',
  'Công ty TNHH Hải Dương xanh,,Hải Dương,,,,',
  'Hợp tác xã chè Đường Hoa,,Xã Đường Hoa,,,,',
].join('\n');

/** A list that was brought, at the rows of a state. */
async function broughtList(stage: Stage, state: RegExp): Promise<Page> {
  const page = await byFile(stage);
  const file = { name: 'danh-sach-don-vi.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: state }).click();
  return page;
}

async function byFile(stage: Stage): Promise<Page> {
  const page = await peopleOf(stage, '&tab=exhibitors');
  await page
    .getByRole('button', { name: either('Nhập, xuất danh sách', 'Import, export') })
    .click();
  await page.locator('input[type=file]').waitFor();
  return page;
}

/** A fair with more people than fit on a screen, and with names as long as they come. */
async function crowd(stage: Stage): Promise<Page> {
  const { page } = stage;
  const roles = [
    { role: 'exhibitor', exhibitorId: 'x', exhibitorName: LONG_EXHIBITOR },
    { role: 'gate', exhibitorId: null, exhibitorName: null },
    { role: 'official', exhibitorId: null, exhibitorName: null },
  ].map((role) => ({ ...role, grantedAt: '2025-11-17T01:00:00Z' }));
  await page.route('**/api/fairs/*/people', (route) =>
    route.fulfill({
      json: Array.from({ length: 12 }, (_, n) => ({
        accountId: `a${n}`,
        login: n % 3 === 0 ? 'hoptacxa.quangduc@quangninh.gov.vn' : `09123456${n + 10}`,
        name: n % 3 === 0 ? LONG_PERSON : ['Trần Văn Minh', 'Lê Thị Hoa', 'Phạm Quang'][n % 3],
        isYou: n === 1,
        isClosed: n === 2,
        isInYourHands: n !== 1,
        lastSignInAt: n % 4 === 3 ? null : '2025-11-20T01:12:00Z',
        roles: n === 0 ? roles.slice(0, 2) : [roles[n % 3]],
      })),
    }),
  );
  await peopleOf(stage);
  await page.getByTestId('people').waitFor();
  return page;
}

export const shots: Shot[] = [
  {
    name: 'sign-in',
    async arrange({ page, url }) {
      await page.goto(url);
      await page.getByRole('heading', { name: either('Đăng nhập', 'Sign in') }).waitFor();
    },
  },
  {
    name: 'sign-in-forgotten',
    async arrange({ page, url }) {
      await page.goto(url);
      await page.getByText(either('Quên mật khẩu?', 'Forgot your password?')).click();
    },
  },
  {
    name: 'sign-in-empty-server',
    async arrange({ page, url }) {
      await page.route('**/api/setup', (route) => route.fulfill({ json: { isNeeded: true } }));
      await page.goto(url);
      await page.getByRole('status').filter({ hasText: /\S/ }).waitFor();
    },
  },
  {
    name: 'home-organizer',
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('organizer');
      await page.goto(url);
      await page
        .getByRole('link', { name: beginning('Sơ đồ', 'Plan') })
        .first()
        .waitFor();
    },
  },
  {
    name: 'home-exhibitor',
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('exhibitor');
      await page.goto(url);
      await page.getByRole('link', { name: beginning('Gian của tôi', 'My booth') }).waitFor();
    },
  },
  {
    name: 'home-no-fairs',
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('official');
      await page.route('**/api/fairs', (route) => route.fulfill({ json: [] }));
      await page.goto(url);
      await page.locator('main h2').waitFor();
    },
  },
  { name: 'setup', arrange: async (stage) => void (await openSetup(stage)) },
  {
    name: 'setup-refused',
    async arrange(stage) {
      const page = await openSetup(stage);
      await fillPerson(page);
      await submit(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'setup-unfilled',
    async arrange(stage) {
      const page = await openSetup(stage);
      await submit(page);
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'setup-done',
    async arrange({ page, url }) {
      await page.goto(`${url}/setup#token=used`);
      await page.getByText(/already_set_up/).waitFor();
    },
  },
  { name: 'invited', arrange: async (stage) => void (await openInvited(stage)) },
  {
    name: 'invited-known',
    async arrange(stage) {
      const page = await openInvited(stage);
      await stage.enterAs('official');
      await page.reload();
      await page.getByRole('button', { name: beginning('Nhận với', 'Accept as') }).waitFor();
    },
  },
  { name: 'reset', arrange: async (stage) => void (await openReset(stage)) },
  {
    name: 'reset-short',
    sizes: ['phone'],
    async arrange(stage) {
      const page = await openReset(stage);
      await page.locator('input[type=password]').fill('ngắn');
      await submit(page);
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'reset-dead',
    async arrange({ page, url }) {
      await page.goto(`${url}/reset#token=used`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText(/reset_link|token/).waitFor();
    },
  },
  {
    name: 'link-dead',
    async arrange({ page, url }) {
      await page.goto(`${url}/invite#token=x`);
      await page
        .getByRole('heading', {
          name: either('Đường dẫn không dùng được', 'This link does not work'),
        })
        .waitFor();
    },
  },
  {
    name: 'link-incomplete',
    sizes: ['phone'],
    async arrange({ page, url }) {
      await page.goto(`${url}/invite`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'link-offline',
    sizes: ['phone'],
    async arrange({ page, url }) {
      await page.route('**/api/password-resets/reading', (route) => route.abort());
      await page.goto(`${url}/reset#token=x`);
      await page.getByRole('button', { name: either('Thử lại', 'Try again') }).waitFor();
    },
  },
  {
    name: 'new-fair',
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('organizer');
      await page.goto(`${url}/plan/fair`);
      await page
        .getByLabel(either('Tên tiếng Việt', 'Vietnamese name'))
        .fill('Hội chợ OCOP Quảng Ninh – Xuân 2026');
    },
  },
  {
    name: 'new-fair-wrong',
    isWhole: true,
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('organizer');
      await page.goto(`${url}/plan/fair`);
      await submit(page);
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'people',
    async arrange(stage) {
      const page = await peopleOf(stage);
      await page.getByTestId('people').waitFor();
    },
  },
  { name: 'people-crowd', arrange: async (stage) => void (await crowd(stage)) },
  {
    name: 'people-deeds',
    async arrange(stage) {
      const page = await crowd(stage);
      await page
        .getByRole('button', { name: beginning('Thao tác với', 'Actions for') })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'people-withdrawn',
    sizes: ['phone'],
    async arrange(stage) {
      const page = await crowd(stage);
      await page.route('**/roles/*', (route) => route.fulfill({ status: 204 }));
      await page
        .getByRole('button', { name: beginning('Thao tác với', 'Actions for') })
        .first()
        .click();
      await page
        .getByRole('menuitem', { name: beginning('Rút quyền', 'Take away') })
        .first()
        .click();
      await page.getByRole('button', { name: either('Hoàn tác', 'Undo') }).waitFor();
    },
  },
  {
    name: 'people-error',
    async arrange(stage) {
      await stage.page.route('**/api/fairs/*/people', (route) => route.abort());
      const page = await peopleOf(stage);
      await page.getByRole('button', { name: either('Thử lại', 'Try again') }).waitFor();
    },
  },
  {
    name: 'people-invite',
    async arrange(stage) {
      const page = await peopleOf(stage);
      await inviting(page).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'people-invite-link',
    async arrange(stage) {
      const page = await peopleOf(stage);
      await inviting(page).click();
      await submit(page);
      await page.locator('[role=dialog] svg[role=img]').waitFor();
    },
  },
  {
    name: 'people-reset-link',
    sizes: ['phone'],
    async arrange(stage) {
      const page = await peopleOf(stage);
      await page
        .getByRole('button', { name: beginning('Thao tác với Nhân viên', 'Actions for Nhân viên') })
        .click();
      await page
        .getByRole('menuitem', { name: either('Đặt lại mật khẩu', 'Reset password') })
        .click();
      await page.locator('[role=dialog] svg[role=img]').waitFor();
    },
  },
  {
    name: 'people-invitations',
    async arrange(stage) {
      await asked(stage, '/invitations', { role: 'official', forName: LONG_PERSON });
      const page = await peopleOf(stage, '&tab=invitations');
      await page.getByTestId('invitations').waitFor();
    },
  },
  {
    name: 'people-invitations-empty',
    async arrange(stage) {
      await stage.page.route('**/invitations', (route) => route.fulfill({ json: [] }));
      const page = await peopleOf(stage, '&tab=invitations');
      await page.locator('main h2').waitFor();
    },
  },
  {
    name: 'people-exhibitors',
    async arrange(stage) {
      const page = await peopleOf(stage, '&tab=exhibitors');
      await page.getByTestId('exhibitors').waitFor();
    },
  },
  {
    name: 'people-exhibitors-empty',
    async arrange(stage) {
      await stage.page.route(/\/(exhibitors|delegations)$/, (route) => route.fulfill({ json: [] }));
      const page = await peopleOf(stage, '&tab=exhibitors');
      await page.locator('main h2').waitFor();
    },
  },
  {
    name: 'people-exhibitor-edit',
    async arrange(stage) {
      const page = await peopleOf(stage, '&tab=exhibitors');
      await page.getByTestId('exhibitors').getByRole('button').nth(1).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'people-exhibitor-new',
    async arrange(stage) {
      const page = await peopleOf(stage, '&tab=exhibitors');
      await page
        .getByRole('button', { name: either('Thêm đơn vị', 'Add exhibitor') })
        .first()
        .click();
      await submit(page);
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'people-forbidden',
    async arrange(stage) {
      const { page, url, fair } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/people?fair=${fair.code}`);
      await page.locator('main h2').waitFor();
    },
  },
  {
    name: 'account',
    isWhole: true,
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/account`);
      await page.getByText(either('Thiết bị này', 'This device')).waitFor();
    },
  },
  {
    name: 'account-menu',
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/account`);
      await page.getByRole('button', { name: beginning('Tài khoản ', 'Account of ') }).click();
      await page.getByRole('button', { name: either('Đăng xuất', 'Sign out') }).waitFor();
    },
  },
  {
    name: 'account-wrong-password',
    sizes: ['phone'],
    isWhole: true,
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/account`);
      const password = page.locator('input[type=password]');
      await password.nth(0).fill('không phải mật khẩu này');
      await password.nth(1).fill('mật khẩu của riêng tôi');
      await page.locator('form button[type=submit]').last().click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'roster',
    async arrange(stage) {
      await byFile(stage);
    },
  },
  {
    name: 'roster-bad',
    isWhole: true,
    async arrange(stage) {
      await broughtList(stage, beginning('Lỗi', 'Bad'));
    },
  },
  {
    name: 'roster-doubtful',
    isWhole: true,
    async arrange(stage) {
      await broughtList(stage, beginning('Cần xem', 'Doubtful'));
    },
  },
];
