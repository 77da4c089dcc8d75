import { createHmac } from 'node:crypto';
import { newId } from '@phien/kernel';
import type { APIRequestContext, BrowserContext, Page, Route } from '@playwright/test';
import type { FairServer } from '../fair-server';
import { desk, judgeAt, phone } from './judge';
import { demoFair, expect, signInAs, test } from './story';

interface Gate {
  id: string;
  code: string;
}
interface Visits {
  asOf: string;
  entries: number;
  exits: number;
  inside: number;
  gates: { gateId: string; entries: number; exits: number }[];
}

/** The demo fair with its gates open, and the organizer who opened them. */
async function openGates(organizer: APIRequestContext, server: FairServer) {
  await signInAs(organizer, server, 'organizer');
  const { id: fairId, code } = await demoFair(organizer, server);
  const at = `${server.url}/api/fairs/${fairId}`;
  const opened = await organizer.post(`${at}/gates`);
  expect(opened.ok(), await opened.text()).toBe(true);
  const gates = (await opened.json()) as Gate[];
  const visits = async () => (await (await organizer.get(`${at}/visits`)).json()) as Visits;
  /* By the clock of the fair, which is not that of this machine. */
  const ago = async (minutes: number) =>
    new Date(Date.parse((await visits()).asOf) - minutes * 60_000).toISOString();
  return {
    at,
    code,
    fairId,
    gates,
    visits,
    ago,
    setCapacity: async (visitors: number | null) => {
      const answer = await organizer.put(`${at}/capacity`, { data: { visitors } });
      expect(answer.ok(), await answer.text()).toBe(true);
    },
    countElsewhere: async (entries: number, exits = 0, minutesAgo = 0) => {
      const answer = await organizer.post(`${at}/gates/${gates[3]!.id}/counts`, {
        data: {
          deviceId: newId(),
          epoch: 1,
          sequence: 1,
          entries,
          exits,
          undoneEntries: 0,
          undoneExits: 0,
          countedAt: await ago(minutesAgo),
        },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
    },
  };
}

async function standAt(page: Page, server: FairServer, code: string): Promise<void> {
  await signInAs(page.context().request, server, 'gate');
  await page.goto('/gate/');
  await page.getByRole('button', { name: new RegExp(`^${code} `) }).click();
  await expect(page.getByTestId('count-in')).not.toHaveText('–');
}

const into = (page: Page, count: number) =>
  page.getByRole('button', { name: `Vào: cộng nhóm ${count} người` });
const state = (page: Page) => page.getByTestId('sent-chip');

test('a stranger is sent to sign in, and back to the gate', async ({ page }) => {
  await page.goto('/gate/');
  await expect(page.getByRole('link', { name: 'Đăng nhập' })).toHaveAttribute(
    'href',
    '/?next=/gate/',
  );
});

test('gate staff count a group, take one back, and the server agrees', async ({
  page,
  server,
  request,
}) => {
  const fair = await openGates(request, server);
  const before = await fair.visits();
  await standAt(page, server, 'C1');
  await into(page, 5).click();
  await page.keyboard.press('i');
  await expect(page.getByRole('button', { name: 'Hoàn tác: vào 1' })).toBeEnabled();
  await page.keyboard.press('Backspace');
  await expect(page.getByTestId('gate-said')).toHaveText('Đã bỏ vào 1');
  await page.keyboard.press('o');
  await page.getByTestId('half-out').getByRole('button', { name: 'Nhóm…' }).click();
  await page.getByRole('spinbutton').fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('count-in')).toHaveText('5');
  await expect(page.getByTestId('count-out')).toHaveText('4');
  await expect(state(page)).toHaveAttribute('data-state', 'sent');
  await expect
    .poll(fair.visits)
    .toMatchObject({ entries: before.entries + 5, exits: before.exits + 4 });
  const { gates, inside } = await fair.visits();
  expect(gates[0]).toMatchObject({ entries: 5, exits: 4 });
  await expect(page.getByTestId('inside')).toHaveText(String(inside));
});

test('a phone that is handed around opens to its PIN alone, and forgives no wrong one over a restart', async ({
  page,
  server,
  request,
}) => {
  await openGates(request, server);
  await standAt(page, server, 'C1');
  const enter = async (digits: string) => {
    await page.keyboard.type(digits);
    await page.keyboard.press('Enter');
  };
  await page.getByRole('button', { name: 'Khóa máy' }).click();
  const choosing = page.getByRole('dialog', { name: 'Đặt PIN cho máy này' });
  await choosing.waitFor();
  await enter('2468');
  await expect(choosing).toContainText('Nhập lại PIN');
  await enter('2469');
  await expect(choosing).toContainText('không giống nhau');
  await enter('2468');
  const locked = page.getByRole('dialog', { name: 'Máy đang khóa' });
  await expect(locked).toBeVisible();
  await judgeAt([phone], page, 'gate-locked');
  await page.keyboard.press('Escape');
  await expect(locked).toBeVisible();

  for (const digits of ['1111', '2222', '3333', '4444']) {
    await enter(digits);
    await expect(locked).toContainText('PIN không đúng');
  }
  await page.reload();
  await expect(locked).toBeVisible();
  const fifthAtMs = Date.now();
  await enter('5555');
  const lockedOut = locked.getByText('Sai quá nhiều lần');
  await expect(lockedOut).toBeVisible();
  await page.reload();
  await expect(locked).toBeVisible();
  if (!(await lockedOut.isVisible())) {
    /* Opened so late that the half minute is over: then the sixth locks at once. */
    expect(Date.now() - fifthAtMs).toBeGreaterThanOrEqual(30_000);
    await enter('5555');
    await expect(lockedOut).toBeVisible();
  }

  /* Whoever signs in again has shown who they are. */
  await locked.getByRole('button', { name: /^Quên PIN/ }).click();
  await page.waitForURL(/next=/);
  await signInAs(page.context().request, server, 'gate');
  await page.goto('/gate/');
  await into(page, 5).click();
  await expect(page.getByTestId('count-in')).not.toHaveText('–');
  await expect(locked).toHaveCount(0);
});

test('what was counted without network arrives once, also over a reload and with two tabs', async ({
  page,
  context,
  server,
  request,
}) => {
  const fair = await openGates(request, server);
  await standAt(page, server, 'C2');
  await cutCounts(context, true);
  for (let n = 0; n < 7; n++) await page.keyboard.press('i');
  await into(page, 10).click();
  await expect(page.getByTestId('count-in')).toHaveText('17');
  await expect(state(page)).toHaveAttribute('data-state', 'offline');
  await expect(state(page)).toContainText(/8 chờ gửi từ \d\d:\d\d/);

  await page.reload();
  await expect(page.getByTestId('count-in')).toHaveText('17');
  const second = await context.newPage();
  await second.goto('/gate/');
  await expect(second.getByTestId('count-in')).toHaveText('17');
  await second.keyboard.press('i');
  await expect(page.getByTestId('count-in')).toHaveText('18');
  expect((await fair.visits()).gates[1]).toMatchObject({ entries: 0 });

  await cutCounts(context, false);
  await expect(state(page)).toHaveAttribute('data-state', 'sent', { timeout: 45_000 });
  await expect(page.getByTestId('count-in')).toHaveText('18');
  await expect(second.getByTestId('count-in')).toHaveText('18');
  expect((await fair.visits()).gates[1]).toMatchObject({ entries: 18, exits: 0 });
});

const isKept = (page: Page) =>
  page.evaluate<boolean>(
    'navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)',
  );

/** The next look at the fair is answered now, and its answer stays on its way until it may arrive. */
async function holdALook(page: Page) {
  const looks = /\/api\/fairs\/[^/]+\/visits$/;
  let letGo = () => {};
  const free = new Promise<void>((go) => (letGo = go));
  const isAnswered = new Promise<void>((answered) => {
    const hold = async (route: Route) => {
      const response = await route.fetch();
      answered();
      await free;
      await route.fulfill({ response });
    };
    void page.route(looks, hold, { times: 1 });
  });
  await isAnswered;
  return {
    arrive: async () => {
      const arrived = page.waitForResponse(looks);
      letGo();
      await (await arrived).finished();
    },
  };
}

test('a gate that was opened once opens, counts and goes on without a network; nothing is lost', async ({
  page,
  context,
  server,
  request,
}) => {
  const fair = await openGates(request, server);
  const before = (await fair.visits()).gates[0]!;
  await standAt(page, server, 'C1');
  const late = await holdALook(page);
  await into(page, 5).click();
  await expect(state(page)).toHaveAttribute('data-state', 'sent');
  await late.arrive();
  await expect.poll(() => isKept(page)).toBe(true);
  const known = Number(await page.getByTestId('count-in').textContent());
  await context.setOffline(true);
  for (let n = 0; n < 3; n++) await page.keyboard.press('i');
  await page.keyboard.press('o');
  await expect(page.getByTestId('count-in')).toHaveText(String(known + 3));
  await page.close();

  const cold = await context.newPage();
  await cold.goto(`/gate/?fair=${fair.code}`);
  expect(await cold.evaluate(`fetch('/api/health').then(() => 'there', () => 'gone')`)).toBe(
    'gone',
  );
  await expect(cold.getByRole('heading', { level: 1 })).toContainText('C1');
  await expect(cold.getByTestId('count-in')).toHaveText(String(known + 3));
  await into(cold, 10).click();
  await cold.keyboard.press('Backspace');
  await into(cold, 10).click();
  await cold.keyboard.press('o');
  await expect(cold.getByTestId('count-in')).toHaveText(String(known + 13));
  await expect(state(cold)).toContainText('8 chờ gửi');
  await cold.reload();
  await expect(cold.getByTestId('count-in')).toHaveText(String(known + 13));
  await expect(state(cold)).toHaveAttribute('data-state', 'offline');
  expect((await fair.visits()).gates[0]).toMatchObject({ entries: before.entries + 5 });

  await context.setOffline(false);
  await expect(state(cold)).toHaveAttribute('data-state', 'sent', { timeout: 45_000 });
  expect((await fair.visits()).gates[0]).toMatchObject({
    entries: before.entries + 18,
    exits: before.exits + 2,
  });
});

/* The answer is lost and not the request: the worse half of a cut, since it makes a sender repeat. */
test('a count whose answer was lost is not counted twice', async ({ page, server, request }) => {
  const fair = await openGates(request, server);
  await standAt(page, server, 'C3');
  let lost = 0;
  await page.route('**/counts', async (route) => {
    if (lost >= 2) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await into(page, 5).click();
  await expect(state(page)).toHaveAttribute('data-state', 'offline');
  await page.keyboard.press('o');
  await expect(state(page)).toHaveAttribute('data-state', 'sent');
  expect(lost).toBe(2);
  expect((await fair.visits()).gates[2]).toMatchObject({ entries: 5, exits: 1 });
});

test('a fair that fills up says so in colour and in words, on every screen', async ({
  page,
  server,
  request,
}) => {
  const fair = await openGates(request, server);
  await fair.countElsewhere(90);
  await fair.setCapacity((await fair.visits()).inside * 2);
  await standAt(page, server, 'C1');
  const sentence = page.getByTestId('capacity-sentence');
  await expect(sentence).toHaveText(/sức chứa$/);
  await judgeHalves(page, 'gate-ok');

  const { inside } = await fair.visits();
  await fair.setCapacity(inside + 1);
  await expect(sentence).toContainText('Sắp đầy');
  await judgeHalves(page, 'gate-near');

  await page.keyboard.press('i');
  await expect(sentence).toContainText('tạm dừng cho vào');
  await judgeHalves(page, 'gate-full');
  await fair.setCapacity(null);
  await expect(sentence).toHaveText('');
});

test('everyone can read the choice of gates, and an organizer sets the capacity there', async ({
  page,
  server,
  request,
}) => {
  const fair = await openGates(request, server);
  await signInAs(page.context().request, server, 'organizer');
  await page.goto('/gate/');
  const which = page.getByRole('button', { name: /Hội chợ OCOP thử nghiệm/ });
  const gate = page.getByRole('button', { name: /^C1 / });
  await expect(which.or(gate).first()).toBeVisible();
  if (await which.isVisible()) await which.click();
  await expect(gate).toBeVisible();
  await page.getByLabel('Sức chứa của hội chợ (người)').fill('5000');
  await page.getByRole('button', { name: 'Lưu sức chứa' }).click();
  await expect(page.getByText('Đã lưu: 5.000 người.')).toBeVisible();
  await judgeHalves(page, 'gate-choice', 'may scroll');
  await fair.setCapacity(null);
});

/** The office of the gates, as an organizer opens it. */
async function openOffice(page: Page, server: FairServer, code: string, part: string) {
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/gate/?fair=${code}`);
  await page.getByText(part, { exact: true }).click();
}

test('three hand counts make a factor, and the board shows visits raw and calibrated', async ({
  page,
  server,
  request,
}) => {
  const fair = await openGates(request, server);
  const quarters = [40, 70, 100];
  for (const minutesAgo of quarters) await fair.countElsewhere(100, 0, minutesAgo - 5);
  for (const minutesAgo of quarters.slice(1)) {
    const answer = await request.post(`${fair.at}/hand-counts`, {
      data: {
        id: newId(),
        gateId: fair.gates[3]!.id,
        method: 'clicker',
        startedAt: await fair.ago(minutesAgo),
        entries: 104,
      },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  await openOffice(page, server, fair.code, 'Đếm tay đối chiếu');
  await expect(page.getByTestId('visits-calibrated')).toContainText('ít nhất 3 lần');
  await page.getByLabel('Cổng đã đếm tay').selectOption(fair.gates[3]!.id);
  const start = page.getByLabel('Bắt đầu lúc (15 phút)');
  const proposed = Date.parse(`${await start.inputValue()}:00Z`);
  await start.fill(new Date(proposed - 25 * 60_000).toISOString().slice(0, 16));
  await page.getByLabel('Lượt vào đếm bằng tay').fill('107');
  await page.getByRole('button', { name: 'Ghi lần đếm tay' }).click();
  await expect(page.getByText('Đã ghi: 107 lượt đếm tay', { exact: false })).toContainText(
    'máy ghi 100.',
  );
  await expect(page.getByText(/hệ số 1,05 ± 0,017 từ 3 lần đếm tay/)).toBeVisible();
  await judgeAt([phone, desk], page, 'gate-hand-counts');

  await page.goto(`/board?fair=${fair.code}`);
  await page.getByRole('button', { name: 'Lượt khách vào: con số này là gì?' }).click();
  await expect(page.getByTestId('visits-raw')).toHaveText(/^Đếm được: [\d.]+ lượt khách\.$/);
  await expect(page.getByTestId('visits-calibrated')).toHaveText(
    /^Hiệu chỉnh: [\d.]+ ± [\d.]+ lượt khách\.$/,
  );
});

/* After the hand counts: what a counter without any has counted leaves the whole uncalibrated. */
test('an organizer adds a people counter, gets its key once, and revokes it', async ({
  page,
  server,
  request,
}) => {
  const fair = await openGates(request, server);
  const before = (await fair.visits()).gates[3]!;
  await openOffice(page, server, fair.code, 'Máy đếm khách');
  await page.getByLabel(/^Cổng/).selectOption(fair.gates[3]!.id);
  await page.getByLabel('Tên máy').fill('Cửa trái');
  await page.getByRole('button', { name: 'Thêm máy đếm' }).click();
  const key = (await page.getByTestId('sensor-key').textContent()) ?? '';
  const address = (await page.getByText(/\/sensors\/.*\/counts$/).textContent()) ?? '';
  await judgeAt([phone], page, 'gate-sensor-key');
  await page.getByRole('button', { name: 'Đã chép xong' }).click();
  await expect(page.getByTestId('sensor-key')).toHaveCount(0);

  const count = {
    epoch: 1,
    sequence: 4,
    entries: 31,
    exits: 2,
    countedAt: new Date().toISOString(),
  };
  const [, sensorId = ''] = /sensors\/([^/]+)\/counts$/.exec(address) ?? [];
  const { epoch, sequence, entries, exits, countedAt } = count;
  const signed = ['phien-sensor-count-1', fair.fairId, sensorId, epoch, sequence, entries, exits];
  const signature = createHmac('sha256', Buffer.from(key, 'base64url'))
    .update([...signed, countedAt].join('\n'))
    .digest('hex');
  const send = () => page.context().request.post(address, { data: { ...count, signature } });
  expect((await send()).status()).toBe(200);
  expect((await send()).status()).toBe(200);
  expect((await fair.visits()).gates[3]).toMatchObject({ entries: before.entries + 31 });

  await page.reload();
  await page.getByText('Máy đếm khách', { exact: true }).click();
  await expect(page.getByText(/^31 lượt vào, 2 lượt ra; lần gửi cuối/)).toBeVisible();
  await page.getByRole('button', { name: 'Thu hồi Cửa trái' }).click();
  await page.getByRole('button', { name: 'Thu hồi', exact: true }).click();
  await expect(page.getByText('Đã thu hồi')).toBeVisible();
  expect((await send()).status()).toBe(403);
});

test('more exits than entries are said at the gate and on the board, and so is a full fair', async ({
  page,
  server,
  request,
}) => {
  const fair = await openGates(request, server);
  const { entries, exits } = await fair.visits();
  const missing = entries - exits + 7;
  await fair.countElsewhere(0, missing);
  await standAt(page, server, 'C1');
  await expect(page.getByTestId('inside')).toHaveText('0');
  await expect(page.getByTestId('capacity-sentence')).toHaveText(
    'Lượt ra nhiều hơn lượt vào 7: có lượt vào chưa đếm',
  );
  await judgeHalves(page, 'gate-below');
  await signInAs(page.context().request, server, 'official');
  await page.goto(`/board?fair=${fair.code}`);
  await expect(page.getByText(/^Lượt ra hôm nay nhiều hơn lượt vào 7:/)).toBeVisible();
  await judgeAt([phone, desk], page, 'board-below');

  /* What was missed is counted after all. */
  await fair.setCapacity(200);
  await fair.countElsewhere(197);
  await expect(page.getByText(/^Hội chợ sắp đầy: \d+ người/)).toBeVisible();
  await expect(page.getByText(/^Lượt ra hôm nay/)).toHaveCount(0);
  await fair.countElsewhere(20);
  await expect(page.getByText(/^Hội chợ đã đủ sức chứa: \d+ người/)).toBeVisible();
  await judgeAt([phone, desk], page, 'board-full');
  await fair.setCapacity(null);
});

const side = { name: 'side', width: 800, height: 360 };
const short = { name: 'short', width: 360, height: 640 };

/** Fits, can be read, and leaves two fifths of the height to each half; a third of a short phone. */
async function judgeHalves(page: Page, picture: string, scrolls?: 'may scroll'): Promise<void> {
  for (const size of [phone, short, side, desk]) {
    await judgeAt([size], page, picture);
    if (scrolls) continue;
    const { over, halves }: { over: number; halves: number[] } = await page.evaluate(
      `({ over: document.documentElement.scrollHeight - innerHeight,
          halves: [...document.querySelectorAll('[data-testid^=half]')]
            .map((half) => half.getBoundingClientRect().height / innerHeight) })`,
    );
    expect(over, 'px higher than the screen').toBeLessThanOrEqual(0);
    const leastShare = size === short ? 1 / 3 : 0.4;
    for (const share of halves) expect(share).toBeGreaterThanOrEqual(leastShare);
  }
}

/* The counts alone, so that a reload still finds its page and its session. */
async function cutCounts(context: BrowserContext, isCut: boolean): Promise<void> {
  if (isCut) await context.route('**/counts', (route) => route.abort());
  else await context.unroute('**/counts');
}
