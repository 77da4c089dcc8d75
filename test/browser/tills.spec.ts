import type { APIRequestContext } from '@playwright/test';
import { judgeAt, desk, phone as phoneSize } from './judge';
import { openFair } from './open-fair';
import { demoFair, expect, signInAs, test } from './story';
import type { TillFair } from './till-story';
import {
  codeFor,
  enrolByLink,
  enterName,
  nextSale,
  openShift,
  openTillFair,
  sellForCash,
  untilSent,
} from './till-story';

interface Till {
  registerId: string;
  epoch: number;
  state: string;
  unsentCount: number;
  setAsideCount: number;
  alarms: string[];
  saidAt: string | null;
  appBuild: string | null;
}

/** How the phone of the register at this place stands, as every screen is told. */
async function tillOf(
  organizer: APIRequestContext,
  url: string,
  fair: TillFair,
  place: number,
): Promise<Till> {
  const answer = await organizer.get(`${url}/api/fairs/${fair.id}/tills`);
  const { tills } = (await answer.json()) as { tills: Till[] };
  const till = tills.find(({ registerId }) => registerId === fair.registers[place]?.id);
  if (!till) throw new Error('The register is not in the list.');
  return till;
}

/* The phone speaks every 5 s at most, and the desk looks every 10 s. */
const saidAndSeen = { timeout: 60_000 };

test('a phone says what it holds, and that it holds nothing any more', async ({
  page,
  server,
  playwright,
}) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const fair = await openTillFair(organizer, server.url);
  const said = () => tillOf(organizer, server.url, fair, 0);
  await page.setViewportSize({ width: 360, height: 800 });
  await enrolByLink(page, await codeFor(organizer, server.url, fair, 0));
  await enterName(page);
  await openShift(page);
  await untilSent(page);
  await expect.poll(async () => (await said()).saidAt, saidAndSeen).not.toBeNull();

  /* The ledger's door is shut, the other stays open: the phone can say what it cannot send. */
  await page.route('**/documents', (route) => route.fulfill({ status: 503, body: '{}' }));
  await sellForCash(page, [0]);
  await nextSale(page);
  await sellForCash(page, [1]);
  await nextSale(page);
  await expect.poll(said, saidAndSeen).toMatchObject({ state: 'holding', unsentCount: 2 });
  expect((await said()).alarms).not.toContain('old_version');

  await page.unroute('**/documents');
  await page.getByTestId('sync').click();
  await untilSent(page);
  await expect.poll(said, saidAndSeen).toMatchObject({ state: 'all_sent', unsentCount: 0 });
  await organizer.dispose();
});

test('an organizer sees what a phone holds, revokes it, and decides about what it sent since', async ({
  page: phone,
  server,
  browser,
}) => {
  const office = await browser.newContext({ baseURL: server.url, locale: 'vi-VN' });
  const organizer = office.request;
  await signInAs(organizer, server, 'organizer');
  const fair = await openTillFair(organizer, server.url);
  const measuredVnd = async () => {
    const answer = await organizer.get(`${server.url}/api/fairs/${fair.id}/board`);
    return ((await answer.json()) as { revenue: { measuredVnd: number } }).revenue.measuredVnd;
  };
  await phone.setViewportSize({ width: 360, height: 800 });
  await enrolByLink(phone, await codeFor(organizer, server.url, fair, 0));
  await enterName(phone);
  await openShift(phone);
  const soldVnd = await sellForCash(phone, [0]);
  await nextSale(phone);
  await untilSent(phone);
  await expect.poll(measuredVnd).toBe(soldVnd);

  const desktop = await office.newPage();
  await desktop.setViewportSize({ width: 1280, height: 800 });
  await desktop.goto(`/tills?fair=${fair.code}`);
  const boothCode = fair.registers[0]?.boothCode ?? '';
  const row = desktop
    .getByTestId('tills')
    .getByRole('listitem')
    .filter({ hasText: boothCode })
    .first();
  await desktop.getByRole('searchbox').fill(boothCode);
  await expect(row.getByText('Đã gửi hết')).toBeVisible(saidAndSeen);

  await phone.route('**/documents', (route) => route.fulfill({ status: 503, body: '{}' }));
  const takenVnd = await sellForCash(phone, [1]);
  await nextSale(phone);
  await sellForCash(phone, [2]);
  await nextSale(phone);
  await expect(row.getByText(/^Còn 2 chưa gửi, máy báo lúc \d\d:\d\d$/)).toBeVisible(saidAndSeen);
  await expect(desktop.getByText('Theo các máy báo, còn 2 chứng từ chưa gửi về.')).toBeVisible();
  await desktop.getByTestId('show-holding').click();
  await expect(desktop.getByText('1 máy', { exact: true })).toBeVisible();
  await judgeAt([phoneSize, desk], desktop, 'tills-holding');
  await desktop.setViewportSize({ width: 1280, height: 800 });

  await row.getByRole('button').click();
  const panel = desktop.getByRole('dialog');
  await expect(panel.getByText('Số cuối trên máy')).toBeVisible();
  await panel.getByRole('button', { name: 'Thu hồi điện thoại này' }).click();
  await panel.getByRole('button', { name: 'Thu hồi điện thoại này' }).click();
  await expect(panel.getByText(/^Đã thu hồi \d\d:\d\d$/)).toBeVisible();
  await panel.getByRole('button', { name: 'Đóng' }).click();

  await phone.unroute('**/documents');
  await phone.getByTestId('sync').click();
  await untilSent(phone);
  await expect(phone.getByTestId('sync')).toHaveText('2 cần xử lý');
  await desktop.getByTestId('show-holding').click();
  await expect(row.getByText('2 để riêng')).toBeVisible(saidAndSeen);
  await row.getByRole('button').click();
  await panel.getByRole('link', { name: 'Xem 2 chứng từ để riêng' }).click();
  const documents = desktop.getByTestId('set-aside').getByRole('listitem');
  await expect(documents).toHaveCount(2);
  await judgeAt([phoneSize, desk], desktop, 'tills-aside');
  await desktop.setViewportSize({ width: 1280, height: 800 });

  await documents.first().getByRole('button', { name: 'Chấp nhận' }).click();
  await panel.getByRole('button', { name: 'Chấp nhận' }).click();
  await expect(panel.getByText('Hãy ghi lý do, ít nhất vài chữ.')).toBeVisible();
  await panel.getByRole('button', { name: 'Bán trước khi báo mất máy' }).click();
  await panel.getByRole('button', { name: 'Chấp nhận' }).click();
  await expect(desktop.getByText('Đã chấp nhận 1 chứng từ.')).toBeVisible();
  await expect(documents).toHaveCount(1);
  await expect.poll(measuredVnd).toBe(soldVnd + takenVnd);

  await documents.first().getByRole('button', { name: 'Từ chối' }).click();
  await panel.getByLabel('Lý do, ghi lại cùng tên bạn').fill('Gian không có đơn này');
  await panel.getByRole('button', { name: 'Từ chối' }).click();
  await expect(desktop.getByText('Không có chứng từ nào chờ quyết định')).toBeVisible();
  await desktop.getByRole('radio', { name: 'Đã quyết định' }).check();
  await expect(documents).toHaveCount(2);
  await expect(desktop.getByText('Gian không có đơn này')).toBeVisible();
  expect(await measuredVnd()).toBe(soldVnd + takenVnd);

  /*
   * The phone speaks again, hears that both were decided, and asks what became of each; again, since
   * a word that is under way is not said twice.
   */
  await expect
    .poll(async () => {
      await phone.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
      return phone.getByTestId('sync').textContent();
    })
    .toBe('Đã đồng bộ');
  await office.close();
});

test('a browser that thinks it has no network still asks the server that stands beside it', async ({
  page,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  await openFair(organizer, server.url, {
    code: 'khong-co-mang',
    nameVi: 'Hội chợ OCOP Quảng Ninh, máy chủ đặt tại hội trường',
    nameEn: 'Quảng Ninh OCOP fair, its server in the hall',
    days: 2,
  });
  await page.goto('/tills?fair=khong-co-mang');
  await expect(page.getByText('Hội chợ chưa có máy bán hàng')).toBeVisible();

  await page.evaluate("dispatchEvent(new Event('offline'))");
  await page.getByRole('link', { name: 'Chứng từ để riêng' }).click();
  await expect(page.getByText('Không có chứng từ nào chờ quyết định')).toBeVisible();
  await page.getByRole('navigation', { name: 'Máy bán hàng' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Tạo máy cho các gian đã giao' }).click();
  await expect(page.getByTestId('tills').getByRole('listitem').first()).toBeVisible();
});

test('a question that was lost is asked again before anybody is told that the server is away', async ({
  page,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const { code } = await demoFair(organizer, server);
  let asked = 0;
  let goOn = () => {};
  const looked = new Promise<void>((done) => (goOn = done));
  await page.route('**/api/fairs/*/tills', async (route) => {
    asked += 1;
    if (asked === 1) return route.abort('connectionreset');
    await looked;
    return route.continue();
  });
  let wasTold = false;
  const told = page.getByRole('button', { name: 'Thử lại' }).waitFor();
  void told.then(
    () => (wasTold = true),
    () => undefined,
  );
  await page.goto(`/tills?fair=${code}`);
  await expect.poll(() => asked).toBe(2);
  expect(wasTold).toBe(false);
  goOn();
  await expect(page.getByTestId('tills').getByRole('listitem').first()).toBeVisible();
});
