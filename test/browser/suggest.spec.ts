import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import { desk, judgeAt, phone } from './judge';
import { expect, figure, signInAs, test } from './story';

interface Booth {
  code: string;
  holders: { allocationId: string; exhibitorId: string; name: string }[];
}

/* Long enough to be cut short by hand, wherever this runs. */
const SEARCHED_MS = 120_000;
const NEWCOMERS = [
  {
    name: 'Hợp tác xã sản xuất, kinh doanh dịch vụ nông nghiệp và du lịch cộng đồng Quảng Đức',
    wishes: { corner: true, gate: true, choices: ['A01'] },
  },
  { name: 'Hộ kinh doanh Chè hoa vàng Bình Liêu', wishes: { corner: true } },
  { name: 'Công ty cổ phần Thủy sản Vân Đồn', wishes: { choices: ['A01', 'A02'] } },
];

const CODE = 'goi-y-xep';
let fairUrl: string;

async function answer<Shape>(asked: Promise<APIResponse>): Promise<Shape> {
  const answered = await asked;
  expect(answered.ok(), await answered.text()).toBe(true);
  return (await answered.json()) as Shape;
}

/* A fair in which every booth is given, and three whose applications were accepted after that. */
test.beforeAll(async ({ server, playwright }) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const { id } = await answer<{ id: string }>(
    organizer.post(`${server.url}/api/fairs`, {
      data: {
        ...{ template: 'ocop-160', code: CODE, startsOn: '2025-12-18', days: 6 },
        ...{ nameVi: 'Hội chợ OCOP Quảng Ninh – Xuân 2026', nameEn: 'Quang Ninh OCOP Fair' },
      },
    }),
  );
  fairUrl = `${server.url}/api/fairs/${id}`;
  await answer(
    organizer.put(`${fairUrl}/application-call`, {
      data: { lastDay: '2099-12-01', showsPlace: false },
    }),
  );
  for (const [at, { name, wishes }] of NEWCOMERS.entries()) {
    await apply(organizer, server.url, { code: `4F7K-9QXM-2B0${at}`, name, wishes });
  }
  await organizer.dispose();
});

/** Applies in somebody's name and accepts it. */
async function apply(
  organizer: APIRequestContext,
  url: string,
  { code, name, wishes }: { code: string; name: string; wishes: object },
): Promise<void> {
  const door = `${url}/api/public/fairs/${CODE}`;
  const content = {
    ...{ kind: 'cooperative', name, phone: '0912 345 678', representative: 'Trần Thị Lan' },
    ...{ countryCode: 'VN', placeSet: '34', placeCode: '22', wishes },
    products: [{ name: 'Mực một nắng', priceVnd: 250_000, unit: 'kg' }],
  };
  const { version } = await answer<{ version: number }>(
    organizer.post(`${door}/applications`, { data: { code, language: 'vi', content } }),
  );
  const headers = { 'phien-application': code };
  const sent = await answer<{ number: number; version: number }>(
    organizer.post(`${door}/application/sending`, { headers, data: { version } }),
  );
  const { applications } = await answer<{ applications: { id: string; number: number }[] }>(
    organizer.get(`${fairUrl}/applications`),
  );
  const mine = applications.find(({ number }) => number === sent.number);
  await answer(
    organizer.post(`${fairUrl}/applications/${mine?.id}/acceptance`, {
      data: { version: sent.version },
    }),
  );
}

const suggestion = (page: Page) => page.getByTestId('suggestion');
const isNow = (page: Page, state: RegExp) =>
  expect(suggestion(page)).toHaveAttribute('data-state', state, { timeout: SEARCHED_MS });

/** Begins a short search in which anybody may be moved, and waits for the first plan. */
async function searchAnew(page: Page, goal: string): Promise<void> {
  await page.goto(`/plan/suggest?fair=${CODE}`);
  await page.getByRole('radio', { name: goal }).check();
  await page.getByRole('radio', { name: 'Không giữ ai' }).check();
  await page.getByRole('radio', { name: 'Mọi khu bán hàng như một' }).check();
  await page.getByRole('radio', { name: '20 giây' }).check();
  await page.getByRole('button', { name: 'Tìm phương án' }).click();
  await expect(page.getByTestId('suggest-points')).toBeVisible({ timeout: SEARCHED_MS });
}

test('nobody is left out in silence: who cannot be placed is named, with why', async ({
  page,
  server,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/plan?fair=${CODE}`);
  await page.getByRole('link', { name: 'Gợi ý xếp' }).click();
  await expect(page.getByTestId('suggest-ask')).toBeVisible();
  await page.getByRole('radio', { name: 'Mọi chỗ đã giữ, đã mời, đã giao' }).check();
  await judgeAt([desk, phone], page, 'suggest-ask', { fullPage: true });
  await page.getByRole('button', { name: 'Tìm phương án' }).click();
  await isNow(page, /^conflict$/);
  const conflict = page.getByTestId('conflict');
  const said = await conflict.innerText();
  expect(NEWCOMERS.filter(({ name }) => said.includes(name))).not.toEqual([]);
  expect(said).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  await judgeAt([desk, phone], page, 'suggest-conflict', { fullPage: true });
});

test('places are searched, compared, taken over in part and whole, explained and taken back', async ({
  page,
  server,
}) => {
  test.setTimeout(6 * SEARCHED_MS);
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const booths = await answer<Booth[]>(organizer.get(`${fairUrl}/booths`));
  /* Six who have two booths give one back, so that there is room for those who came later. */
  const alone = booths.flatMap(({ holders }) => (holders.length === 1 ? holders : []));
  const seconds = alone.filter(
    ({ exhibitorId }, at) => alone.findIndex((each) => each.exhibitorId === exhibitorId) < at,
  );
  expect(seconds.length).toBeGreaterThanOrEqual(6);
  for (const { allocationId } of seconds.slice(0, 6)) {
    await answer(organizer.delete(`${fairUrl}/allocations/${allocationId}`));
  }
  const boothOf = async (name: string) =>
    (await answer<Booth[]>(organizer.get(`${fairUrl}/booths`))).filter(({ holders }) =>
      holders.some((holder) => holder.name === name),
    );

  await searchAnew(page, 'Xếp cho tốt nhất');
  const first = await figure(page, 'suggest-points');
  await expect
    .poll(() => figure(page, 'suggest-points'), { timeout: SEARCHED_MS })
    .toBeLessThan(first);
  await page.getByRole('button', { name: 'Dừng', exact: true }).click();
  await isNow(page, /^(explaining|found)$/);
  await expect(page.getByTestId('certificate').getByRole('listitem')).toHaveCount(3);
  const compare = page.getByTestId('compare');
  await compare.getByRole('combobox').selectOption({ label: 'Lúc bắt đầu xếp' });
  await expect(page.getByTestId('differences').getByRole('row').first()).toBeVisible();
  await judgeAt([desk, phone], page, 'suggest-found', { fullPage: true });
  await compare.getByRole('combobox').selectOption({ label: 'Không so' });

  const accept = page.getByTestId('accept');
  await accept.getByRole('radio', { name: 'Chọn từng đơn vị' }).check();
  await accept.getByRole('searchbox').fill('hop tac xa quang duc');
  await accept.getByRole('checkbox', { name: NEWCOMERS[0]?.name }).check();
  await expect(accept.getByTestId('accept-will')).toContainText('giao gian cho 1 đơn vị');
  await judgeAt([desk, phone], page, 'suggest-accept-part', { fullPage: true });
  await accept.getByRole('radio', { name: 'Tất cả' }).check();
  await accept.getByRole('button', { name: 'Nhận vào sơ đồ' }).click();
  await expect(page.getByTestId('toast')).toContainText('Đã nhận phương án');
  await page.setViewportSize(desk);
  for (const { name } of NEWCOMERS) expect(await boothOf(name), name).toHaveLength(1);
  await page.goto(`/plan?fair=${CODE}`);
  await expect(page.getByTestId('count-waiting')).toHaveText('Đơn vị nào cũng đã có gian');
  await page.getByRole('button', { name: /^Hoàn tác: nhận phương án gợi ý/ }).click();
  await expect(page.getByTestId('count-waiting')).toContainText('đơn vị chưa có gian');
  expect(await boothOf(NEWCOMERS[0]!.name)).toEqual([]);

  await searchAnew(page, 'Xếp lại, dời ít nhất');
  await isNow(page, /^(explaining|found)$/);
  await expect(page.getByText('ít nhất có thể, đã chứng minh')).toBeVisible();
  await compare.getByRole('combobox').selectOption({ index: 2 });
  await expect(page.getByTestId('compared')).toContainText('Phương án kia hơn ở');
  await isNow(page, /^found$/);
  const reasons = page.getByTestId('reasons');
  await reasons.getByRole('searchbox').fill('hop tac xa quang duc');
  await reasons.getByRole('button', { name: NEWCOMERS[0]?.name }).click();
  await expect(page.getByTestId('why')).toContainText('Chưa được đáp ứng');
  await judgeAt([desk, phone], page, 'suggest-moves', { fullPage: true });

  await accept.getByRole('radio', { name: 'Chỉ người chưa có gian' }).check();
  await accept.getByRole('button', { name: 'Nhận vào sơ đồ' }).click();
  const toast = page.getByTestId('toast');
  await expect(toast).toContainText('Đã nhận phương án');
  await toast.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(toast).toContainText('Đã hoàn tác');
  expect(await boothOf(NEWCOMERS[0]!.name)).toEqual([]);
});
