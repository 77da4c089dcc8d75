import { newId } from '@phien/kernel';
import type { APIRequestContext, BrowserContext } from '@playwright/test';
import { Client } from 'pg';
import { pdfText } from '../../libs/reports/testing/pdf-text';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, faultsOf, signInAs, test } from './story';

interface Booth {
  id: string;
  code: string;
  zoneId: string;
  holders: { allocationId: string; exhibitorId: string; name: string }[];
}

/** Brings the terms of a fair to their end: as if the hours had passed. */
async function letTermsPass(databaseUrl: string, fairId: string): Promise<void> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    await db.query(
      `UPDATE allocation SET held_until = '2025-11-01T00:00:00Z'
        WHERE fair_id = $1 AND freed_at IS NULL AND state <> 'confirmed'`,
      [fairId],
    );
  } finally {
    await db.end();
  }
}

/* A fair of the file's own, in which every booth is given. */
let fairId: string;
let booths: Booth[];

test.beforeAll(async ({ server, playwright }) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const { id, fairUrl } = await openFair(organizer, server.url, {
    code: 'giu-cho',
    nameVi: 'Hội chợ giữ chỗ và mời nhận gian',
    nameEn: 'Fair of held booths',
    days: 3,
  });
  fairId = id;
  const listed = await organizer.get(`${fairUrl}/booths`);
  booths = (await listed.json()) as Booth[];
  await organizer.dispose();
});

/** Frees a booth; answers it and who had it. */
async function freeOne(organizer: APIRequestContext, fairUrl: string, code: string) {
  const booth = booths.find((each) => each.code === code);
  const [holder] = booth?.holders ?? [];
  if (!booth || !holder) throw new Error(`${code} is held by nobody.`);
  const freed = await organizer.delete(`${fairUrl}/allocations/${holder.allocationId}`);
  expect(freed.ok(), await freed.text()).toBe(true);
  return { booth, holder };
}

/** A new account for an invitation, in a browser of its own. */
async function invited(
  browser: { newContext(options: object): Promise<BrowserContext> },
  organizer: APIRequestContext,
  { url, login, wish }: { url: string; login: string; wish: object },
) {
  const asked = await organizer.post(`${url}/api/fairs/${fairId}/invitations`, { data: wish });
  expect(asked.ok(), await asked.text()).toBe(true);
  const { token } = (await asked.json()) as { token: string };
  const context = await browser.newContext({ baseURL: url, viewport: phone });
  const page = await context.newPage();
  const joined = await page.request.post(`${url}/api/invitations/accounts`, {
    data: { token, name: `Chị ${login}`, login: `${login}-giu-cho`, password: 'một câu thật dài' },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
  return { context, page };
}

test('a booth is held, runs out, is offered, and taken by its exhibitor on a phone', async ({
  page,
  browser,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const fairUrl = `${server.url}/api/fairs/${fairId}`;
  const { booth, holder } = await freeOne(organizer, fairUrl, 'A01');

  const proposal = page.getByTestId('proposal');
  const side = page.getByRole('region', { name: 'Gian A01' });
  const toast = page.getByTestId('toast');
  const openBooth = async () => {
    await page.goto('/plan?fair=giu-cho&view=list');
    await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    await page.getByRole('radio', { name: 'Còn chỗ' }).check();
    await page.getByRole('button', { name: 'Xem gian A01' }).click();
  };
  const propose = async (how: string) => {
    await page.getByRole('button', { name: 'Giao gian này cho…' }).click();
    await page.keyboard.type(holder.name);
    await page.keyboard.press('Enter');
    await proposal.getByRole('radio', { name: how }).check();
  };

  await openBooth();
  await propose('Giữ chỗ');
  await proposal.getByLabel('Trong bao lâu').selectOption('30 phút');
  await judgeAt([desk, phone], page, 'hold-propose');
  await page.setViewportSize(desk);
  await page.getByRole('button', { name: 'Giữ A01' }).click();
  await expect(toast).toContainText(`Đã giữ A01 cho ${holder.name} đến`);
  await expect(side).toContainText('còn 30 phút');
  await page.getByRole('radio', { name: 'Giữ chỗ' }).check();
  await expect(page.getByRole('row', { name: /^A01/ })).toContainText('Giữ chỗ, còn 30 phút');
  await expect(page.getByTestId('count-reserved')).toHaveText('giữ 1, mời 0');
  await page.goto('/plan?fair=giu-cho');
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  await page.getByTestId('plan-picture').locator(`[data-booth="${booth.id}"]`).click();
  await judgeAt([desk, phone], page, 'held-on-plan');
  await page.setViewportSize(desk);

  await letTermsPass(server.databaseUrl, fairId);
  await openBooth();
  await propose('Mời nhận');
  await page.getByRole('button', { name: 'Mời vào A01' }).click();
  await expect(toast).toContainText(`Đã mời ${holder.name} nhận A01, trả lời trước`);
  await expect(side).toContainText(`trả A01 về trống: ${holder.name} đã hết hạn`);

  const { context, page: own } = await invited(browser, organizer, {
    url: server.url,
    login: 'hoa',
    wish: { role: 'exhibitor', exhibitorId: holder.exhibitorId },
  });
  const faults = faultsOf(own);
  await own.goto('/my?fair=giu-cho');
  await expect(own.getByText('Ban tổ chức mời bạn nhận gian A01.')).toBeVisible();
  await own.getByRole('link', { name: 'Xem và trả lời' }).click();
  const offer = own.getByTestId('offer');
  await expect(offer).toContainText('Gian A01');
  await judgeAt([phone, desk], own, 'my-offer', { fullPage: true });
  await offer.getByRole('button', { name: 'Nhận gian A01', exact: true }).click();
  await expect(own.getByTestId('toast')).toContainText('Gian A01 là của bạn.');
  await expect(offer).toHaveCount(0);
  await expect(own.getByRole('img', { name: 'Vị trí trên sơ đồ: A01' })).toBeVisible();
  expect(faults).toEqual([]);
  await context.close();

  await expect(side).toContainText(`Chị hoa nhận A01 cho ${holder.name}`);
  await page.getByRole('radio', { name: 'Đã giao' }).check();
  await expect(page.getByRole('row', { name: /^A01/ })).toContainText('Đã giao');
});

test('zone staff answers an offer in its exhibitor’s stead, and the booth has a sign', async ({
  page,
  browser,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const fairUrl = `${server.url}/api/fairs/${fairId}`;
  const { booth, holder } = await freeOne(organizer, fairUrl, 'A02');
  const { exhibitorId, name } = holder;
  const offered = await organizer.post(`${fairUrl}/allocations`, {
    data: {
      id: newId(),
      boothId: booth.id,
      exhibitorId,
      share: 'whole',
      state: 'offered',
      forMinutes: 60,
    },
  });
  expect(offered.ok(), await offered.text()).toBe(true);
  const { context, page: staff } = await invited(browser, organizer, {
    url: server.url,
    login: 'minh',
    wish: { role: 'zone_staff', zoneIds: [booth.zoneId] },
  });
  const faults = faultsOf(staff);
  await staff.goto('/silent?fair=giu-cho');
  const waiting = staff.getByRole('region', { name: 'Gian chờ trả lời' });
  await expect(waiting).toContainText('A02');
  await judgeAt([phone, desk], staff, 'silent-offers');
  await waiting
    .getByRole('button', { name: `Nhận gian A02 thay cho ${name}`, exact: true })
    .click();
  await expect(staff.getByText(`Đã nhận gian A02 cho ${name}.`)).toBeVisible();
  await expect(waiting).toHaveCount(0);
  expect(faults).toEqual([]);
  await context.close();

  await page.goto('/plan?fair=giu-cho');
  await page.getByRole('button', { name: 'In và tải về' }).click();
  await expect(page.getByRole('link', { name: /^Biển gian/ })).toBeVisible();
  await judgeAt([desk], page, 'take-out');
  const signs = await organizer.get(`${fairUrl}/booth-papers?file=signs.pdf&language=vi`);
  expect(signs.headers()['content-disposition']).toContain('phien-giu-cho-booth-signs.pdf');
  const pages = (await pdfText(await signs.body())).join(' ');
  expect(pages).toContain('A02');
  expect(pages).toContain(name);
});
