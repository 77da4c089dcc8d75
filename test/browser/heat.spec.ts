import type { APIRequestContext, Page } from '@playwright/test';
import { FairServer } from '../fair-server';
import { judge } from './judge';
import { csvOf } from './saved-csv';
import { SimulatedTill } from './simulated-till';
import { demoFair, expect, faultsOf, signInAs, test } from './story';

/*
 * Notes what the way through the day shows, with the button that has the focus: each step of the
 * player is over within a second, and a question may come too late for it.
 */
const noteItsSteps = `{
  const slider = document.querySelector('[aria-label="Xem lại theo giờ"]');
  const look = () => [
    slider.ariaValueText,
    document.activeElement.textContent,
    slider.parentElement.nextElementSibling.textContent.split(',')[0],
  ];
  globalThis.stepsSeen = [look()];
  new MutationObserver(() => {
    if (stepsSeen.at(-1).join() !== look().join()) stepsSeen.push(look());
  }).observe(slider.closest('section'), {
    subtree: true,
    attributes: true,
    childList: true,
    characterData: true,
  });
}`;

test.describe('a morning in which one booth sold before ten and another after eleven', () => {
  /* Its day plays by itself until a person wants nothing to move. */
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  let server: FairServer;
  let organizer: APIRequestContext;
  let fairCode: string;
  let early: string;
  let late: string;

  /* Hours that are over take hours: this story moves the clock of a server of its own. */
  test.beforeAll(async ({ playwright }) => {
    server = await FairServer.open({ opensAt: '2025-11-20T09:50:00+07:00' });
    organizer = await playwright.request.newContext();
    await signInAs(organizer, server, 'organizer');
    const fair = await demoFair(organizer, server);
    fairCode = fair.code;
    const registers = (await (
      await organizer.get(`${server.url}/api/fairs/${fair.id}/registers`)
    ).json()) as { boothId: string }[];
    const sellAt = async (place: number, quantity: number) => {
      const till = await SimulatedTill.enrol(organizer, server.url, fair.id, place);
      till.sell(quantity);
      await till.send();
      return registers[place]?.boothId ?? '';
    };
    early = await sellAt(0, 1);
    await server.moveClock('2025-11-20T11:20:00+07:00');
    late = await sellAt(11, 5);
  });

  test.afterAll(async () => {
    await organizer.dispose();
    await server.close();
  });

  const time = (page: Page) => page.getByRole('slider', { name: 'Xem lại theo giờ' });
  const isColoured = (page: Page, boothId: string) =>
    expect(page.locator(`[data-booth="${boothId}"] rect`)).toHaveAttribute('fill', /--heat-/);
  const isBare = (page: Page, boothId: string) =>
    expect(page.locator(`[data-booth="${boothId}"] rect`)).toHaveAttribute('fill', /--surface/);

  async function openThePlan(
    page: Page,
    role: 'organizer' | 'official',
    asked = '',
  ): Promise<void> {
    await signInAs(page.context().request, server, role);
    await page.goto(`${server.url}/board?fair=${fairCode}${asked}`);
    await expect(page.getByTestId('kpi-sales')).toBeVisible();
    await page.locator('footer').scrollIntoViewIfNeeded();
    await expect(page.getByRole('slider', { name: 'Gian đang đọc' })).toBeVisible();
  }

  test('goes back through the hours by keyboard, and plays them up to now', async ({ page }) => {
    await openThePlan(page, 'organizer');
    await expect(time(page)).toHaveAttribute('aria-valuetext', 'Cả ngày, đến nay');
    await isColoured(page, early);
    await isColoured(page, late);

    await time(page).focus();
    await page.keyboard.press('Home');
    await expect(time(page)).toHaveAttribute('aria-valuetext', 'Đến 10:00');
    await expect(page.getByText('Đã bán từ đầu ngày đến 10:00')).toBeVisible();
    await isColoured(page, early);
    await isBare(page, late);
    const legend = page.getByRole('list', { name: 'Chú giải màu' });
    await expect(legend).toContainText('0 gian');
    await page.keyboard.press('ArrowRight');
    await expect(time(page)).toHaveAttribute('aria-valuetext', 'Đến 11:00');
    await judge(page);
    await page.getByRole('button', { name: 'Sơ đồ theo mức bán: xem bảng' }).click();
    await expect(
      page.getByRole('columnheader', { name: 'Doanh thu đến 11:00', exact: true }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Sơ đồ theo mức bán: xem hình' }).click();
    await time(page).focus();
    await page.keyboard.press('End');
    await expect(time(page)).toHaveAttribute('aria-valuetext', 'Cả ngày, đến nay');

    await page.getByRole('button', { name: 'Chiếu' }).focus();
    await page.evaluate(noteItsSteps);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate('stepsSeen'))
      .toEqual([
        ['Cả ngày, đến nay', 'Chiếu', 'Cả ngày'],
        ['Đến 10:00', 'Dừng', 'Đã bán từ đầu ngày đến 10:00'],
        ['Đến 11:00', 'Dừng', 'Đã bán từ đầu ngày đến 11:00'],
        ['Cả ngày, đến nay', 'Chiếu', 'Cả ngày'],
      ]);
    await expect(page.getByRole('button', { name: 'Chiếu' })).toBeVisible();
    await expect(time(page)).toHaveAttribute('aria-valuetext', 'Cả ngày, đến nay');

    await page.emulateMedia({ reducedMotion: 'reduce' });
    const next = page.getByRole('button', { name: 'Mốc sau' });
    await next.click();
    await expect(time(page)).toHaveAttribute('aria-valuetext', 'Đến 10:00');
    await next.click();
    await expect(time(page)).toHaveAttribute('aria-valuetext', 'Đến 11:00');
    await page.getByRole('radio', { name: 'Doanh thu/m²' }).check();
    await expect(page.getByRole('slider', { name: 'Gian đang đọc' })).toHaveAttribute(
      'aria-valuetext',
      /đến 11:00: .* mỗi m²$|đến 11:00: chưa bán$/,
    );
  });

  test('opens the page of a booth from the plan, of its zone from there, and comes back to its day', async ({
    page,
  }) => {
    await openThePlan(page, 'organizer', '&day=2025-11-20');
    await page.getByRole('slider', { name: 'Gian đang đọc' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Mở trang gian' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/board\/booth\?.*day=2025-11-20.*code=/);
    await expect(page.getByRole('heading', { level: 1, name: /^Gian / })).toBeVisible();
    const hours = page.getByRole('slider', { name: 'Giờ đang đọc' });
    await hours.focus();
    await page.keyboard.press('End');
    await expect(hours).toHaveAttribute('aria-valuetext', /^11:00–12:00: Gian .*; Khu /);
    await expect(page.getByText('Tiền mặt')).toBeVisible();
    await expect(page.getByText('Đã gửi hết')).toBeVisible();
    await page.getByRole('button', { name: 'Theo cách trả tiền: xem bảng' }).click();
    const saved = await csvOf(page, 'Theo cách trả tiền');
    expect(saved[1]).toMatch(/^Trang của,Gian /);
    expect(saved.at(-2)).toMatch(/^Cộng,[1-9]\d*,/);
    await judge(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await judge(page);
    await page.setViewportSize({ width: 1280, height: 800 });

    const zone = page.locator('a[href*="/board/zone"]');
    const zoneName = (await zone.textContent()) ?? '';
    await zone.click();
    await expect(page.getByRole('heading', { level: 1, name: zoneName })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Các gian theo hạng' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Gian chưa báo: [1-9]/ })).toBeVisible();
    await expect(page.getByText('Lượt khách không đếm theo khu')).toBeVisible();
    await judge(page);
    await page.getByRole('link', { name: 'Về bảng số liệu' }).click();
    await expect(page).toHaveURL(/\/board\?.*day=2025-11-20/);
    await page.getByRole('link', { name: zoneName }).click();
    await expect(page).toHaveURL(/\/board\/zone\?/);
  });

  test('shows an official no hour and no page that would be the money of one booth, and says why', async ({
    page,
  }) => {
    const faults = faultsOf(page);
    await openThePlan(page, 'official');
    await expect(page.getByText('Không xem lại theo giờ được')).toBeVisible();
    await expect(time(page)).toHaveCount(0);

    await page
      .getByRole('list')
      .getByRole('link', { name: /^[A-Z]\d/ })
      .first()
      .click();
    await expect(page.getByText('Hạng trong khu')).toBeVisible();
    await expect(page.getByText('hội chợ này không cho bạn xem tiền').first()).toBeVisible();
    await expect(page.getByText('Giá trị trung bình')).toHaveCount(0);
    await page.locator('a[href*="/board/zone"]').click();
    await page.getByRole('button', { name: 'Các gian theo hạng: xem bảng' }).click();
    const saved = await csvOf(page, 'Các gian theo hạng');
    expect(saved.find((line) => line.startsWith('Hạng'))).toBe(
      'Hạng trong khu,Gian,Đơn vị tham gia,Tình trạng',
    );
    expect(saved.join()).toContain('không cho bạn xem tiền của từng gian');
    await page.goto(`${server.url}/board/booth?fair=${fairCode}&code=Z99`);
    await expect(page.getByText('Hội chợ không có gian này.')).toBeVisible();
    expect(faults).toEqual([]);
  });
});
