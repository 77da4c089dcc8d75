import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { demoFair, expect, signInAs, test } from './story';

const NAME =
  'Hội chợ sản phẩm OCOP Quảng Ninh gắn với Ngày hội Du lịch – Thu Đông 2026, lần thứ mười hai';
const CODE = 'thu-dong-2026';

test('a fair is made in three steps from an earlier plan, published, found in the list and changed', async ({
  page,
  browser,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const demo = await demoFair(organizer, server);
  await page.goto('/');
  await page.getByRole('link', { name: 'Tạo hội chợ' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByLabel('Tên tiếng Việt')).toBeFocused();
  await expect(page.getByText('Hãy chọn ngày đầu tiên.')).toBeVisible();

  await page.getByLabel('Tên tiếng Việt').fill(NAME);
  await page.getByLabel('Tên tiếng Anh').fill('OCOP Quảng Ninh Fair – Autumn-Winter 2026');
  await page.getByLabel('Địa điểm', { exact: true }).fill('Cung Quy hoạch, phường Hồng Gai');
  await page.getByLabel('Chuỗi hội chợ').fill('Hội chợ OCOP Thu Đông');
  await page.getByLabel('Mã hội chợ').fill(CODE);
  await page.getByLabel('Ngày đầu tiên').fill('2026-10-28');
  await page.getByLabel('Ngày cuối cùng').fill('2026-11-01');
  await page.getByRole('switch', { name: 'Có tối khai mạc' }).check({ force: true });
  await expect(page.getByLabel('Tối khai mạc', { exact: true })).toHaveValue('2026-10-27');
  const days = page.getByTestId('days').getByRole('listitem');
  await expect(days).toHaveCount(5);
  await days.nth(2).getByRole('combobox').selectOption('Nghỉ');
  await days.nth(2).getByRole('textbox').fill('Nghỉ vì bão');
  await days
    .nth(4)
    .getByLabel(/đóng cửa lúc/)
    .fill('18:00');
  await judgeAt([phone, desk], page, 'new-fair-about', { fullPage: true });

  await page.reload();
  await expect(page.getByLabel('Tên tiếng Việt')).toHaveValue(NAME);
  await expect(page.getByText('Từng ngày: 4 ngày mở cửa, 1 ngày nghỉ')).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await page.getByRole('radio', { name: /Sơ đồ của kỳ trước/ }).check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('Hãy chọn kỳ trước.')).toBeVisible();
  await page.getByLabel('Chọn kỳ trước').selectOption(demo.id);
  await expect(page.getByRole('img', { name: /160 gian/ })).toHaveCount(2);
  await expect(page.getByRole('img', { name: /460 gian/ })).toBeVisible();
  await judgeAt([phone, desk], page, 'new-fair-plan', { fullPage: true });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('4 ngày mở cửa, 1 ngày nghỉ · 08:00–22:00')).toBeVisible();
  await judgeAt([phone, desk], page, 'new-fair-review', { fullPage: true });
  await page.getByRole('button', { name: 'Tạo bản nháp' }).click();

  await expect(page).toHaveURL(new RegExp(`/plan/fair\\?fair=${CODE}$`));
  const state = page.getByTestId('fair-state');
  await expect(state).toContainText('Bản nháp');
  await judgeAt([phone, desk], page, 'fair-draft', { fullPage: true });
  const stranger = await browser.newContext({ baseURL: server.url });
  const told = () => stranger.request.get(`/api/public/fairs/${CODE}`);
  const fairUrl = `/api/fairs/${await idOf()}`;
  const published = await organizer.put(`${server.url}${fairUrl}/publication`, {
    data: {
      isPublished: true,
      showsVisits: true,
      showsRevenue: false,
      showsBooths: false,
      visitsStep: 100,
      revenueStepVnd: 1_000_000,
      delayMinutes: 60,
    },
  });
  expect(published.ok(), await published.text()).toBe(true);
  expect((await told()).status()).toBe(404);

  await page.getByRole('link', { name: 'Về trang đầu' }).click();
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: NAME }) });
  await expect(card).toContainText('Nháp');
  await card.getByRole('link', { name: 'Xem lại và công bố' }).click();
  await page.getByLabel('Dời cả lịch, bắt đầu từ').fill('2026-10-20');
  await expect(days.nth(5)).toContainText('25/10');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await expect(days.nth(5)).toContainText('01/11');
  await page.getByRole('button', { name: 'Công bố' }).click();
  await expect(state).toContainText('Đã công bố');
  await expect.poll(async () => (await told()).status()).toBe(200);
  await stranger.close();

  await days.nth(3).getByRole('combobox').selectOption('Mở cửa');
  await days.nth(5).getByRole('button').click();
  await page.getByLabel('Địa điểm', { exact: true }).fill('Quảng trường 30/10, phường Hồng Gai');
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await expect(page.getByText('4 ngày mở cửa, 0 ngày nghỉ')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu thay đổi' })).toHaveCount(0);
  await judgeAt([phone, desk], page, 'fair-published', { fullPage: true });

  await page.getByRole('link', { name: 'Về trang đầu' }).click();
  await expect(card).toContainText('Đã công bố');
  await expect(card).toContainText('Hội chợ OCOP Thu Đông');
  await expect(card).toContainText('Quảng trường 30/10');
  await expect(card).toContainText('28/10/2026 – 31/10/2026');
  await expect(card).toContainText('Đã giao 0/160 gian (0%)');
  await judgeAt([phone, desk], page, 'fairs', { fullPage: true });

  async function idOf(): Promise<string> {
    const answer = await organizer.get(`${server.url}/api/fairs`);
    const fairs = (await answer.json()) as { id: string; code: string }[];
    return fairs.find(({ code }) => code === CODE)?.id ?? '';
  }
});

test('what is typed over a fair stays, whatever else is done to it', async ({ page, server }) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const code = 'thu-2099';
  await openFair(organizer, server.url, {
    ...{ cast: 'none', isDraft: true, code, startsOn: '2099-10-28', days: 3 },
    ...{ nameVi: 'Hội chợ OCOP Quảng Ninh – Thu 2099', nameEn: 'Quang Ninh OCOP Fair' },
  });
  await page.goto(`/plan/fair?fair=${code}`);
  const state = page.getByTestId('fair-state');
  const venue = page.getByLabel('Địa điểm', { exact: true });
  const save = page.getByRole('button', { name: 'Lưu thay đổi' });
  await venue.fill('Cung Quy hoạch, phường Hồng Gai');
  await page.getByRole('button', { name: 'Công bố' }).click();
  await expect(state).toContainText('Đã công bố');
  await expect(venue).toHaveValue('Cung Quy hoạch, phường Hồng Gai');
  await save.click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await expect(venue).toHaveValue('Cung Quy hoạch, phường Hồng Gai');

  /* Typed on while it is being saved. */
  let goOn = () => {};
  const typedOn = new Promise<void>((done) => (goOn = done));
  await page.route('**/settings', async (route) => {
    if (route.request().method() === 'PUT') await typedOn;
    return route.continue();
  });
  const series = page.getByLabel('Chuỗi hội chợ');
  await venue.fill('Sân vận động Cẩm Phả');
  await save.click();
  await series.fill('Hội chợ OCOP mùa thu');
  goOn();
  await expect(save).toBeEnabled();
  await expect(series).toHaveValue('Hội chợ OCOP mùa thu');
  await save.click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  await page.reload();
  await expect(venue).toHaveValue('Sân vận động Cẩm Phả');
  await expect(series).toHaveValue('Hội chợ OCOP mùa thu');

  /* The same is changed elsewhere, and this page hears of it by what it does. */
  await venue.fill('Quảng trường 30/10, phường Hồng Gai');
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(page.url());
  await elsewhere.getByLabel('Địa điểm', { exact: true }).fill('Nhà văn hóa Hạ Long');
  await elsewhere.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(elsewhere.getByText('Đã lưu.')).toBeVisible();
  await elsewhere.close();
  await page.getByRole('button', { name: 'Đưa về bản nháp' }).click();
  await expect(state).toContainText('Bản nháp');
  await expect(venue).toHaveValue('Quảng trường 30/10, phường Hồng Gai');
  await save.click();
  await expect(page.getByText('Người khác vừa sửa hội chợ này.')).toBeVisible();
  await judgeAt([phone, desk], page, 'fair-changed-since', { fullPage: true });
  await page.getByRole('button', { name: 'Xem bản mới, bỏ phần đang sửa' }).click();
  await expect(venue).toHaveValue('Nhà văn hóa Hạ Long');
  await expect(save).toHaveCount(0);
});
