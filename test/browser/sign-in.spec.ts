import { expect, test } from './story';

test('an official signs in, after a clear refusal of a wrong password', async ({
  page,
  server,
}) => {
  const { login, password } = server.account('official');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();

  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('mật khẩu không đúng');

  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('password is wrong');

  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();

  await page
    .getByRole('link', { name: /^Live board/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/board\?fair=/);
  await expect(page.getByTestId('kpi-revenue')).toBeVisible();

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a stranger who opens the board comes back to it after signing in', async ({
  page,
  server,
}) => {
  const { login, password } = server.account('official');
  await page.goto('/board');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).toHaveURL(/\/board/);
  await expect(page.getByTestId('kpi-revenue')).toBeVisible();
});

test('language and colours stay as chosen when the page is opened again', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.getByRole('radio', { name: 'Tiếng Việt' }).check();
  await page.getByRole('radio', { name: 'Sáng' }).check();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('gate staff is told who can give them the board', async ({ page, server }) => {
  const { login, password } = server.account('gate');
  await page.goto('/board');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Bạn chưa được xem trang này' })).toBeVisible();
  await expect(page.getByText(login)).toBeVisible();
});

test('the keyboard alone is enough to sign in, and to learn who helps with a password', async ({
  page,
  server,
}) => {
  const { login, password } = server.account('organizer');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  const reach = async (name: string) => {
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press('Tab');
      const said: unknown = await page.evaluate('document.activeElement.getAttribute("name")');
      if (said === name) return;
    }
    throw new Error(`Tab never reaches ${name}.`);
  };
  await reach('login');
  await page.keyboard.type(login);
  await reach('current-password');
  await page.keyboard.type(password);
  await page.getByText('Quên mật khẩu?').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('đường dẫn đặt lại mật khẩu')).toBeVisible();
  await expect(page.getByText('hãy nhờ người trông máy chủ')).toBeVisible();
  await page.getByRole('textbox', { name: 'Mật khẩu' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Xin chào/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Con người/ }).first()).toBeVisible();
});
