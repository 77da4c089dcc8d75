import type { Page } from '@playwright/test';
import type { Shot, Stage } from './shot';

/** Signed in as the demo's organizer, on the people of the demo fair. */
async function peopleOf(stage: Stage, tab = ''): Promise<Page> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  await page.goto(`${url}/people?fair=${fair.code}${tab}`);
  return page;
}

export const shots: Shot[] = [
  {
    name: 'sign-in',
    async arrange({ page, url }) {
      await page.goto(url);
      await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    },
  },
  {
    name: 'sign-in-forgotten',
    async arrange({ page, url }) {
      await page.goto(url);
      await page.getByText('Quên mật khẩu?').click();
    },
  },
  {
    name: 'home-organizer',
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('organizer');
      await page.goto(url);
      await page
        .getByRole('link', { name: /^Sơ đồ/ })
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
      await page.getByRole('link', { name: /^Gian của tôi/ }).waitFor();
    },
  },
  {
    name: 'link-dead',
    async arrange({ page, url }) {
      await page.goto(`${url}/invite#token=x`);
      await page.getByRole('heading', { name: 'Đường dẫn không dùng được' }).waitFor();
    },
  },
  {
    name: 'new-fair',
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('organizer');
      await page.goto(`${url}/new-fair`);
      await page.getByLabel('Tên hội chợ').fill('Hội chợ OCOP Quảng Ninh – Xuân 2026');
    },
  },
  {
    name: 'people',
    async arrange(stage) {
      const page = await peopleOf(stage);
      await page.getByTestId('people').waitFor();
    },
  },
  {
    name: 'people-invite',
    async arrange(stage) {
      const page = await peopleOf(stage);
      await page.getByRole('button', { name: 'Mời người' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'people-invite-link',
    async arrange(stage) {
      const page = await peopleOf(stage);
      await page.getByRole('button', { name: 'Mời người' }).click();
      await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click();
      await page.getByRole('img', { name: 'Mã QR của đường dẫn' }).waitFor();
    },
  },
  {
    name: 'people-invitations',
    async arrange(stage) {
      const page = await peopleOf(stage, '&tab=invitations');
      await page.getByRole('link', { name: 'Lời mời' }).waitFor();
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
    name: 'people-forbidden',
    async arrange(stage) {
      const { page, url, fair } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/people?fair=${fair.code}`);
      await page.getByRole('heading', { name: 'Bạn chưa được xem trang này' }).waitFor();
    },
  },
  {
    name: 'account',
    async arrange(stage) {
      const { page, url } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/account`);
      await page.getByText('Thiết bị này', { exact: true }).waitFor();
    },
  },
];
