import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { FairServer } from '../fair-server';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, faultsOf, signInAs, test } from './story';

/* Long, with a picture sign, and from right to left: what a name may be, and no plan is wide enough for. */
const LONG = `Hợp tác xã ${'nông nghiệp và dịch vụ tổng hợp '.repeat(5)}🍵 شاي أخضر`.slice(0, 200);

interface Opened {
  id: string;
  code: string;
  /** The booth of the exhibitor that was given the long name. */
  longCode: string;
}

/** A fair with a demo cast whose public page is open. */
async function openPublicFair(organizer: APIRequestContext, server: FairServer): Promise<Opened> {
  await signInAs(organizer, server, 'organizer');
  const code = 'so-do-cong-khai';
  const { id, fairUrl: fair } = await openFair(organizer, server.url, {
    code,
    nameVi: 'Hội chợ giới thiệu, kết nối tiêu thụ sản phẩm OCOP Quảng Ninh – Thu Đông 2025',
    nameEn: 'Fair of OCOP products of Quảng Ninh – Autumn–Winter 2025',
    days: 3,
  });
  const exhibitors = (await (await organizer.get(`${fair}/exhibitors`)).json()) as {
    id: string;
    kind: string;
    taxCode: string | null;
    paysVat: boolean;
    boothCodes: string[];
  }[];
  const named = exhibitors.find(({ boothCodes }) => boothCodes.includes('A01')) ?? exhibitors[0]!;
  const renamed = await organizer.put(`${fair}/exhibitors/${named.id}`, {
    data: { name: LONG, kind: named.kind, taxCode: named.taxCode, paysVat: named.paysVat },
  });
  expect(renamed.ok(), await renamed.text()).toBe(true);
  const published = await organizer.put(`${fair}/publication`, {
    data: {
      isPublished: true,
      showsVisits: false,
      showsRevenue: false,
      showsBooths: false,
      visitsStep: 100,
      revenueStepVnd: 10_000_000,
      delayMinutes: 15,
    },
  });
  expect(published.ok(), await published.text()).toBe(true);
  return { id, code, longCode: named.boothCodes[0]! };
}

const part = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name });

test('a visitor finds tea by "che" on a phone, without a network too, and sends the booth to a friend', async ({
  browser,
  server,
  request,
}) => {
  test.slow();
  const { code, longCode } = await openPublicFair(request, server);
  const visitor = await browser.newContext({
    baseURL: server.url,
    locale: 'vi-VN',
    viewport: phone,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const page = await visitor.newPage();
  const faults = faultsOf(page);

  /* The plan comes first; today's hours are those of the fair. */
  await page.goto(`/f/${code}`);
  await expect(page.getByTestId('public-map')).toBeVisible();
  await expect(page.getByText('Hôm nay mở cửa 08:00–22:00')).toBeVisible();
  await judgeAt([phone, desk], page, 'public-plan');
  await page.setViewportSize(phone);
  await page.evaluate(
    'navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)',
  );

  /* Everything of it goes on without a network, opened anew. */
  await visitor.setOffline(true);
  await page.reload();
  await expect(page.getByText(/ngoại tuyến · dữ liệu lúc \d\d:\d\d/)).toBeVisible();
  const search = page.getByRole('searchbox');
  await search.fill('che');
  const hits = page.getByTestId('search-hits');
  await expect(hits.getByText(/Chè/).first()).toBeVisible();
  await judgeAt([phone], page, 'public-search');
  const first = hits.getByRole('button').first();
  const boothCode = (await first.locator('strong').textContent()) ?? '';
  await first.click();
  const card = page.getByTestId('booth-card');
  await expect(card.getByRole('heading', { name: `Gian ${boothCode}` })).toBeFocused();
  await expect(card).toContainText(/Chè/);
  await expect(card).toContainText(/Cổng gần nhất: .+, khoảng \d+ m/);
  expect(new URL(page.url()).pathname).toBe(`/f/${code}/b/${boothCode}`);
  await card.getByRole('button', { name: 'Lưu gian này' }).click();
  await card.getByText('Mã QR của gian').click();
  await expect(card.getByRole('img', { name: `Mã QR mở gian ${boothCode}` })).toBeVisible();
  await judgeAt([phone, desk], page, 'public-card');
  await page.setViewportSize(phone);
  const link = page.url();

  /* The way back closes the booth, and not the page. */
  await page.goBack();
  await expect(card).toBeHidden();
  await expect(page.getByTestId('public-map')).toBeVisible();

  /* A word that is not there: what may have been meant. */
  await search.fill('chef');
  await expect(page.getByText('Không thấy “chef”.')).toBeVisible();
  await page.getByRole('button', { name: /Thử “/ }).click();
  await expect(hits.getByText(/Chè/i).first()).toBeVisible();
  await search.fill('');

  /* The list says the same in words; what was saved and what is narrowed down to hold in both. */
  await page.getByRole('button', { name: 'Đã lưu', exact: true }).click();
  await part(page, 'Danh sách').click();
  const list = page.getByTestId('booth-list');
  await expect(list.getByRole('heading')).toHaveCount(1);
  await expect(list).toContainText(`Gian ${boothCode}`);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect(list.getByRole('heading')).toHaveCount(160);
  await expect(list).toContainText('🍵');
  await search.fill('che');
  await expect(list.locator('strong').first()).toContainText('Chè');
  await search.fill('');
  await page.getByLabel('Sao OCOP').selectOption('5');
  await expect(list.getByRole('heading').first()).toBeVisible();
  expect(await list.getByRole('heading').count()).toBeLessThan(160);
  await judgeAt([phone, desk], page, 'public-list');
  await page.setViewportSize(phone);
  await part(page, 'Thông tin').click();
  await expect(page.locator('li[aria-current=date]')).toContainText('hôm nay');
  await judgeAt([phone], page, 'public-info');

  /* Back in the net, it is as of now again. */
  await visitor.setOffline(false);
  await page.evaluate(`window.dispatchEvent(new Event('online'))`);
  await expect(page.getByText(/ngoại tuyến/)).toBeHidden();

  /* The friend opens the link, in English, with the keyboard alone. */
  const friend = await browser.newContext({ baseURL: server.url, reducedMotion: 'reduce' });
  const theirs = await friend.newPage();
  await theirs.goto(link);
  await expect(theirs.getByTestId('booth-card')).toContainText(/Chè/);
  await theirs.getByRole('radio', { name: 'English' }).check({ force: true });
  await expect(theirs.getByTestId('booth-card')).toContainText('Nearest gate');
  await theirs.keyboard.press('Escape');
  await expect(theirs.getByTestId('booth-card')).toBeHidden();
  const map = theirs.getByTestId('public-map');
  await map.focus();
  await map.press('ArrowRight');
  await map.press('+');
  await map.press('Enter');
  await expect(theirs.getByTestId('booth-card')).toBeVisible();
  await theirs.goto(`/f/${code}/b/${longCode.toLowerCase()}`);
  await expect(theirs.getByTestId('booth-card')).toContainText('🍵');
  await judgeAt([phone, desk], theirs, 'public-long');
  /* On a phone the plan begins at the booth that the link names, above its card. */
  await theirs.setViewportSize(phone);
  await theirs.reload();
  await expect(theirs.locator(`[data-booth="${longCode}"]`)).toBeInViewport();
  await expect(theirs.getByTestId('booth-card')).toContainText('🍵');
  await theirs.goto(`/f/${code}/b/Z99`);
  await expect(theirs.getByText('no booth Z99')).toBeVisible();
  expect(faults).toEqual([]);

  /* What went out is small, cached, and says nothing of our own. */
  const answer = await request.get(`${server.url}/api/public/fairs/${code}/plan`);
  expect(answer.headers()).toMatchObject({
    'cache-control': 'public, max-age=15',
    'content-encoding': 'gzip',
    vary: expect.stringContaining('Accept-Encoding'),
  });
  expect(await answer.text()).not.toMatch(/price|phone|taxCode/i);
  const unchanged = await request.get(`${server.url}/api/public/fairs/${code}/plan`, {
    headers: { 'If-None-Match': answer.headers().etag ?? '' },
  });
  expect(unchanged.status()).toBe(304);

  /* Without scripts the same page is a list. */
  const plain = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    viewport: phone,
  });
  const read = await plain.newPage();
  expect((await read.goto(`/f/${code}`))?.status()).toBe(200);
  await expect(read.getByRole('heading', { level: 1 })).toContainText('Hội chợ giới thiệu');
  await expect(read.getByText(/^Chè/).first()).toBeVisible();
  await expect(read.getByText('20/11/2025: 08:00–22:00')).toBeVisible();
  await read.getByRole('link', { name: `Gian ${boothCode}`, exact: true }).click();
  await expect(read.getByRole('heading', { level: 1 })).toContainText(`Gian ${boothCode}`);
  await expect(read).toHaveTitle(new RegExp(`^Gian ${boothCode}: `));
  await Promise.all([visitor.close(), friend.close(), plain.close()]);
});
