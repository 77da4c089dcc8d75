import type { Page } from '@playwright/test';
import { desk, graveFaults, judgeAt, phone, wall } from './judge';
import { expect, signInAs, test } from './story';

const judgeAtEverySize = (page: Page, screen: string) => judgeAt([phone, desk, wall], page, screen);

test('everyone can read the sign-in page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await judgeAtEverySize(page, 'sign-in');
});

test('everyone can read the choice of fairs', async ({ page, server, busyFairCode }) => {
  await signInAs(page.context().request, server, 'organizer');
  await page.goto('/');
  await expect(page.locator(`a[href*="${busyFairCode}"]`).first()).toBeVisible();
  await judgeAtEverySize(page, 'fairs');
});

test('everyone can read the tills of a fair, one of them, and that nothing is set aside', async ({
  page,
  server,
  busyFairCode,
}) => {
  test.slow();
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/tills?fair=${busyFairCode}`);
  const tills = page.getByTestId('tills').getByRole('button');
  await expect(tills.first()).toBeVisible();
  await judgeAt([phone, desk], page, 'tills');
  await tills.first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await judgeAt([desk], page, 'till-of-a-fair');
  await page.keyboard.press('Escape');
  await page.goto(`/tills?fair=${busyFairCode}&view=aside`);
  await expect(page.getByText('Không có chứng từ nào chờ quyết định')).toBeVisible();
  await judgeAt([phone, desk], page, 'tills-aside');
});

test('everyone can read a board that is still empty', async ({ page, server }) => {
  await signInAs(page.context().request, server, 'official');
  await page.goto('/board');
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  await judgeAtEverySize(page, 'board-empty');
});

test('everyone can read a board full of long names, as pictures and as tables', async ({
  page,
  server,
  busyFairCode,
}) => {
  test.slow();
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/board?fair=${busyFairCode}`);
  await expect(page.getByTestId('kpi-sales')).toHaveAttribute('data-value', '30');
  await expect(page.getByRole('slider', { name: 'Phút đang đọc' })).toBeVisible();
  await judgeAtEverySize(page, 'board');

  await page.setViewportSize({ width: 360, height: 800 });
  await expect(page.getByRole('heading', { name: 'Sơ đồ theo mức bán' })).toBeVisible();
  const toTable = page.getByRole('button', { name: /: xem bảng$/ });
  await expect(toTable).toHaveCount(9);
  while ((await toTable.count()) > 0) await toTable.first().click();
  await expect(page.getByRole('table')).toHaveCount(9);
  await judgeAt([phone], page, 'board-tables', { fullPage: true });

  await page.getByRole('button', { name: /^Doanh thu.*con số này là gì/ }).click();
  await expect(page.getByText('Đã gồm thuế GTGT')).toBeVisible();
  await judgeAt([phone], page, 'board-meaning');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Đã gồm thuế GTGT')).toBeHidden();
});

test('the day can be read minute by minute with the arrow keys', async ({
  page,
  server,
  busyFairCode,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/board?fair=${busyFairCode}`);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  const slider = page.getByRole('slider', { name: 'Phút đang đọc' });
  const untilNow = () => slider.evaluate((line) => line.ariaValueMax - line.ariaValueNow);
  await slider.focus();
  /* A minute may pass between any two keys. */
  await expect(async () => {
    await page.keyboard.press('Escape');
    expect(await untilNow()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    expect(await untilNow()).toBe(1);
  }).toPass();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^08:00: 0\s₫, 0 giao dịch, 0 lượt vào$/);
  await expect(async () => {
    await page.keyboard.press('End');
    expect(await untilNow()).toBe(0);
  }).toPass();
});

test('the judge sees a button without a name and text that cannot be read', async ({ page }) => {
  await page.goto('/');
  await page.setContent(
    '<main><h1>x</h1><button></button><p style="color:#ddd;background:#fff">pale</p></main>',
  );
  const faults = await graveFaults(page);
  expect(faults.some((fault) => fault.startsWith('button-name'))).toBe(true);
  expect(faults.some((fault) => fault.startsWith('color-contrast'))).toBe(true);
});

test('the judge sees the one pale text among many that look like it', async ({ page }) => {
  await page.goto('/');
  const row = (under = '', text = 'a price') =>
    `<div style="position:relative">${under}<p style="position:relative;color:#333">${text}</p></div>`;
  const box = (colour: string) => `<i style="position:absolute;inset:0;background:${colour}"></i>`;
  const rows = Array.from({ length: 20 }, () => row()).join('');
  const palesOf = async (more: string) => {
    await page.setContent(`<main style="background:#fff">${rows}${more}</main>`);
    return graveFaults(page, ['color-contrast']);
  };

  expect(await palesOf(row(box('#fff')))).toEqual([]);
  const pales = await palesOf(row(box('#444'), 'on dark') + row() + row(box('#eee'), 'on pale'));
  expect(pales).toHaveLength(1);
  expect(pales[0]).toContain('on dark');
  expect(pales[0]).not.toMatch(/on pale|a price/);
});

test('the judge sees text that was well before and is pale now', async ({ page }) => {
  await page.goto('/');
  await page.setContent('<main><section><p>one</p><p>two</p></section></main>');
  for (const [style, isPale] of [
    ['color:#333;background:#fff', false],
    ['color:#333;background:#fff;opacity:0.3', true],
    ['color:#333;background:#fff;opacity:1', false],
    ['color:#333;background:#222', true],
    ['color:#ccc;background:#222', false],
    ['color:#777;background:#eee;font-size:30px', false],
    ['color:#777;background:#eee;font-size:13px', true],
  ] as const) {
    await page.locator('section').evaluate((part, to) => part.setAttribute('style', to), style);
    expect(await graveFaults(page, ['color-contrast']), style).toHaveLength(isPale ? 1 : 0);
  }
});
