import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, signInAs, test } from './story';

interface Holder {
  allocationId: string;
  exhibitorId: string;
  name: string;
}
interface Booth {
  id: string;
  code: string;
  freeSixths: number;
  holders: Holder[];
}
interface PlanFair {
  id: string;
  code: string;
}

/* A fair of the plan's own: its organizer is the one who opened it, and every booth is given. */
let planFair: PlanFair;

test.beforeAll(async ({ server, playwright }) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  planFair = await openFair(organizer, server.url, {
    code: 'phan-gian',
    nameVi: 'Hội chợ phân gian',
    nameEn: 'Fair of booths',
    days: 7,
  });
  await organizer.dispose();
});

const at = (server: { url: string }, fair: PlanFair) => `${server.url}/api/fairs/${fair.id}`;

async function boothsOf(request: APIRequestContext, fairUrl: string): Promise<Booth[]> {
  return (await (await request.get(`${fairUrl}/booths`)).json()) as Booth[];
}

/** Frees a booth that one exhibitor holds; answers the booth and who held it. */
async function freeOne(request: APIRequestContext, fairUrl: string, code: string) {
  const booth = (await boothsOf(request, fairUrl)).find((each) => each.code === code);
  const [holder, ...others] = booth?.holders ?? [];
  if (!booth || !holder || others.length > 0) throw new Error(`${code} is not held by one.`);
  const freed = await request.delete(`${fairUrl}/allocations/${holder.allocationId}`);
  expect(freed.ok(), await freed.text()).toBe(true);
  return { booth, holder };
}

async function holdersOf(request: APIRequestContext, fairUrl: string, code: string) {
  const booth = (await boothsOf(request, fairUrl)).find((each) => each.code === code);
  return booth?.holders.map(({ name }) => name) ?? [];
}

/** As a hurried person types: no marks, no capitals. */
const unmarked = (text: string) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

async function openPlan(page: Page, fair: PlanFair, view = ''): Promise<void> {
  await page.goto(`/plan?fair=${fair.code}${view && `&view=${view}`}`);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
}

const boothOn = (page: Page, booth: { id: string }) =>
  page.getByTestId('plan-picture').locator(`[data-booth="${booth.id}"]`);
const toast = (page: Page) => page.getByTestId('toast');
const undo = (page: Page) => toast(page).getByRole('button', { name: 'Hoàn tác' });
const exhibitors = (page: Page) => page.getByRole('listbox', { name: 'Đơn vị tham gia' });

async function secondBrowser(
  browser: { newContext(): Promise<BrowserContext> },
  server: Parameters<typeof signInAs>[1],
) {
  const context = await browser.newContext();
  await signInAs(context.request, server, 'organizer');
  return context;
}

test('an organizer gives a booth by keyboard, and another one sees it without a reload', async ({
  page,
  server,
  browser,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  const { holder } = await freeOne(request, at(server, planFair), 'A01');
  const other = await secondBrowser(browser, server);
  const elsewhere = await other.newPage();
  await elsewhere.goto(`${server.url}/plan?fair=${planFair.code}`);
  await expect(elsewhere.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  await openPlan(page, planFair);
  await expect(page.getByTestId('count-booths')).toHaveAttribute('data-value', '159');
  await expect(elsewhere.getByTestId('count-booths')).toHaveAttribute('data-value', '159');

  await page.getByTestId('plan-picture').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Gian A01' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: /^Tìm đơn vị/ })).toBeFocused();
  await page.keyboard.type(unmarked(holder.name));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('proposal')).toContainText(`Giao A01 cho ${holder.name}?`);
  await expect(page.getByTestId('proposal')).toContainText('Giao được.');
  /* News goes sooner than one's own: both are looked for at once. */
  await Promise.all([
    expect(toast(elsewhere)).toContainText(`vừa giao A01 cho ${holder.name}`),
    expect(toast(page)).toContainText(`Đã giao A01 cho ${holder.name}`),
    page.keyboard.press('Enter'),
  ]);
  await undo(page).hover();
  await expect(page.getByTestId('plan-picture')).toBeFocused();
  await expect(elsewhere.getByTestId('count-booths')).toHaveAttribute('data-value', '160');
  await expect(elsewhere.getByRole('region', { name: 'Ai đã làm gì' })).toContainText(
    `giao A01 cho ${holder.name}`,
  );
  expect(await holdersOf(request, at(server, planFair), 'A01')).toEqual([holder.name]);

  /* What somebody does then takes no undo away: it is said afterwards. */
  await freeOne(request, at(server, planFair), 'A01');
  await expect(page.getByTestId('count-booths')).toHaveAttribute('data-value', '159');
  await expect(undo(page)).toBeVisible();
  await toast(page).getByRole('button', { name: 'Đóng' }).click();
  await expect(toast(page)).toContainText(/vừa .*A01/);
  await other.close();
});

test('what is wrong with a choice is said before it is made, and nothing is asked of the server', async ({
  page,
  server,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  const { booth, holder } = await freeOne(request, at(server, planFair), 'A16');
  const booths = await boothsOf(request, at(server, planFair));
  const full = booths.find(({ code }) => code === 'A18');
  if (!full) throw new Error('The template has no A18.');
  await openPlan(page, planFair);
  await page.getByRole('radio', { name: 'Chưa có gian' }).check();
  await exhibitors(page).getByRole('option', { name: holder.name }).click();
  await expect(page.getByTestId('proposal')).toContainText(`Chọn gian cho ${holder.name}`);
  await boothOn(page, full).click();
  await expect(page.getByTestId('proposal')).toContainText('Gian A18 đã giao hết, không còn chỗ.');
  await expect(page.getByRole('button', { name: 'Giao A18' })).toBeDisabled();

  const asked: string[] = [];
  page.on('request', (each) => {
    if (each.method() !== 'GET') asked.push(each.url());
  });
  await page.getByTestId('plan-picture').focus();
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Chưa làm được: Gian A18 đã giao hết');
  expect(asked).toEqual([]);

  await page.getByRole('radio', { name: 'Tất cả' }).check();
  await page.keyboard.press('/');
  await page.keyboard.type('doan phuong');
  const first = exhibitors(page).getByRole('option').first();
  await expect(first).toContainText('Đoàn Phường');
  await first.click();
  await boothOn(page, booth).click();
  await expect(page.getByTestId('proposal')).toContainText(/Đoàn đã dùng hết \d+ gian/);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('proposal')).toHaveCount(0);
});

test('a booth is dragged to, taken back, and every step can be undone', async ({
  page,
  server,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  const fairUrl = at(server, planFair);
  const { booth, holder } = await freeOne(request, fairUrl, 'A24');
  const target = await freeOne(request, fairUrl, 'A22');
  await openPlan(page, planFair);
  await page.keyboard.press('/');
  await page.keyboard.type(unmarked(holder.name));
  const row = exhibitors(page).getByRole('option', { name: holder.name });
  await expect(exhibitors(page).getByRole('option')).toHaveCount(1);
  const [from, to] = [await row.boundingBox(), await boothOn(page, booth).boundingBox()];
  if (!from || !to) throw new Error('Nothing to drag, or nowhere to.');
  await page.mouse.move(from.x + 100, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 60, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
  await expect(page.getByTestId('proposal')).toContainText(`Chọn gian cho ${holder.name}`);
  await page.mouse.up();
  await expect(toast(page)).toContainText(`Đã giao A24 cho ${holder.name}`);
  /* Under the pointer it stays. */
  await undo(page).hover();
  expect(await holdersOf(request, fairUrl, 'A24')).toEqual([holder.name]);

  await undo(page).click();
  await expect(toast(page)).toContainText(`Đã hoàn tác: giao A24 cho ${holder.name}`);
  await undo(page).hover();
  expect(await holdersOf(request, fairUrl, 'A24')).toEqual([]);
  await undo(page).click();
  await expect.poll(() => holdersOf(request, fairUrl, 'A24')).toEqual([holder.name]);

  await page.getByTestId('plan-picture').focus();
  await boothOn(page, booth).click();
  await page.getByRole('button', { name: `Chuyển ${holder.name} từ gian A24` }).click();
  await boothOn(page, target.booth).click();
  await expect(page.getByTestId('proposal')).toContainText('từ A24 sang A22?');
  await page.getByRole('button', { name: 'Chuyển sang A22' }).click();
  await expect(toast(page)).toContainText(`Đã chuyển ${holder.name} từ A24 sang A22`);

  await page.getByRole('button', { name: `Trả phần gian A22 của ${holder.name}` }).click();
  await expect(toast(page)).toContainText(`Đã trả A22 của ${holder.name}`);
  await page.keyboard.press('Control+z');
  await expect.poll(() => holdersOf(request, fairUrl, 'A22')).toEqual([holder.name]);
  await expect(toast(page)).toContainText('Đã hoàn tác: trả A22');
  await page.keyboard.press('Control+z');
  await expect.poll(() => holdersOf(request, fairUrl, 'A24')).toEqual([holder.name]);
});

test('the list says and does the same, and a share can be made smaller', async ({
  page,
  server,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  const fairUrl = at(server, planFair);
  const { holder } = await freeOne(request, fairUrl, 'A05');
  await openPlan(page, planFair, 'list');
  await page.getByRole('radio', { name: 'Còn chỗ' }).check();
  await page.getByRole('button', { name: 'Xem gian A05' }).click();
  await page.getByRole('button', { name: 'Giao gian này cho…' }).click();
  await page.keyboard.type(unmarked(holder.name));
  await page.keyboard.press('Enter');
  await page.getByTestId('proposal').getByRole('radio', { name: '1/2 gian' }).check();
  await page.getByRole('button', { name: 'Giao A05' }).click();
  await expect(toast(page)).toContainText(`Đã giao A05 (1/2 gian) cho ${holder.name}`);
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^A05/ }) });
  await expect(row).toContainText('Đã giao một phần 3/6');
  await page.getByLabel(`Phần gian của ${holder.name}`).selectOption({ label: '1/3 gian' });
  await expect(toast(page)).toContainText('thành 1/3 gian');
  await expect(row).toContainText('2/6');
});

test('a search finds without marks: name, booth, place, former district, delegation', async ({
  page,
  server,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  await openPlan(page, planFair);
  const rows = exhibitors(page).getByRole('option');
  const search = page.getByRole('combobox', { name: /^Tìm đơn vị/ });
  await search.fill('dong trieu');
  await expect(rows.first()).toContainText('Đông Triều');
  await search.fill('b45');
  await expect(rows.first()).toContainText('B45');
  await search.fill('doan dong thap');
  await expect(rows.first()).toContainText('Đồng Tháp');
  await search.fill('khong co ai ten nay');
  await expect(page.getByText('Không thấy đơn vị nào')).toBeVisible();
  await page.getByRole('button', { name: 'Xóa từ tìm' }).click();
  await expect(rows).toHaveCount(150);
});

test('a key pressed before the list has followed acts on what is typed', async ({
  page,
  server,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  await openPlan(page, planFair);
  const rows = exhibitors(page).getByRole('option');
  await expect(rows).toHaveCount(150);
  const search = page.getByRole('combobox', { name: /^Tìm đơn vị/ });
  const last = (await rows.last().locator('span').nth(2).textContent()) ?? '';
  await search.focus();
  /* In one breath, so that nothing is drawn in between. */
  await page.evaluate(`{
    const box = document.activeElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, ${JSON.stringify(last)});
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  }`);
  await expect(rows.and(page.locator('[aria-selected=true]'))).toContainText(last);
});

test('a plan that cannot be reached says so and keeps what it showed', async ({ page, server }) => {
  await signInAs(page.context().request, server, 'organizer');
  await openPlan(page, planFair);
  const booth = (await boothsOf(page.context().request, at(server, planFair))).find(
    ({ holders }) => holders.length === 1,
  );
  if (!booth) throw new Error('No booth is held by one.');
  await boothOn(page, booth).click();
  await page.route('**/allocations/**', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  );
  const before = await page.getByTestId('count-booths').getAttribute('data-value');
  await page.getByRole('button', { name: /^Trả phần gian/ }).click();
  await expect(toast(page)).toContainText('Không liên lạc được với máy chủ; sơ đồ vẫn như cũ.');
  await expect(page.getByTestId('count-booths')).toHaveAttribute('data-value', before ?? '');
});

test('an official is told who can let them in', async ({ page, server }) => {
  await signInAs(page.context().request, server, 'official');
  await page.goto('/plan');
  await expect(page.getByRole('heading', { name: 'Bạn chưa được xem trang này' })).toBeVisible();
});

/** Chooses an exhibitor that stands nowhere, and a booth for it; the proposal waits to be confirmed. */
async function propose(page: Page, booth: Booth, { name }: Holder): Promise<void> {
  await page.getByRole('combobox', { name: /^Tìm đơn vị/ }).fill(unmarked(name));
  await exhibitors(page)
    .getByRole('option', { name: new RegExp(name) })
    .click();
  await boothOn(page, booth).click();
  await expect(page.getByTestId('proposal')).toContainText(`Giao ${booth.code} cho ${name}?`);
}
const give = (page: Page, { code }: Booth) =>
  page
    .getByTestId('proposal')
    .getByRole('button', { name: `Giao ${code}` })
    .click();

test('of two organizers who give one booth at once, one is told in words, and it is given once', async ({
  page,
  server,
  browser,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  const wanted = await freeOne(request, at(server, planFair), 'A02');
  const late = await freeOne(request, at(server, planFair), 'A07');
  const other = await secondBrowser(browser, server);
  const elsewhere = await other.newPage();
  await openPlan(page, planFair);
  await elsewhere.goto(`${server.url}/plan?fair=${planFair.code}`);
  await propose(page, wanted.booth, wanted.holder);
  await propose(elsewhere, wanted.booth, late.holder);

  /* On its way while the other one is taken: no screen could have known. */
  let arrive = () => {};
  const isFirstTaken = new Promise<void>((taken) => (arrive = taken));
  await elsewhere.route('**/allocations', async (route) => {
    if (route.request().method() === 'POST') await isFirstTaken;
    await route.continue();
  });
  await give(elsewhere, wanted.booth);
  await give(page, wanted.booth);
  await expect(toast(page)).toContainText(`Đã giao A02 cho ${wanted.holder.name}`);
  arrive();
  await expect(toast(elsewhere)).toContainText('Chưa làm được: Gian A02 đã giao hết');
  expect(await holdersOf(request, at(server, planFair), 'A02')).toEqual([wanted.holder.name]);
  await other.close();
});

for (const size of [phone, desk]) {
  test(`everyone can read the plan on a ${size.name}`, async ({
    browser,
    server,
    busyFairCode,
  }) => {
    test.slow();
    const context = await browser.newContext({
      viewport: { width: size.width, height: size.height },
      baseURL: server.url,
    });
    await signInAs(context.request, server, 'organizer');
    const page = await context.newPage();
    const look = (state: string) => judgeAt([size], page, `plan-${state}`);
    await page.goto(`/plan?fair=${busyFairCode}`);
    await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    await look('plan');
    await page.getByTestId('plan-picture').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { name: /^Gian A/ })).toBeVisible();
    await look('booth');
    await page.keyboard.press('Escape');
    await page.goto(`/plan?fair=${busyFairCode}&view=exhibitors`);
    await exhibitors(page).getByRole('option').nth(3).click();
    await expect(page.getByTestId('proposal')).toContainText('Chọn gian cho');
    await look('exhibitors');
    await page.goto(`/plan?fair=${busyFairCode}&view=list`);
    await expect(page.getByRole('table')).toBeVisible();
    await look('list');
    if (size === desk) {
      await page.keyboard.press('?');
      await expect(page.getByRole('heading', { name: 'Các phím tắt' })).toBeVisible();
      await look('keys');
    }
    await context.close();
  });
}
