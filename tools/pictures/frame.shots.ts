import { expect } from '@playwright/test';
import type { Shot, Stage } from './shot';

const board = ({ url, fair }: Stage, day = '') => `${url}/board?fair=${fair.code}${day}`;

async function openBoard(stage: Stage): Promise<void> {
  await stage.enterAs('official');
  await stage.page.goto(board(stage));
  await expect(stage.page.getByRole('slider')).toBeVisible();
  await expect(stage.page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
}

/* What stands below the fold is only read when somebody comes near it. */
async function showLowerPictures({ page }: Stage): Promise<void> {
  await page.locator('footer').scrollIntoViewIfNeeded();
  await expect(page.getByRole('slider').nth(1)).toBeVisible();
  await page.evaluate('scrollTo(0, 0)');
}

/** What everyone meets: the way in, the frame, and the states that every screen shares. */
export const shots: Shot[] = [
  {
    name: 'sign-in-refused',
    arrange: async ({ page, url }) => {
      /* Answered by the shot itself: the real door counts wrong passwords. */
      await page.route('**/api/session', (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({
              status: 401,
              contentType: 'application/problem+json',
              json: {
                status: 401,
                code: 'sign_in_failed',
                detailVi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
                detailEn: 'The login or the password is wrong.',
              },
            })
          : route.continue(),
      );
      await page.goto(url);
      await page.getByLabel(/^(Tên đăng nhập|Login)$/).fill('ban.to.chuc');
      await page.locator('input[type=password]').fill('mat-khau-cu');
      await page.locator('form button[type=submit]').click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'fairs',
    arrange: async ({ page, url, fair, enterAs }) => {
      await enterAs('organizer');
      await page.goto(url);
      await expect(page.locator(`a[href*="${fair.code}"]`).first()).toBeVisible();
    },
  },
  { name: 'board-live', sizes: ['phone', 'desktop', 'wall'], arrange: openBoard },
  {
    name: 'board-whole',
    isWhole: true,
    arrange: async (stage) => {
      await openBoard(stage);
      await showLowerPictures(stage);
    },
  },
  {
    name: 'board-tables',
    isWhole: true,
    arrange: async (stage) => {
      await openBoard(stage);
      const toTable = stage.page.getByRole('button', { name: /: (xem bảng|show table)$/ });
      while ((await toTable.count()) > 0) await toTable.first().click();
    },
  },
  {
    name: 'board-meaning',
    arrange: async (stage) => {
      await openBoard(stage);
      const question = /(con số này là gì|what does this number mean)\?$/;
      await stage.page.getByRole('button', { name: question }).first().click();
      await stage.page
        .getByText(/Đã gồm thuế GTGT|VAT/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'board-empty',
    arrange: async (stage) => {
      await stage.enterAs('official');
      await stage.page.goto(board(stage, '&day=2025-11-18'));
      await expect(stage.page.locator('main h2').first()).toBeVisible();
    },
  },
  {
    name: 'board-loading',
    arrange: async (stage) => {
      await stage.enterAs('official');
      await stage.page.route('**/api/fairs', () => undefined);
      await stage.page.goto(board(stage));
      await expect(stage.page.locator('[class*=skeleton]').first()).toBeVisible();
    },
  },
  {
    name: 'board-error',
    arrange: async (stage) => {
      await stage.enterAs('official');
      await stage.page.route('**/api/fairs', (route) => route.abort());
      await stage.page.goto(board(stage));
      await expect(stage.page.getByRole('button', { name: /^(Thử lại|Try again)$/ })).toBeVisible();
    },
  },
  {
    name: 'board-stale',
    arrange: async (stage) => {
      const { page } = stage;
      /* The line falls silent as it does behind a bad access point: nothing closes it. */
      let isSilent = false;
      await page.routeWebSocket(/\/socket\.io\//, (near) => {
        const far = near.connectToServer();
        far.onMessage((message) => {
          if (!isSilent) near.send(message);
        });
      });
      await openBoard(stage);
      isSilent = true;
      await expect(page.getByTestId('stale-bar')).toBeVisible({ timeout: 40_000 });
    },
  },
  {
    name: 'forbidden',
    arrange: async ({ page, url, enterAs }) => {
      await enterAs('gate');
      await page.goto(`${url}/board`);
      await expect(page.locator('main h2').first()).toBeVisible();
    },
  },
  {
    name: 'not-found',
    arrange: async ({ page, url, enterAs }) => {
      await enterAs('organizer');
      await page.goto(`${url}/khong-co-trang-nay`);
      await expect(page.getByRole('heading').first()).toBeVisible();
    },
  },
];
